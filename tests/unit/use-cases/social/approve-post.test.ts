import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { approvePost, attachPicture } from '../../../../src/use-cases/social';
import {
  buildAccount,
  buildConsent,
  buildMessage,
  buildPost,
  buildTranslation,
} from '../../../helpers/builders';
import { openSocialWorld } from '../../../helpers/social-world';
import type { SocialWorld } from '../../../helpers/social-world';

describe('approving a post', () => {
  let world: SocialWorld;
  beforeEach(async () => {
    world = await openSocialWorld();
  });
  afterEach(() => world.close());

  const approve = () => approvePost(world.ports, 'POST-1', 'user:manager');
  async function refusals(): Promise<readonly string[]> {
    const answer = await approve();
    return answer.ok ? [] : answer.refusals.map(({ kind }) => kind);
  }

  it('queues one delivery for each account and each language with a text', async () => {
    world.content.accounts = [buildAccount({ code: 'MUR' }), buildAccount({ code: 'RADIO' })];
    world.content.posts = [
      buildPost({
        texts: { fr: 'Informez-vous.', bm: 'Kunnafoni ɲini.', snk: '  ' },
        accountCodes: ['MUR', 'RADIO'],
      }),
    ];
    const deliveries = await world.approve();
    expect(deliveries.map(({ idempotencyKey }) => idempotencyKey)).toEqual([
      'POST-1/MUR/bm',
      'POST-1/MUR/fr',
      'POST-1/RADIO/bm',
      'POST-1/RADIO/fr',
    ]);
    expect(deliveries.every(({ state }) => state === 'queued')).toBe(true);
  });

  it('repeated, changes nothing: not the hash, not who approved, not the rows', async () => {
    const first = await approve();
    world.clock.advance({ minutes: 5 });
    const second = await approvePost(world.ports, 'POST-1', 'user:another');
    expect(second).toEqual(first);
  });

  it('repeated after it went out, sends nothing again', async () => {
    await world.approve();
    world.clock.set('2026-12-01T12:00:00Z');
    await world.beat();
    await world.approve();
    expect(await world.beat()).toEqual([]);
    expect(await world.wallTexts()).toHaveLength(1);
  });

  it('draws a card once for each language, with the published title of that language', async () => {
    const bambara = buildTranslation({
      language: 'bm',
      title: 'Taama kunnafoni',
      isPublished: true,
    });
    world.content.messages = [buildMessage({ translations: { bm: bambara } })];
    world.content.posts = [buildPost({ texts: { fr: 'Informez-vous.', bm: 'Kunnafoni ɲini.' } })];
    const [inBambara, inFrench] = await world.approve();
    const read = async (key: string | null | undefined) => {
      const chunks: Buffer[] = [];
      for await (const chunk of world.ports.files.read(key ?? '')) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString();
    };
    expect(await read(inBambara?.content.pictureKey)).toContain('Taama kunnafoni');
    expect(await read(inFrench?.content.pictureKey)).toContain('Partir, c’est aussi savoir');
  });

  it.each([
    ['no text', { texts: { fr: ' \n ' } }, 'no-text'],
    ['no due date', { dueAt: null }, 'no-due-date'],
    ['no account', { accountCodes: [] }, 'no-account'],
    ['an unknown account', { accountCodes: ['NOWHERE'] }, 'unknown-account'],
    ['a text over 280', { texts: { fr: 'a'.repeat(281) } }, 'too-long'],
    ['no description of the picture', { altText: ' ' }, 'missing-alt-text'],
    ['no title for its card', { cardTitle: '' }, 'no-card-title'],
    ['one text twice', { texts: { fr: 'Yeelen', bm: 'Yeelen' } }, 'same-text-twice'],
    ['a person nobody asked', { depicts: 'minor' as const }, 'held-back'],
    ['a photograph that is gone', { pictureKey: 'pictures/gone.jpg' }, 'picture-missing'],
  ])('refuses a post with %s', async (_story, what, kind) => {
    world.content.posts = [buildPost(what)];
    expect(await refusals()).toEqual([kind]);
    expect(await world.ports.approvals.of('POST-1')).toBeNull();
    expect(await world.ports.deliveries.all()).toEqual([]);
  });

  it('refuses a paused account', async () => {
    world.content.accounts = [buildAccount({ isPaused: true })];
    expect(await refusals()).toEqual(['account-paused']);
  });

  it('refuses a due date one millisecond beyond its tolerance, not at its end', async () => {
    world.clock.set('2026-12-01T13:00:00.001Z');
    expect(await refusals()).toEqual(['due-in-past']);
    world.clock.set('2026-12-01T13:00:00.000Z');
    expect(await refusals()).toEqual([]);
  });

  it('refuses a consent that ends before the day on which the post goes out', async () => {
    world.content.posts = [
      buildPost({ depicts: 'adult', dueAt: new Date('2026-12-24T12:00:00Z') }),
    ];
    const subject = { kind: 'post', code: 'POST-1' } as const;
    await world.ports.consents.add(buildConsent({ subject, expiresOn: '2026-12-23' }));
    expect(await refusals()).toEqual(['held-back']);
  });

  it('refuses the same words on the same account while another post with them waits', async () => {
    world.content.posts = [buildPost(), buildPost({ code: 'POST-2' })];
    await world.approve('POST-2');
    expect(await approve()).toMatchObject({
      refusals: [{ kind: 'text-already-planned', accountCode: 'MUR', postCode: 'POST-2' }],
    });
  });

  it('refuses a new approval while an old part may be out', async () => {
    await world.approve();
    world.weather.onPublish = () => ({ kind: 'hang-up-after' });
    world.clock.set('2026-12-01T12:00:00Z');
    await world.beat();
    world.content.posts = [buildPost({ texts: { fr: 'Autre texte.' } })];
    expect(await refusals()).toEqual(['in-flight']);
  });

  it('does not approve what was edited while its card was drawn', async () => {
    const { painter } = world.ports;
    const paint = painter.paint.bind(painter);
    painter.paint = async (card, path) => {
      world.content.posts = [buildPost({ texts: { fr: 'Écrit entre-temps.' } })];
      return paint(card, path);
    };
    expect(await refusals()).toEqual(['changed-meanwhile']);
    expect(await world.ports.approvals.of('POST-1')).toBeNull();
    expect(await world.ports.deliveries.all()).toEqual([]);
    painter.paint = paint;
  });

  it('queues again what was missed, at its new time', async () => {
    await world.approve();
    world.clock.set('2026-12-02T09:00:00Z');
    expect(await world.beat()).toEqual(['missed']);
    world.content.posts = [buildPost({ dueAt: new Date('2026-12-02T10:00:00Z') })];
    await world.approve();
    world.clock.set('2026-12-02T10:00:00Z');
    expect(await world.beat()).toEqual(['published']);
    const events = await world.ports.deliveries.attempts((await world.delivery()).id);
    expect(events.map(({ event }) => event)).toEqual(['missed', 'sending', 'published']);
  });

  it('uses a cleaned photograph instead of a card, and attaching one voids the approval', async () => {
    await world.approve();
    const attached = await attachPicture(world.ports, 'POST-1', '/tmp/upload', 'user:journalist');
    expect(attached.ok).toBe(true);
    expect(await world.ports.approvals.of('POST-1')).toBeNull();
    const [delivery] = await world.approve();
    expect(delivery?.content.pictureKey).toMatch(/^pictures\/.+\.jpg$/);
    expect(delivery?.content.pictureSha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
