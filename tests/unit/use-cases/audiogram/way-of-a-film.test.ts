import { writeFile } from 'node:fs/promises';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type {
  AudiogramMaker,
  AudiogramOrder,
  AudiogramPainter,
} from '../../../../src/composition/ports';
import { setProtection } from '../../../../src/use-cases/audio';
import {
  findAudiogram,
  giveUpAudiogram,
  makeAudiogram,
  makeMissingAudiograms,
  readAudiograms,
  requestAudiogram,
} from '../../../../src/use-cases/audiogram';
import { buildConsent, buildSpot } from '../../../helpers/builders';
import { FILM_PROFILE, FILM_SPOT, placeSound } from '../../../helpers/film-story';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';

/** How long the engine finds the spot. */
let spokenSeconds: number;
let orders: AudiogramOrder[];
let cards: Parameters<AudiogramPainter['paintCard']>[0][];
let onMake: () => Promise<void>;

const maker: AudiogramMaker = {
  readiness: async () => ({ kind: 'ready', toolchainHash: 'toolchain' }),
  listen: async () => ({
    framesPerSecond: 20,
    levels: new Array<number>(spokenSeconds * 20).fill(0.2),
  }),
  async make(order, onProgress) {
    orders.push(order);
    await onMake();
    onProgress?.(50);
    await writeFile(order.outputPath, 'a film');
    return { sizeBytes: 6, durationSeconds: order.seconds };
  },
};
const painter: AudiogramPainter = {
  revision: 1,
  place: () => ({ left: 0, top: 0, width: 1080, height: 240, pixelsPerSecond: 160 }),
  paintCard: async (card) => void cards.push(card),
  paintStrip: async () => undefined,
};

let world: TestPorts;
beforeEach(async () => {
  spokenSeconds = 30;
  orders = [];
  cards = [];
  onMake = async () => undefined;
  world = await openTestPorts({
    audiogramMaker: maker,
    audiogramPainter: painter,
    content: { spots: [{ ...FILM_SPOT, voices: 'adult' }], profiles: [FILM_PROFILE] },
  });
  await placeSound(world.ports, { bytes: Buffer.from('a sound') });
  await world.ports.consents.add(buildConsent());
});
afterEach(() => world.close());

const ask = (shape: 'square' | 'vertical' = 'square') =>
  requestAudiogram(world.ports, { spotCode: '0042', shape, by: 'user:journalist' });

async function asked(shape: 'square' | 'vertical' = 'square'): Promise<string> {
  const answer = await ask(shape);
  if (answer.kind !== 'requested') throw new Error(answer.kind);
  return answer.audiogram.id;
}

async function made(shape: 'square' | 'vertical' = 'square'): Promise<string> {
  const id = await asked(shape);
  await makeAudiogram(world.ports, id);
  return id;
}

describe('a film that is asked for', () => {
  it('is made once, and shown with its length', async () => {
    const id = await made();
    expect(await asked()).toBe(id);
    await makeAudiogram(world.ports, id);
    expect(orders).toHaveLength(1);
    expect(await findAudiogram(world.ports, id)).toMatchObject({ durationSeconds: 30 });
    expect(await asked('vertical')).not.toBe(id);
    const view = await readAudiograms(world.ports, '0042');
    expect(view?.films.map(({ audiogram }) => audiogram?.state)).toEqual(['ready', 'waiting']);
  });

  it('says on its card and at the desk that it is an excerpt of a longer spot', async () => {
    spokenSeconds = 130;
    await made();
    expect(cards).toMatchObject([{ note: 'Extrait', title: 'Kunnafoni ɲini sani ka taa' }]);
    expect(orders).toMatchObject([{ seconds: 60, fadeSeconds: 1.5 }]);
    const view = await readAudiograms(world.ports, '0042');
    expect(view?.films[0]).toMatchObject({ isExcerpt: true, audiogram: { sourceSeconds: 130 } });
  });

  it('is another when the words on its card change', async () => {
    const id = await made();
    world.content.campaign = { ...world.content.campaign, hotline: '80 11 11 11' };
    expect(await asked()).not.toBe(id);
  });

  it('whose job was lost is found again, and one that failed may be asked for again', async () => {
    const id = await asked();
    await world.knex('ops_jobs').delete();
    expect(await makeMissingAudiograms(world.ports)).toBe(1);
    expect(await world.ports.jobs.all()).toMatchObject([{ kind: 'make-audiogram', subject: id }]);
    await giveUpAudiogram(world.ports, id, 'no space');
    expect(await makeMissingAudiograms(world.ports)).toBe(0);
    expect(await ask()).toMatchObject({ audiogram: { id, state: 'waiting', failure: null } });
  });
});

describe('a film that may not be', () => {
  it('is refused with what is wanting: a sound, a consent for social networks, an engine', async () => {
    world.content.spots.push(buildSpot({ code: '0043' }));
    const empty = { spotCode: '0043', shape: 'square', by: 'user:1' } as const;
    expect(await requestAudiogram(world.ports, empty)).toEqual({ kind: 'no-sound' });
    expect(await requestAudiogram(world.ports, { ...empty, spotCode: '9999' })).toEqual({
      kind: 'unknown-spot',
    });
    const lacking = { ...maker, readiness: async () => ({ kind: 'missing' }) as const };
    expect(
      await requestAudiogram(
        { ...world.ports, audiogramMaker: lacking },
        { ...empty, spotCode: '0042' },
      ),
    ).toEqual({ kind: 'engine', readiness: { kind: 'missing' } });
    await world.ports.consents.withdraw('consent-1', 'user:1', world.clock.now());
    expect(await ask()).toEqual({ kind: 'held-back', reasons: [{ kind: 'withdrawn' }] });
  });

  it('is not made of a voice that agreed to the radio alone', async () => {
    await world.knex('ops_consents').update({ channels: '["radio","web"]' });
    expect(await ask()).toEqual({
      kind: 'held-back',
      reasons: [{ kind: 'channel-not-covered', channel: 'social' }],
    });
  });

  it('closes at once when the consent is withdrawn, wherever it was opened from', async () => {
    const id = await made();
    await world.ports.consents.withdraw('consent-1', 'user:1', world.clock.now());
    expect(await findAudiogram(world.ports, id)).toBeNull();
    const view = await readAudiograms(world.ports, '0042');
    expect(view?.reasons).toEqual([{ kind: 'withdrawn' }]);
    expect(view?.films.every(({ audiogram }) => audiogram === null)).toBe(true);
  });

  it('closes at once when the witness is protected', async () => {
    const id = await made();
    await setProtection(world.ports, { spotCode: '0042', isProtected: true, by: 'user:manager' });
    expect(await findAudiogram(world.ports, id)).toBeNull();
    expect(await ask()).toMatchObject({ kind: 'held-back' });
  });

  it('is thrown away when the consent goes while it is made', async () => {
    const id = await asked();
    onMake = () => world.ports.consents.withdraw('consent-1', 'user:1', world.clock.now());
    await makeAudiogram(world.ports, id);
    const film = await world.ports.audiograms.byId(id);
    expect(film).toMatchObject({ state: 'failed', storageKey: null });
    expect(await world.ports.files.has(`audiograms/0042/${id.toLowerCase()}.mp4`)).toBe(false);
  });
});
