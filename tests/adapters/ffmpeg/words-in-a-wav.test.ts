import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFfmpegEngine } from '../../../src/adapters/ffmpeg';
import { createBroadcastWriter } from '../../../src/adapters/wave';
import { broadcastMetadata, missedTarget, tagText } from '../../../src/domain/audio';
import type { AudioEngine, BroadcastWriter, RenditionMade } from '../../../src/composition/ports';
import { SIX_PROFILES } from '../../fixtures/audio/profiles';
import { wav } from '../../fixtures/audio/sounds';
import { buildSpot, buildSpotVersion } from '../../helpers/builders';
import { BEXT_FIELDS, CART_FIELDS, contentOf, fieldOf } from '../wave/read-back';
import { engineOf, MACHINES, openScratch } from './machines';

const PROFILES = SIX_PROFILES.filter(({ code }) => ['WAV-48', 'MP3-48'].includes(code));
const SPOT = buildSpot({ code: '0042', title: 'Taama kɔrɔ', language: 'bm' });
const VERSION = buildSpotVersion({ number: 3 });

let folder: string;
let close: () => Promise<void>;
const at = (name: string) => path.join(folder, name);
beforeAll(async () => {
  ({ folder, close } = await openScratch());
  await writeFile(at('voice.wav'), wav({ parts: [{ voice: 3, peakDbfs: -6 }] }));
});
afterAll(() => close());

async function makeAll(engine: AudioEngine, into: string): Promise<readonly RenditionMade[]> {
  const answer = await engine.measure(at('voice.wav'));
  if (answer.kind !== 'measured') throw new Error(answer.reason.kind);
  const orders = PROFILES.map((profile) => ({
    profile,
    outputPath: at(`${into}-${profile.code}`),
    tags: tagText(SPOT, VERSION.number, 'Partir informé'),
    ...(profile.codec === 'wav'
      ? { broadcast: broadcastMetadata(SPOT, VERSION, 'Partir informé', profile) }
      : {}),
  }));
  return engine.render(at('voice.wav'), answer.measurement, orders);
}

describe.each(MACHINES)('a WAV for a station, by $name', (machine) => {
  const label = machine.name.replaceAll(' ', '-');
  const engine = createFfmpegEngine({
    env: machine.env,
    broadcastWriter: createBroadcastWriter(),
  });

  it('says the loudness it was measured to have, its spot and its days', async () => {
    const made = await makeAll(engine, `${label}-told`);
    const result = made.find(({ profileCode }) => profileCode === 'WAV-48');
    if (result === undefined) throw new Error('no WAV');
    const file = await readFile(at(`${label}-told-WAV-48`));
    expect(createHash('sha256').update(file).digest('hex')).toBe(result.sha256);
    expect(file.length).toBe(result.sizeBytes);

    const bext = contentOf(file, 'bext');
    expect(bext.readInt16LE(412)).toBe(Math.round((result.loudnessLufs ?? 0) * 100));
    expect(Math.abs(bext.readInt16LE(412) + 2300)).toBeLessThanOrEqual(25);
    expect(bext.readInt16LE(416)).toBe(Math.round((result.truePeakDbtp ?? 0) * 100));
    expect(fieldOf(bext, BEXT_FIELDS.description)).toBe('0042 v3 BM Taama koro');
    expect(fieldOf(bext, BEXT_FIELDS.originationDate)).toBe('2026-11-24');
    const cart = contentOf(file, 'cart');
    expect(fieldOf(cart, CART_FIELDS.cutId)).toBe('0042');
    expect(fieldOf(cart, CART_FIELDS.endDate)).toBe('2026-12-31');
    expect(cart.readUInt32LE(696)).toBe(contentOf(file, 'data').length / 2);
  });

  it('sounds as it does without words, and meets its target when it is heard again', async () => {
    const silent = engineOf(machine);
    await makeAll(silent, `${label}-bare`);
    await makeAll(engine, `${label}-full`);
    const bare = await readFile(at(`${label}-bare-WAV-48`));
    const full = await readFile(at(`${label}-full-WAV-48`));
    expect(contentOf(full, 'data').equals(contentOf(bare, 'data'))).toBe(true);
    expect(bare.includes('bext')).toBe(false);
    const again = await engine.measure(at(`${label}-full-WAV-48`));
    if (again.kind !== 'measured') throw new Error(again.reason.kind);
    const profile = PROFILES.find(({ code }) => code === 'WAV-48');
    if (profile === undefined) throw new Error('no profile');
    expect(missedTarget(profile, 'hash', again.measurement)).toBeNull();
  });

  it('is the same file when it is made again, and no other file changes for it', async () => {
    const first = await makeAll(engine, `${label}-one`);
    expect(await makeAll(engine, `${label}-two`)).toEqual(first);
    const bare = await makeAll(engineOf(machine), `${label}-three`);
    const but = (files: readonly RenditionMade[]) =>
      files.filter(({ profileCode }) => profileCode !== 'WAV-48');
    expect(but(bare)).toEqual(but(first));
  });

  it('is another toolchain’s when the writer is another', async () => {
    const hashOf = async (broadcastWriter?: BroadcastWriter) =>
      (await createFfmpegEngine({ env: machine.env, broadcastWriter }).toolchain()).hash;
    const writer = createBroadcastWriter();
    const hashes = await Promise.all([
      hashOf(),
      hashOf(writer),
      hashOf({ ...writer, revision: writer.revision + 1 }),
    ]);
    expect(new Set(hashes).size).toBe(3);
    expect(await hashOf(createBroadcastWriter())).toBe(hashes[1]);
  });

  it('leaves nothing half made when its words cannot be written', async () => {
    const broken = createFfmpegEngine({
      env: machine.env,
      broadcastWriter: {
        ...createBroadcastWriter(),
        write: () => Promise.reject(new Error('disk full')),
      },
    });
    await expect(makeAll(broken, `${label}-broken`)).rejects.toThrow('disk full');
    const left = (await readdir(folder)).filter((name) => name.includes('-broken-'));
    expect(left.filter((name) => name.includes('WAV') || name.includes('.part'))).toEqual([]);
  });
});
