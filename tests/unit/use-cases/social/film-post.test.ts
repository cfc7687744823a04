import { Readable } from 'node:stream';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { recallSpot } from '../../../../src/use-cases/alerts';
import { withdrawConsent } from '../../../../src/use-cases/consent';
import {
  approvePost,
  attachFilm,
  attachPicture,
  readFilms,
} from '../../../../src/use-cases/social';
import {
  buildAudiogram,
  buildConsent,
  buildPost,
  buildSpot,
  buildSpotVersion,
} from '../../../helpers/builders';
import { openSocialWorld, type SocialWorld } from '../../../helpers/social-world';

const FILM_ID = 'film-1';
const KEY = `audiograms/0042/${FILM_ID}.mp4`;

let world: SocialWorld;

/** A ready film of an adult's voice, whose consent covers social networks. */
beforeEach(async () => {
  world = await openSocialWorld({ spots: [buildSpot({ voices: 'adult', messageCode: null })] });
  const { ports } = world;
  const version = await ports.spotVersions.add(buildSpotVersion());
  await ports.consents.add(buildConsent({ channels: ['social'] }));
  const put = await ports.files.put(KEY, Readable.from([Buffer.from('a film')]), 1000);
  if (put.kind !== 'stored') throw new Error(put.kind);
  await ports.audiograms.add(buildAudiogram({ id: FILM_ID, spotVersionId: version.id }));
  await ports.audiograms.update(FILM_ID, {
    state: 'ready',
    progressPercent: 100,
    storageKey: KEY,
    sha256: put.file.sha256,
    sizeBytes: 6,
    durationSeconds: 30,
    sourceSeconds: 30,
  });
});
afterEach(() => world.close());

const attach = (audiogramId: string | null = FILM_ID) =>
  attachFilm(world.ports, { postCode: 'POST-1', audiogramId, by: 'user:journalist' });
const withdraw = () =>
  withdrawConsent(world.ports, { consentId: 'consent-1', by: 'user:journalist' });
async function due(): Promise<readonly string[]> {
  world.clock.set('2026-12-01T12:00:00Z');
  return world.beat();
}

describe('a post with a film of a spot', () => {
  it('goes out with the film, its bytes signed, and without a card', async () => {
    expect((await readFilms(world.ports)).map(({ audiogramId }) => audiogramId)).toEqual([FILM_ID]);
    expect(await attach()).toMatchObject({ ok: true, value: { spotCode: '0042', key: KEY } });
    world.content.posts = world.content.posts.map((post) => ({ ...post, cardTitle: '' }));
    const [delivery] = await world.approve();
    expect(delivery?.content).toMatchObject({ mediaKind: 'film', pictureKey: KEY });
    expect(delivery?.content.pictureSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await due()).toEqual(['published']);
  });

  it('loses its approval when the film is attached or taken away, and has one picture at a time', async () => {
    await world.approve();
    await attach();
    expect(await world.ports.approvals.of('POST-1')).toBeNull();
    await attachPicture(world.ports, 'POST-1', '/tmp/upload', 'user:journalist');
    expect(world.content.posts[0]?.film).toBeNull();
    await attach();
    expect(world.content.posts[0]?.pictureKey).toBeNull();
    await attach(null);
    expect(world.content.posts[0]?.film).toBeNull();
  });

  it('is not prepared with a film that nobody made, or that somebody holds back', async () => {
    expect(await attach('no-film')).toMatchObject({ refusals: [{ kind: 'film-held-back' }] });
    await withdraw();
    expect(await attach()).toMatchObject({
      refusals: [{ kind: 'film-held-back', reasons: [{ kind: 'withdrawn' }] }],
    });
  });

  it('waits for no consent that ends before it goes out', async () => {
    await attach();
    world.content.posts = world.content.posts.map((post) => ({
      ...post,
      dueAt: new Date('2099-01-01T12:00:00Z'),
    }));
    expect(await approvePost(world.ports, 'POST-1', 'user:manager')).toMatchObject({
      refusals: [{ kind: 'film-held-back', reasons: [{ kind: 'expired' }] }],
    });
  });

  it('comes back from the network when whoever is heard takes their consent back', async () => {
    await attach();
    await world.approve();
    await due();
    expect(await world.wallTexts()).toHaveLength(1);
    expect(await withdraw()).toEqual({ kind: 'withdrawn', notTakenBack: 0 });
    expect(await world.wallTexts()).toEqual([]);
    expect((await world.delivery()).state).toBe('recalled');
  });

  it('does not go out when the consent is withdrawn in the moment before the call', async () => {
    await attach();
    await world.approve();
    const { consents } = world.ports;
    const write = world.ports.deliveries.writeClaimed.bind(world.ports.deliveries);
    world.ports.deliveries.writeClaimed = async (...given) => {
      if (given[2].event === 'sending') {
        await consents.withdraw('consent-1', 'user:1', world.clock.now());
      }
      return write(...given);
    };
    expect(await due()).toEqual([]);
    expect(await world.wallTexts()).toEqual([]);
  });

  it('comes back when the spot is pulled, also when other posts stay', async () => {
    await attach();
    await world.approve();
    await due();
    const recalled = await recallSpot(world.ports, {
      spotCode: '0042',
      reason: 'outdated',
      note: '',
      withPosts: false,
      by: 'user:manager',
    });
    expect(recalled).toMatchObject({ kind: 'recalled', notTakenBack: 0 });
    expect(await world.wallTexts()).toEqual([]);
    world.content.posts = [...world.content.posts, buildPost({ code: 'POST-2' })];
    const again = { postCode: 'POST-2', audiogramId: FILM_ID, by: 'user:journalist' };
    expect(await attachFilm(world.ports, again)).toMatchObject({
      refusals: [{ kind: 'film-held-back', reasons: [{ kind: 'recalled' }] }],
    });
  });
});
