import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { withdrawConsent } from '../../../../src/use-cases/consent';
import { approvePost } from '../../../../src/use-cases/social';
import { buildConsent, buildPost } from '../../../helpers/builders';
import { openSocialWorld, type SocialWorld } from '../../../helpers/social-world';

const subject = { kind: 'post', code: 'POST-1' } as const;

let world: SocialWorld;
beforeEach(async () => {
  world = await openSocialWorld({ posts: [buildPost({ depicts: 'adult' })] });
  await world.ports.consents.add(buildConsent({ subject, voices: 'adult', channels: ['social'] }));
});
afterEach(() => world.close());

const withdraw = () => withdrawConsent(world.ports, { consentId: 'consent-1', by: 'user:1' });
async function publish(): Promise<void> {
  await world.approve();
  world.clock.set('2026-12-01T12:00:00Z');
  await world.beat();
}

describe('somebody seen on a post who takes their consent back', () => {
  it('is gone from the network at once, and the post does not come back', async () => {
    await publish();
    expect(await world.wallTexts()).toHaveLength(1);
    expect(await withdraw()).toEqual({ kind: 'withdrawn', notTakenBack: 0 });
    expect(await world.wallTexts()).toEqual([]);
    expect((await world.delivery()).state).toBe('recalled');
    expect(await approvePost(world.ports, 'POST-1', 'user:manager')).toMatchObject({
      ok: false,
      refusals: [{ kind: 'recalled' }],
    });
  });

  it('stops what waits', async () => {
    await world.approve();
    await withdraw();
    world.clock.set('2026-12-01T12:00:00Z');
    expect(await world.beat()).toEqual([]);
    expect(await world.wallTexts()).toEqual([]);
  });

  it('is gone also when the post was deleted in the desk meanwhile', async () => {
    await publish();
    world.content.posts = [];
    await withdraw();
    expect(await world.wallTexts()).toEqual([]);
  });

  it('is told when the network does not answer, and is gone at the next try', async () => {
    await publish();
    world.weather.isRemoveDown = () => true;
    expect(await withdraw()).toEqual({ kind: 'withdrawn', notTakenBack: 1 });
    expect(await world.wallTexts()).toHaveLength(1);
    world.weather.isRemoveDown = () => false;
    expect(await withdraw()).toEqual({ kind: 'already-withdrawn', notTakenBack: 0 });
    expect(await world.wallTexts()).toEqual([]);
  });
});
