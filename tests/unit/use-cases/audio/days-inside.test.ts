import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBroadcastWriter } from '../../../../src/adapters/wave';
import type { RenditionMade } from '../../../../src/composition/ports';
import type { Rendition } from '../../../../src/domain/audio';
import {
  findRendition,
  prepareMissing,
  prepareSpot,
  readSpot,
  submitRecording,
} from '../../../../src/use-cases/audio';
import { readCurrentManifest } from '../../../../src/use-cases/delivery';
import { wav } from '../../../fixtures/audio/sounds';
import { buildProfile, buildSlot, buildSpot, buildStation } from '../../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';
import { createFakeEngine, type FakeEngine } from './fake-engine';

const AUTOMATED = buildProfile({ code: 'WAV', codec: 'wav', bitRateKbps: null, channels: 1 });
const BY_HAND = buildProfile({ code: 'MP3' });
const SPOT = { code: '0042', flightStart: '2026-11-24', flightEnd: '2026-12-31' } as const;

let world: TestPorts;
let engine: FakeEngine;
let versionId: string;
beforeEach(async () => {
  engine = createFakeEngine();
  const writer = createBroadcastWriter();
  world = await openTestPorts({
    audio: {
      ...engine,
      // As the real one: a WAV with words in it.
      render: async (master, measurement, orders, onProgress) => {
        const made = await engine.render(master, measurement, orders, onProgress);
        return Promise.all(
          made.map(async (file, index): Promise<RenditionMade> => {
            const { outputPath = '', broadcast } = orders[index] ?? {};
            if (broadcast === undefined) return file;
            await writeFile(outputPath, wav({ parts: [{ tone: 1, peakDbfs: -6 }] }));
            await writer.write(outputPath, broadcast, file);
            const bytes = await readFile(outputPath);
            const sha256 = createHash('sha256').update(bytes).digest('hex');
            return { ...file, sha256, sizeBytes: bytes.length };
          }),
        );
      },
    },
    content: {
      spots: [buildSpot(SPOT)],
      profiles: [AUTOMATED, BY_HAND],
      stations: [
        buildStation({ code: 'KAY', profileCode: 'WAV' }),
        buildStation({ code: 'BKO', profileCode: 'MP3' }),
      ],
    },
  });
  const received = await submitRecording(world.ports, {
    spotCode: '0042',
    content: Readable.from([Buffer.from('the sound')]),
    by: 'user:journalist',
  });
  if (received.kind !== 'received') throw new Error(received.kind);
  versionId = received.version.id;
  await prepareSpot(world.ports, versionId);
  await world.ports.slots.addAll(
    ['KAY', 'BKO'].map((stationCode) =>
      buildSlot({
        id: `slot-${stationCode}`,
        stationCode,
        spotCode: '0042',
        airDate: '2026-11-25',
        windowStart: new Date('2026-11-25T10:00:00Z'),
        windowEnd: new Date('2026-11-25T10:30:00Z'),
      }),
    ),
    'user:manager',
    world.clock.now(),
  );
  engine.asked.length = 0;
});
afterEach(() => world.close());

function changeDays(days: { readonly flightStart?: string; readonly flightEnd?: string }): void {
  world.content.spots[0] = buildSpot({ ...SPOT, ...days });
  world.clock.advance({ seconds: 15 });
}

/** What the heartbeat does. */
async function beat(): Promise<number> {
  const asked = await prepareMissing(world.ports);
  if (asked > 0) await prepareSpot(world.ports, versionId);
  return asked;
}

async function fileOf(profileCode: string): Promise<Rendition> {
  const rendition = await findRendition(world.ports, '0042', profileCode);
  if (rendition === null) throw new Error(`no file for ${profileCode}`);
  return rendition;
}

/** First and last day, as an automation reads them: AES46, offsets 452 and 470 of the chunk. */
async function daysIn({ storageKey }: Rendition): Promise<readonly string[]> {
  const bytes = await readFile(world.ports.files.pathOf(storageKey));
  const at = bytes.indexOf('cart') + 8;
  return [452, 470].map((offset) => bytes.toString('latin1', at + offset, at + offset + 10));
}

describe('a spot whose days on air are changed', () => {
  it('gets a WAV that says the new days, without the engine; the MP3 is the one it was', async () => {
    const [wavBefore, mp3Before] = [await fileOf('WAV'), await fileOf('MP3')];
    expect(await daysIn(wavBefore)).toEqual(['2026-11-24', '2026-12-31']);
    changeDays({ flightEnd: '2027-01-15' });
    expect(await beat()).toBe(1);

    const after = await fileOf('WAV');
    expect(await daysIn(after)).toEqual(['2026-11-24', '2027-01-15']);
    expect(after).toMatchObject({
      loudnessLufs: wavBefore.loudnessLufs,
      sizeBytes: wavBefore.sizeBytes,
      toolchainHash: wavBefore.toolchainHash,
    });
    expect(engine.asked).toEqual([]);
    expect(await daysIn(wavBefore)).toEqual(['2026-11-24', '2026-12-31']);
    expect(await fileOf('MP3')).toEqual(mp3Before);
    expect(await world.ports.renditions.all()).toHaveLength(3);
  });

  it('asks for nothing when nothing was changed, nor a second time', async () => {
    expect(await beat()).toBe(0);
    changeDays({ flightStart: '2026-11-25' });
    expect(await beat()).toBe(1);
    expect(await beat()).toBe(0);
  });

  it('has its old file back when the days are changed back', async () => {
    const before = await fileOf('WAV');
    changeDays({ flightEnd: '2027-01-15' });
    await beat();
    changeDays({});
    expect(await beat()).toBe(0);
    expect(await fileOf('WAV')).toEqual(before);
  });

  it('leaves its station the old file until the new one is there, then replaces it', async () => {
    const list = async (stationCode: string) => {
      const manifest = await readCurrentManifest(world.ports, stationCode);
      if (manifest === null) throw new Error(stationCode);
      return manifest;
    };
    const first = await list('KAY');
    await list('BKO');
    changeDays({ flightEnd: '2027-01-15' });
    const waiting = await list('KAY');
    expect(waiting.changes).toEqual([]);
    expect(waiting.files).toMatchObject([{ sha256: first.files[0]?.sha256 }]);
    expect((await readSpot(world.ports, '0042'))?.profiles[0]?.state.kind).toBe('waiting');
    await beat();
    expect((await readSpot(world.ports, '0042'))?.profiles[0]?.state.kind).toBe('ready');
    expect((await list('KAY')).changes).toEqual([
      {
        op: 'replace',
        spotCode: '0042',
        fileName: expect.stringContaining('_20261124-20270115_') as string,
        replacedFileName: expect.stringContaining('_20261124-20261231_') as string,
      },
    ]);
    expect((await world.ports.manifests.byVersion('KAY', first.version))?.files).toEqual(
      first.files,
    );
    // Nothing inside an MP3 says days; its name does, as before.
    expect((await list('BKO')).files[0]?.fileName).toContain('_20261124-20270115_');
  });

  it.each([
    ['is gone', (key: string) => world.ports.files.remove(key)],
    [
      'is damaged',
      (key: string) => writeFile(world.ports.files.pathOf(key), 'RIFF is all that is left'),
    ],
  ])('has its file made from the recording when the old one %s', async (_, harm) => {
    await harm((await fileOf('WAV')).storageKey);
    changeDays({ flightEnd: '2027-01-15' });
    await beat();
    expect(engine.asked).toEqual(['render WAV']);
    expect(await daysIn(await fileOf('WAV'))).toEqual(['2026-11-24', '2027-01-15']);
  });
});
