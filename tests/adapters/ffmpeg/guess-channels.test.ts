import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { guessChannels } from '../../../src/adapters/ffmpeg/guess-channels';
import { wav } from '../../fixtures/audio/sounds';
import { encode, openScratch } from './machines';

let folder: string;
let close: () => Promise<void>;
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  ({ folder, close } = await openScratch());
  for (const channels of [1, 2] as const) {
    await writeFile(at(`${channels}.wav`), wav({ channels, parts: [{ voice: 3, peakDbfs: -6 }] }));
  }
});

afterAll(() => close());

describe('how many channels a recording probably has', () => {
  const sorts: [string, string, string[]][] = [
    ['a WAV', 'wav', []],
    ['an MP3 with tags', 'mp3', ['-metadata', 'title=A street', '-id3v2_version', '3']],
    ['an MP3 without', 'mp3', ['-write_xing', '0', '-id3v2_version', '0']],
    ['a voice note', 'ogg', ['-c:a', 'libopus']],
    ['an Ogg Vorbis', 'ogg', ['-c:a', 'libvorbis']],
    ['a FLAC', 'flac', []],
    ['a phone, its index at the end', 'm4a', []],
    ['a file of the house, its index in front', 'm4a', ['-movflags', '+faststart']],
  ];
  it.each(
    sorts.flatMap(([name, extension, options], nth) =>
      ([1, 2] as const).map((channels) => ({ name, channels, extension, options, nth })),
    ),
  )('$name: $channels', async ({ channels, extension, options, nth }) => {
    const file = at(`${nth}-${channels}-made.${extension}`);
    await encode(at(`${channels}.wav`), options, file);
    expect(await guessChannels(file)).toBe(channels);
  });

  it.each([
    ['nothing', ''],
    ['a tag without an end', 'ID3'],
    ['a text', 'Bonjour'],
    ['half a header', 'RIFF....WAVEfmt '],
  ])('takes %s for one', async (_, words) => {
    await writeFile(at('odd'), words);
    expect(await guessChannels(at('odd'))).toBe(1);
  });

  it('never fails on odd bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', 'RIFF', 'OggSOpusHead', 'fLaC', '....ftyp', 'ID3'),
        fc.uint8Array({ maxLength: 300 }),
        async (name, bytes) => {
          await writeFile(at('odd'), Buffer.concat([Buffer.from(name), bytes]));
          expect([1, 2]).toContain(await guessChannels(at('odd')));
        },
      ),
    );
  });
});
