import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ffmpegInstaller from '@ffmpeg-installer/ffmpeg';
import ffprobeInstaller from '@ffprobe-installer/ffprobe';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBroadcastWriter, NotAWaveError } from '../../../src/adapters/wave';
import type { BroadcastLevels } from '../../../src/composition/ports';
import type { BroadcastMetadata } from '../../../src/domain/audio';
import { wav } from '../../fixtures/audio/sounds';
import { encode, openScratch } from '../ffmpeg/machines';
import { BEXT_FIELDS, CART_FIELDS, contentOf, fieldOf, fieldsOf, partsOf } from './read-back';

const writer = createBroadcastWriter();
let folder: string;
let close: () => Promise<void>;
const at = (name: string) => path.join(folder, name);

const LEVELS: BroadcastLevels = {
  loudnessLufs: -23,
  loudnessRangeLu: 4.2,
  truePeakDbtp: -3.1,
  maximumMomentaryLufs: -19.5,
  maximumShortTermLufs: -20.25,
};

const METADATA: BroadcastMetadata = {
  bext: {
    description: '0042 v3 BM Taama kɔrɔ ɲɛfɔ, ŋɔmi é',
    originator: 'Yeelen',
    originatorReference: '0042 v3 BM',
    originatedAt: new Date('2026-11-24T09:05:07.900Z'),
    codingHistory: ['A=PCM,F=16000,W=16,M=mono,T=Yeelen'],
  },
  cart: {
    title: '0042 Taama kɔrɔ',
    artist: 'Partir informé',
    cutId: '0042',
    clientId: 'Partir informé',
    category: 'PSA',
    classification: 'BM',
    outCue: 'Appelez le numéro vert.',
    startDay: '2026-12-01',
    endDay: '2026-12-31',
    userText: '0042 v3 BM',
    lines: ['Avant de partir,', 'informez-vous.'],
  },
};

beforeAll(async () => {
  ({ folder, close } = await openScratch());
  await writeFile(at('voice.wav'), wav({ parts: [{ voice: 3, peakDbfs: -6 }] }));
  // As the product makes it: ffmpeg's own header, with a LIST of tags.
  await encode(
    at('voice.wav'),
    ['-c:a', 'pcm_s16le', '-fflags', '+bitexact', '-metadata', 'title=0042 Taama'],
    at('by-ffmpeg.wav'),
  );
});
afterAll(() => close());

/** The file after writing. */
async function written(
  metadata: BroadcastMetadata = METADATA,
  levels: BroadcastLevels = LEVELS,
  source: string = 'by-ffmpeg.wav',
): Promise<Buffer> {
  await writeFile(at('out.wav'), await readFile(at(source)));
  await writer.write(at('out.wav'), metadata, levels);
  return readFile(at('out.wav'));
}

function soundOf(file: string): string {
  return execFileSync(
    ffmpegInstaller.path,
    ['-nostdin', '-v', 'error', '-i', file, '-f', 'md5', '-'],
    { encoding: 'utf8' },
  ).trim();
}

