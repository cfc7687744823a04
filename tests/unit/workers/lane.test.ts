import { describe, expect, it } from 'vitest';

import { openLane } from '../../../src/workers/lane';

/** A round that the story ends by hand. */
function openRounds() {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const round = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
  };
  const endOne = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { round, endOne, begun: () => running, most: () => most, waiting: () => ends.length };
}

const noError = (error: unknown) => {
  throw error;
};

describe('a lane of rounds', () => {
  it('never runs two rounds at once, and runs once more when it was asked meanwhile', async () => {
    const rounds = openRounds();
    const lane = openLane(rounds.round, noError);
    const asked = [lane.run(), lane.run(), lane.run()];
    expect(rounds.waiting()).toBe(1);
    await rounds.endOne();
    expect(rounds.waiting()).toBe(1);
    await rounds.endOne();
    expect(rounds.waiting()).toBe(0);
    await Promise.all(asked);
    expect(rounds.most()).toBe(1);
  });

  it('waits for the round in hand when it stops, and begins none after', async () => {
    const rounds = openRounds();
    const lane = openLane(rounds.round, noError);
    void lane.run();
    void lane.run();
    let isStopped = false;
    const stopped = lane.stop().then(() => {
      isStopped = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isStopped).toBe(false);
    await rounds.endOne();
    await stopped;
    await lane.run();
    expect(rounds.waiting()).toBe(0);
  });

  it('goes on after a round that failed', async () => {
    const errors: unknown[] = [];
    let count = 0;
    const lane = openLane(
      async () => {
        count += 1;
        if (count === 1) throw new Error('the disk is full');
      },
      (error) => errors.push(error),
    );
    await lane.run();
    await lane.run();
    expect(count).toBe(2);
    expect(errors).toMatchObject([{ message: 'the disk is full' }]);
  });
});
