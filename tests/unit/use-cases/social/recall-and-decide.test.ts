import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { decideUnknown, readPosts, recallPost } from '../../../../src/use-cases/social';
import { buildAccount, buildConsent, buildPost } from '../../../helpers/builders';
import { openSocialWorld } from '../../../helpers/social-world';
import type { SocialWorld } from '../../../helpers/social-world';

let world: SocialWorld;
beforeEach(async () => {
  world = await openSocialWorld();
});
afterEach(() => world.close());

async function makeUnknown(kind: 'hang-up-before' | 'hang-up-after'): Promise<void> {
  await world.approve();
  world.weather.onPublish = () => ({ kind });
  world.clock.set('2026-12-01T12:00:00Z');
  await world.beat();
  world.weather.onPublish = () => null;
}

describe('a person’s word on an unknown outcome', () => {
  const decide = async (verdict: 'was-published' | 'send-again') =>
    decideUnknown(world.ports, (await world.delivery()).id, verdict, 'user:manager');

  it('ends it as sent when they saw it', async () => {
    await makeUnknown('hang-up-after');
    expect(await decide('was-published')).toMatchObject({ ok: true, value: { state: 'sent' } });
    world.clock.advance({ minutes: 10 });
    expect(await world.beat()).toEqual([]);
    expect(await world.wallTexts()).toHaveLength(1);
  });

  it('sends it again when it is not there', async () => {
    await makeUnknown('hang-up-before');
    world.clock.advance({ minutes: 2 });
    expect(await decide('send-again')).toMatchObject({ ok: true, value: { state: 'queued' } });
    expect(await world.beat()).toEqual(['published']);
    expect(await world.wallTexts()).toHaveLength(1);
  });

  it('does not send again before the network had its time to show it', async () => {
    await makeUnknown('hang-up-after');
    world.clock.advance({ seconds: 79 });
    expect(await decide('send-again')).toMatchObject({ refusals: [{ kind: 'too-early' }] });
  });

  it('is not taken for what is settled', async () => {
    await world.approve();
    expect(await decide('was-published')).toMatchObject({
      refusals: [{ kind: 'not-unknown', state: 'queued' }],
    });
  });
});

describe('taking a post back', () => {
  const recall = () => recallPost(world.ports, 'POST-1', 'user:manager');

  it('stops what waits', async () => {
    await world.approve();
    expect((await recall()).takenBack).toHaveLength(1);
    world.clock.set('2026-12-01T12:00:00Z');
    expect(await world.beat()).toEqual([]);
    expect((await world.delivery()).state).toBe('recalled');
  });

  it('deletes what is out, and may be repeated', async () => {
    await world.approve();
    world.clock.set('2026-12-01T12:00:00Z');
    await world.beat();
    expect((await recall()).notTakenBack).toEqual([]);
    expect(await world.wallTexts()).toEqual([]);
    expect((await recall()).takenBack).toHaveLength(1);
  });

  it('finds and deletes what is in an unknown state', async () => {
    await makeUnknown('hang-up-after');
    expect((await recall()).takenBack).toHaveLength(1);
    expect(await world.wallTexts()).toEqual([]);
  });

  it('does not say that something is gone which the network may still show', async () => {
    await makeUnknown('hang-up-after');
    world.weather.timelineLagMs = 70_000;
    expect(await recall()).toMatchObject({
      takenBack: [],
      notTakenBack: [{ reason: 'not-settled' }],
    });
    world.clock.advance({ seconds: 80 });
    expect((await recall()).takenBack).toHaveLength(1);
    expect(await world.wallTexts()).toEqual([]);
  });

  it('tells what could not be taken back, and takes it back when the network answers', async () => {
    await world.approve();
    world.clock.set('2026-12-01T12:00:00Z');
    await world.beat();
    world.weather.isRemoveDown = () => true;
    expect((await recall()).notTakenBack).toMatchObject([{ reason: 'network-silent' }]);
    expect((await world.delivery()).state).toBe('sent');

    world.weather.isRemoveDown = () => false;
    expect((await recall()).takenBack).toHaveLength(1);
    expect(await world.wallTexts()).toEqual([]);
  });

  it('leaves what is being sent at this moment to finish, and says so', async () => {
    await world.approve();
    world.clock.set('2026-12-01T12:00:00Z');
    const publish = world.channel.publish.bind(world.channel);
    let reasons: readonly string[] = [];
    world.channel.publish = async (content) => {
      reasons = (await recall()).notTakenBack.map(({ reason }) => reason);
      return publish(content);
    };
    await world.beat();
    expect(reasons).toEqual(['in-flight']);
    expect((await recall()).takenBack).toHaveLength(1);
    expect(await world.wallTexts()).toEqual([]);
  });

  it('is final: the post cannot be approved again', async () => {
    await world.approve();
    await recall();
    await expect(world.approve()).rejects.toThrow('recalled');
  });
});

describe('the desk’s list of posts', () => {
  it('tells approval, weights, and the history of each part with the network’s words', async () => {
    await makeUnknown('hang-up-after');
    const [view] = await readPosts(world.ports);
    expect(view).toMatchObject({
      approvalState: 'approved',
      refusals: [],
      holds: [],
      weights: [{ network: 'simulator', language: 'fr', weight: 31, maximum: 280 }],
    });
    expect(view?.deliveries[0]?.attempts.at(-1)).toMatchObject({
      event: 'unknown',
      words: 'socket hang up',
    });
  });

  it('shows an approval as stale when the post says something else, or says it somewhere else', async () => {
    await world.approve();
    world.content.posts = [buildPost({ altText: 'Autre image' })];
    expect((await readPosts(world.ports))[0]?.approvalState).toBe('stale');
    world.content.accounts = [buildAccount(), buildAccount({ code: 'RADIO' })];
    world.content.posts = [buildPost({ accountCodes: ['MUR', 'RADIO'] })];
    expect((await readPosts(world.ports))[0]?.approvalState).toBe('stale');
  });

  it('shows why a post is held back', async () => {
    world.content.posts = [buildPost({ depicts: 'adult' })];
    const subject = { kind: 'post', code: 'POST-1' } as const;
    await world.ports.consents.add(buildConsent({ subject, channels: ['radio'] }));
    const [view] = await readPosts(world.ports);
    expect(view).toMatchObject({
      approvalState: 'not',
      holds: [{ language: 'fr', reasons: [{ kind: 'channel-not-covered', channel: 'social' }] }],
    });
  });
});
