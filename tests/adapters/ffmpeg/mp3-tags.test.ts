import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ffprobeInstaller from '@ffprobe-installer/ffprobe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tagText, type Measurement } from '../../../src/domain/audio';
import type { AudioEngine, Tags } from '../../../src/composition/ports';
import { SIX_PROFILES } from '../../fixtures/audio/profiles';
import { wav } from '../../fixtures/audio/sounds';
import { buildSpot } from '../../helpers/builders';
import { engineOf, MACHINES, openScratch } from './machines';

const MP3_PROFILES = SIX_PROFILES.filter(({ codec }) => codec === 'mp3');

let folder: string;
let close: () => Promise<void>;
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  ({ folder, close } = await openScratch());
  await writeFile(at('voice.wav'), wav({ parts: [{ voice: 2.5, peakDbfs: -12 }] }));
});
afterAll(() => close());

/** Tags as an independent reader shows them. */
function tagsOf(file: string): Readonly<Record<string, string>> {
  const answer = execFileSync(
    ffprobeInstaller.path,
    ['-v', 'error', '-show_entries', 'format_tags', '-of', 'json', file],
    { encoding: 'utf8' },
  );
  const { format } = JSON.parse(answer) as { format: { tags?: Record<string, string> } };
  return format.tags ?? {};
}

/** The content of an ID3v2.3 frame: sizes are 32 bits, big-endian (id3.org, section 3.3). */
function frameOf(file: Buffer, name: string): Buffer {
  let offset = 10;
  while (file.toString('latin1', offset, offset + 4) !== name) {
    const size = file.readUInt32BE(offset + 4);
    if (size === 0) throw new Error(`no ${name}`);
    offset += 10 + size;
  }
  return file.subarray(offset + 10, offset + 10 + file.readUInt32BE(offset + 4));
}

const OVER_LONG = `0042 ${'Ŋɔmi ɲɛfɔ é '.repeat(100)}fin`;
const BAMBARA: Tags = {
  title: '0042 Taama kɔrɔ ɲɛfɔ, ŋɔmi: « çà où ? » Ɛ Ɔ Ɲ Ŋ',
  artist: 'Partir informé – Kayes',
  album: 'Être prêt',
  comment: '0042 v3 SNK',
};
const CASES: readonly [string, Tags][] = [
  ['accents and the letters of Bambara and Soninke', BAMBARA],
  [
    'tone marks of their own, and letters beyond 16 bits',
    { title: '0042 ɛ\u0301 ɔ\u0300 📻', artist: 'ߒߞߏ', album: 'a=b;c\\d', comment: "l'été" },
  ],
  [
    'texts that are far too long',
    { title: OVER_LONG, artist: OVER_LONG, album: OVER_LONG, comment: OVER_LONG },
  ],
];

describe.each(MACHINES)('an MP3 by $name', (machine) => {
  const engine: AudioEngine = engineOf(machine);
  const label = machine.name.replaceAll(' ', '-');
  let measurement: Measurement;
  beforeAll(async () => {
    const answer = await engine.measure(at('voice.wav'));
    if (answer.kind !== 'measured') throw new Error(answer.reason.kind);
    measurement = answer.measurement;
  });

  async function makeAll(tags: Tags): Promise<readonly string[]> {
    const orders = MP3_PROFILES.map((profile) => ({
      profile,
      outputPath: at(`${label}-${profile.code}.mp3`),
      tags,
    }));
    await engine.render(at('voice.wav'), measurement, orders);
    return orders.map(({ outputPath }) => outputPath);
  }

  it.each(CASES)('gives back %s', async (_, tags) => {
    for (const file of await makeAll(tags)) expect(tagsOf(file)).toMatchObject(tags);
  });

  it('writes ID3v2.3 in UTF-16 and no ID3v1, which would garble ɛ ɔ ɲ ŋ', async () => {
    for (const file of await makeAll(BAMBARA)) {
      const bytes = await readFile(file);
      expect(bytes.toString('latin1', 0, 3)).toBe('ID3');
      expect([bytes[3], bytes[4]]).toEqual([3, 0]);
      // 1: UTF-16 with a byte order mark; version 2.3 knows no UTF-8.
      const title = frameOf(bytes, 'TIT2');
      expect([...title.subarray(0, 3)]).toEqual([1, 0xff, 0xfe]);
      expect(title.toString('utf16le', 3)).toContain('ɲɛfɔ, ŋɔmi');
      expect(bytes.toString('latin1', bytes.length - 128, bytes.length - 125)).not.toBe('TAG');
    }
  });

  it('keeps the code of a spot whose title does not end', async () => {
    const spot = buildSpot({ code: '0042', title: 'Ŋɔmi 📻'.repeat(60), language: 'bm' });
    const tags = tagText(spot, 1, 'Partir informé');
    for (const file of await makeAll(tags)) {
      const { title } = tagsOf(file);
      expect(title).toBe(tags.title);
      expect(title).toMatch(/^0042 Ŋɔmi 📻Ŋɔmi/u);
      expect([...(title ?? '')].length).toBe(60);
    }
  });
});
