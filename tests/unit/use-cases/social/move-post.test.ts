import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { movePost, readPosts } from '../../../../src/use-cases/social';
import { buildConsent, buildPost } from '../../../helpers/builders';
import { openSocialWorld, type SocialWorld } from '../../../helpers/social-world';

const LATER = new Date('2026-12-02T18:00:00Z');

describe('moving a post in the calendar', () => {
  let world: SocialWorld;
  beforeEach(async () => {
    world = await openSocialWorld();
  });
  afterEach(() => world.close());

  const move = (what: { readonly mayApprove?: boolean; readonly dueAt?: Date } = {}) =>
    movePost(world.ports, {
      postCode: 'POST-1',
      dueAt: LATER,
      by: 'user:mover',
      mayApprove: true,
      ...what,
    });
  const kinds = async (what?: Parameters<typeof move>[0]) => {
    const answer = await move(what);
    return answer.ok ? [] : answer.refusals.map(({ kind }) => kind);
  };

  it('keeps it approved when somebody moves it who may approve, and it goes out once, at its new time', async () => {
    await world.approve();
    expect(await move()).toMatchObject({ ok: true, value: { isApproved: true } });
    expect(world.content.posts[0]?.dueAt).toEqual(LATER);
    expect((await readPosts(world.ports))[0]?.approvalState).toBe('approved');
    world.clock.set('2026-12-01T12:00:00Z');
    expect(await world.beat()).toEqual([]);
    world.clock.set(LATER);
    expect(await world.beat()).toEqual(['published']);
    expect(await world.wallTexts()).toHaveLength(1);
  });

  it('signs the move: the same post approved again is the same approval', async () => {
    await world.approve();
    await move();
    const moved = await world.ports.approvals.of('POST-1');
    expect(moved?.by).toBe('user:mover');
    await world.approve();
    expect(await world.ports.approvals.of('POST-1')).toEqual(moved);
  });

  it('voids the approval when somebody else moves it', async () => {
    await world.approve();
    expect(await move({ mayApprove: false })).toMatchObject({ value: { isApproved: false } });
    expect(world.content.posts[0]?.dueAt).toEqual(LATER);
    expect(await world.ports.approvals.of('POST-1')).toBeNull();
    world.clock.set(LATER);
    expect(await world.beat()).toEqual([]);
  });

  it('does not approve by the way what was edited since', async () => {
    await world.approve();
    world.content.posts = [buildPost({ texts: { fr: 'Autre texte.' } })];
    expect(await move()).toMatchObject({ value: { isApproved: false } });
    world.clock.set(LATER);
    expect(await world.beat()).toEqual([]);
  });

  it('does not move what may be out already', async () => {
    await world.approve();
    world.weather.onPublish = () => ({ kind: 'hang-up-after' });
    world.clock.set('2026-12-01T12:00:00Z');
    await world.beat();
    expect(await kinds()).toEqual(['in-flight']);
    expect((await world.delivery()).content.dueAt).toEqual(new Date('2026-12-01T12:00:00Z'));
  });

  it('stops a heartbeat that holds the row and has not begun to send', async () => {
    await world.approve();
    world.clock.set('2026-12-01T12:00:00Z');
    const row = await world.delivery();
    const lease = new Date('2026-12-01T12:02:00Z');
    const claimed = await world.ports.deliveries.claim(row, 'heartbeat', lease);
    await move();
    const intent = { event: 'sending' as const, words: '', change: { state: 'sending' as const } };
    const isBegun = await world.ports.deliveries.writeClaimed(
      row.id,
      'heartbeat',
      intent,
      world.clock.now(),
      { state: 'queued', approval: { hash: claimed?.approvalHash ?? '', withdrawnConsents: 0 } },
    );
    expect(isBegun).toBe(false);
    expect((await world.delivery()).state).toBe('queued');
  });

  it('sends what was missed at its new time, without another approval', async () => {
    await world.approve();
    world.clock.set('2026-12-02T09:00:00Z');
    expect(await world.beat()).toEqual(['missed']);
    expect(await move()).toMatchObject({ value: { isApproved: true } });
    world.clock.set(LATER);
    expect(await world.beat()).toEqual(['published']);
    const history = await world.ports.deliveries.attempts((await world.delivery()).id);
    expect(history.map(({ event }) => event)).toEqual(['missed', 'moved', 'sending', 'published']);
  });

  it('refuses a time that is over, one after the day it speaks of, and what is all out', async () => {
    world.content.posts = [buildPost({ notAfter: new Date('2026-12-02T12:00:00Z') })];
    await world.approve();
    expect(await kinds({ dueAt: new Date('2026-12-01T08:00:00Z') })).toEqual(['due-in-past']);
    expect(await kinds()).toEqual(['due-after-end']);
    world.clock.set('2026-12-01T12:00:00Z');
    await world.beat();
    expect(await kinds({ dueAt: new Date('2026-12-02T09:00:00Z') })).toEqual(['all-sent']);
  });

  it('refuses a day that a consent does not reach', async () => {
    world.content.posts = [buildPost({ depicts: 'adult' })];
    const subject = { kind: 'post', code: 'POST-1' } as const;
    await world.ports.consents.add(buildConsent({ subject, expiresOn: '2026-12-01' }));
    await world.approve();
    expect(await kinds()).toEqual(['held-back']);
    expect((await world.delivery()).content.dueAt).toEqual(new Date('2026-12-01T12:00:00Z'));
  });
});

describe('a post that speaks of a day', () => {
  it('is missed after it, however much delay it tolerates', async () => {
    const notAfter = new Date('2026-12-01T12:30:00Z');
    const world = await openSocialWorld({ posts: [buildPost({ notAfter })] });
    await world.approve();
    world.clock.set('2026-12-01T12:30:00.001Z');
    expect(await world.beat()).toEqual(['missed']);
    await world.close();
  });
});