describe('a WAV file for a station with an automation', () => {
  it('carries the cart fields where AES46 has them', async () => {
    const cart = contentOf(await written(), 'cart');
    expect(fieldsOf(cart, CART_FIELDS)).toEqual({
      version: '0101',
      title: '0042 Taama koro',
      artist: 'Partir informe',
      cutId: '0042',
      clientId: 'Partir informe',
      category: 'PSA',
      classification: 'BM',
      outCue: 'Appelez le numero vert.',
      startDate: '2026-12-01',
      startTime: '00:00:00',
      endDate: '2026-12-31',
      endTime: '23:59:59',
      producerAppId: 'Yeelen',
      producerAppVersion: '',
      userDef: '0042 v3 BM',
    });
    expect(cart.readUInt32LE(680)).toBe(32_768);
    expect(cart.toString('latin1', 684, 688)).toBe('AUDs');
    expect(cart.readUInt32LE(688)).toBe(0);
    expect(cart.toString('latin1', 692, 696)).toBe('AUDe');
    expect(cart.readUInt32LE(696)).toBe(48_000);
    expect(cart.subarray(700, 2048).every((byte) => byte === 0)).toBe(true);
    expect(cart.toString('latin1', 2048)).toBe('Avant de partir,\r\ninformez-vous.\r\n');
  });

  it('carries origin and loudness where EBU Tech 3285 version 2 has them', async () => {
    const bext = contentOf(await written(), 'bext');
    expect(fieldsOf(bext, BEXT_FIELDS)).toEqual({
      description: '0042 v3 BM Taama koro nefo, ngomi e',
      originator: 'Yeelen',
      originatorReference: '0042 v3 BM',
      originationDate: '2026-11-24',
      originationTime: '09:05:07',
    });
    expect(bext.readBigUInt64LE(338)).toBe(0n);
    expect(bext.readUInt16LE(346)).toBe(2);
    const levels = [412, 414, 416, 418, 420].map((offset) => bext.readInt16LE(offset));
    expect(levels).toEqual([-2300, 420, -310, -1950, -2025]);
    expect(bext.subarray(348, 412).every((byte) => byte === 0)).toBe(true);
    expect(bext.subarray(422, 602).every((byte) => byte === 0)).toBe(true);
    expect(bext.toString('latin1', 602)).toBe('A=PCM,F=16000,W=16,M=mono,T=Yeelen\r\n');
  });

  it.each([
    ['not measured', null],
    ['left out', undefined],
    ['silence', -Infinity],
    ['beyond what the field can say', -120],
  ])('says that a level is not given when it is %s', async (_, level) => {
    const levels = { loudnessLufs: level, truePeakDbtp: level };
    const bext = contentOf(await written(METADATA, levels), 'bext');
    for (const offset of [412, 414, 416, 418, 420]) expect(bext.readUInt16LE(offset)).toBe(0x7fff);
  });

  it('rounds levels away from zero', async () => {
    const levels = { loudnessLufs: -22.995, truePeakDbtp: 0.125 };
    const bext = contentOf(await written(METADATA, levels), 'bext');
    expect([bext.readInt16LE(412), bext.readInt16LE(416)]).toEqual([-2300, 13]);
  });

  it('keeps the sound and every other part, and puts the new ones before the sound', async () => {
    const before = await readFile(at('by-ffmpeg.wav'));
    const after = await written();
    expect(partsOf(after).map(({ name }) => name)).toEqual([
      'fmt ',
      'bext',
      'cart',
      'LIST',
      'data',
    ]);
    for (const name of ['fmt ', 'LIST', 'data']) {
      expect(contentOf(after, name).equals(contentOf(before, name)), name).toBe(true);
    }
    expect(after.readUInt32LE(4)).toBe(after.length - 8);
    expect(soundOf(at('out.wav'))).toBe(soundOf(at('by-ffmpeg.wav')));
  });

  it('is the same, byte for byte, when it is written again', async () => {
    const once = await written();
    await writer.write(at('out.wav'), METADATA, LEVELS);
    expect((await readFile(at('out.wav'))).equals(once)).toBe(true);
    expect((await written()).equals(once)).toBe(true);
  });

  it('takes new words in place of the old', async () => {
    await written();
    const cart = { ...METADATA.cart, endDay: '2027-01-15' };
    await writer.write(at('out.wav'), { ...METADATA, cart }, LEVELS);
    const after = contentOf(await readFile(at('out.wav')), 'cart');
    expect(fieldOf(after, CART_FIELDS.endDate)).toBe('2027-01-15');
  });

  it('is copied with other days: the very file that would be made for them, and the old one stays', async () => {
    const old = await written();
    await writeFile(at('kept.wav'), old);
    const cart = { ...METADATA.cart, endDay: '2027-01-15', lines: [] } as const;
    expect(await writer.copyWithCart(at('kept.wav'), at('copy.wav'), cart)).toBe(true);
    const copy = await readFile(at('copy.wav'));
    expect(copy.equals(await written({ ...METADATA, cart }))).toBe(true);
    expect(fieldOf(contentOf(copy, 'cart'), CART_FIELDS.endDate)).toBe('2027-01-15');
    expect(contentOf(copy, 'data').equals(contentOf(old, 'data'))).toBe(true);
    expect((await readFile(at('kept.wav'))).equals(old)).toBe(true);
  });

  it.each([
    ['has no words yet', async () => readFile(at('by-ffmpeg.wav'))],
    ['is cut', async () => (await written()).subarray(0, -10)],
    ['is no WAV', async () => Buffer.from('ID3')],
  ])('is not copied when it %s, and nothing is left', async (_, content) => {
    await writeFile(at('kept.wav'), await content());
    expect(await writer.copyWithCart(at('kept.wav'), at('no-copy.wav'), METADATA.cart)).toBe(false);
    expect(await readdir(folder)).not.toContain('no-copy.wav');
  });

  it('holds any text within its field, in ASCII', async () => {
    const before = await readFile(at('by-ffmpeg.wav'));
    const letters = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom('é', 'ɛ', 'ɔ', 'ɲ', 'ŋ', 'Ŋ', '📻', 'e\u0301', '\u0000', '\n', ' '),
          {
            maxLength: 300,
          },
        )
        .map((all) => all.join('')),
      fc.constant(''),
      fc.constant('x'.repeat(5000)),
    );
    await fc.assert(
      fc.asyncProperty(letters, letters, letters, async (one, two, three) => {
        const after = await written({
          bext: {
            ...METADATA.bext,
            description: one,
            originator: two,
            originatorReference: three,
            codingHistory: [one],
          },
          cart: {
            ...METADATA.cart,
            title: one,
            artist: two,
            cutId: three,
            clientId: one,
            category: two,
            classification: three,
            outCue: one,
            userText: two,
            lines: [two, three],
          },
        });
        const bext = contentOf(after, 'bext');
        const cart = contentOf(after, 'cart');
        const texts = [
          ...Object.values(fieldsOf(bext, BEXT_FIELDS)),
          ...Object.values(fieldsOf(cart, CART_FIELDS)),
        ];
        for (const text of texts) expect(text).toMatch(/^[\x20-\x7e]*$/);
        // What stands behind each free field is still what belongs there.
        expect(fieldOf(bext, BEXT_FIELDS.originationDate)).toBe('2026-11-24');
        expect(bext.readInt16LE(412)).toBe(-2300);
        expect(fieldOf(cart, CART_FIELDS.startDate)).toBe('2026-12-01');
        expect(fieldOf(cart, CART_FIELDS.producerAppId)).toBe('Yeelen');
        expect(cart.readUInt32LE(680)).toBe(32_768);
        expect(cart.toString('latin1', 2048)).toMatch(/^([\x20-\x7e]*\r\n){2}$/);
        expect(after.readUInt32LE(4)).toBe(after.length - 8);
        expect(contentOf(after, 'data').equals(contentOf(before, 'data'))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('cuts what is too long at the end of its own field and fills it to the last letter', async () => {
    const cart = { ...METADATA.cart, title: `0042 ${'é'.repeat(200)}` };
    const content = contentOf(await written({ ...METADATA, cart }), 'cart');
    expect(fieldOf(content, CART_FIELDS.title)).toBe(`0042 ${'e'.repeat(59)}`);
    expect(fieldOf(content, CART_FIELDS.artist)).toBe('Partir informe');
  });

  it('pads a part of odd length, and does not count the padding in', async () => {
    const cart = { ...METADATA.cart, lines: ['odd'] };
    const after = await written({ ...METADATA, cart });
    const parts = partsOf(after);
    const [odd] = parts.filter(({ name }) => name === 'cart');
    const [next] = parts.filter(({ name }) => name === 'LIST');
    expect(odd?.content.length).toBe(2048 + 5);
    expect((next?.at ?? 0) - (odd?.at ?? 0)).toBe(8 + 2048 + 5 + 1);
    expect(soundOf(at('out.wav'))).toBe(soundOf(at('by-ffmpeg.wav')));
  });

  it('marks the end of a long sound, whose length is more than one piece of the copy', async () => {
    const length = ['-af', 'apad', '-t', '20', '-ar', '48000', '-ac', '2'];
    await encode(at('voice.wav'), [...length, '-fflags', '+bitexact'], at('long.wav'));
    const sound = contentOf(await readFile(at('long.wav')), 'data');
    const after = await written(METADATA, LEVELS, 'long.wav');
    expect(contentOf(after, 'data').equals(sound)).toBe(true);
    expect(sound.length).toBe(20 * 48_000 * 4);
    expect(contentOf(after, 'cart').readUInt32LE(696)).toBe(20 * 48_000);
  });

  it.each([
    ['an MP3', async () => readFile(await encode(at('voice.wav'), [], at('voice.mp3')))],
    ['nothing', async () => Buffer.alloc(0)],
    ['text', async () => Buffer.from('#EXTM3U\nfile:///etc/passwd\n')],
    ['a WAV cut in its sound', async () => (await readFile(at('by-ffmpeg.wav'))).subarray(0, -100)],
    ['a WAV cut in its header', async () => (await readFile(at('by-ffmpeg.wav'))).subarray(0, 30)],
    [
      'a WAV of compressed sound',
      async () => readFile(await encode(at('voice.wav'), ['-c:a', 'adpcm_ms'], at('adpcm.wav'))),
    ],
  ])('is not made of %s, which stays as it was', async (_, content) => {
    const bytes = await content();
    await writeFile(at('other.wav'), bytes);
    await expect(writer.write(at('other.wav'), METADATA, LEVELS)).rejects.toThrow(NotAWaveError);
    expect((await readFile(at('other.wav'))).equals(bytes)).toBe(true);
    expect((await readdir(folder)).filter((name) => name.includes('.chunks'))).toEqual([]);
  });

  it('is read by ffprobe: description, date, originator', async () => {
    await written();
    const answer = execFileSync(
      ffprobeInstaller.path,
      ['-v', 'error', '-show_entries', 'format_tags:format=duration', '-of', 'json', at('out.wav')],
      { encoding: 'utf8' },
    );
    const { format } = JSON.parse(answer) as {
      format: { duration: string; tags: Record<string, string> };
    };
    expect(Number(format.duration)).toBeCloseTo(3, 3);
    expect(format.tags).toMatchObject({
      comment: '0042 v3 BM Taama koro nefo, ngomi e',
      encoded_by: 'Yeelen',
      originator_reference: '0042 v3 BM',
      date: '2026-11-24',
      creation_time: '09:05:07',
      time_reference: '0',
    });
  });

  it.skipIf(!hasMediaInfo())('is read by mediainfo: -23.00 LUFS and the description', async () => {
    await written();
    const answer = execFileSync('mediainfo', ['--Full', '--Output=JSON', at('out.wav')], {
      encoding: 'utf8',
    });
    const { media } = JSON.parse(answer) as { media: { track: Record<string, unknown>[] } };
    const [general, audio] = media.track;
    expect(general).toMatchObject({
      Description: '0042 v3 BM Taama koro nefo, ngomi e',
      Encoded_Date: '2026-11-24 09:05:07',
      extra: { bext_Version: '2' },
    });
    expect(audio?.['extra']).toMatchObject({
      LoudnessValue: '-23.00',
      LoudnessRange: '4.20',
      MaxTruePeakLevel: '-3.10',
    });
  });
});

function hasMediaInfo(): boolean {
  try {
    execFileSync('mediainfo', ['--Version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
