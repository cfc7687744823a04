import fc from 'fast-check';
import iconv from 'iconv-lite';
import { Parser } from 'm3u8-parser';
import { describe, expect, it } from 'vitest';

import type { Manifest, ProgrammePart } from '../../../../src/domain/delivery';
import { DOOR_FORMATS } from '../../../../src/web/doors/formats';
import {
  buildBusyDay,
  buildManifest,
  buildManifestFile,
  buildManifestSlot,
  LINKS,
} from '../../../helpers/manifests';

const DAY = '2026-12-01';

async function written(code: string, manifest: Manifest, asked: ProgrammePart = {}) {
  const format = DOOR_FORMATS.find((each) => each.code === code);
  if (format === undefined) throw new Error(`There is no door ${code}.`);
  const { body, fileName } = await format.write(manifest, LINKS, asked);
  const bytes = Buffer.from(body);
  const isOld = code === 'playlist.m3u';
  return { fileName, bytes, text: isOld ? iconv.decode(bytes, 'win1252') : bytes.toString() };
}

/** What the foreign reader makes of a list. */
function segmentsOf(text: string) {
  const parser = new Parser();
  parser.push(text);
  parser.end();
  return parser.manifest.segments.map(({ uri, title, duration }) => ({ uri, title, duration }));
}

describe('the M3U for ZaraRadio and RadioDJ', () => {
  it('is read in Windows-1252, each file by its local name with the spot code in its title', async () => {
    const { text } = await written('playlist.m3u', buildBusyDay(), { day: DAY });
    expect(segmentsOf(text)).toEqual([
      {
        uri: 'KAY-0042_v1_FR_20261201-20261231_030s.mp3',
        title: '0042 Partir, c’est aussi savoir (français)',
        duration: 30,
      },
      {
        uri: 'KAY-0043_v2_BM_20261201-20261231_045s.mp3',
        title: '0043 Ka bo so ani ka nenini ke, nganiya numan (bambara)',
        duration: 45,
      },
      {
        uri: 'KAY-0042_v1_FR_20261201-20261231_030s.mp3',
        title: '0042 Partir, c’est aussi savoir (français)',
        duration: 30,
      },
    ]);
  });

  it('ends every line as Windows does', async () => {
    const { text } = await written('playlist.m3u', buildBusyDay(), { day: DAY });
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
  });

  it('of an hour holds what opens in that hour, under the date mask of RadioDJ', async () => {
    const seven = await written('playlist.m3u', buildBusyDay(), { day: DAY, hour: 7 });
    const nineteen = await written('playlist.m3u', buildBusyDay(), { day: DAY, hour: 19 });
    expect(seven.fileName).toBe('261201.07.m3u');
    expect(segmentsOf(seven.text)).toHaveLength(2);
    expect(nineteen.fileName).toBe('261201.19.m3u');
    expect(segmentsOf(nineteen.text)).toHaveLength(1);
  });

  it('takes the hour from the clock of the station, not of the server', async () => {
    const manifest = buildManifest({
      timeZone: 'Asia/Kolkata',
      slots: [buildManifestSlot({ windowStart: new Date('2026-12-01T01:30:00Z') })],
    });
    const { text } = await written('playlist.m3u', manifest, { day: DAY, hour: 7 });
    expect(segmentsOf(text)).toHaveLength(1);
  });

  it('leads a day, but not each hour, with an urgent message that no window asks for', async () => {
    const urgent = buildManifestFile({ spotCode: '0099', isUrgent: true, title: 'Alerte' });
    const day = buildBusyDay();
    const manifest = { ...day, files: [urgent, ...day.files] };
    const whole = await written('playlist.m3u', manifest, { day: DAY });
    const hour = await written('playlist.m3u', manifest, { day: DAY, hour: 7 });
    expect(segmentsOf(whole.text)[0]?.title).toBe('0099 Alerte (français)');
    expect(segmentsOf(hour.text).map(({ title }) => title)).not.toContain('0099 Alerte (français)');
  });

  it('leaves out what was recalled, although it was planned', async () => {
    const day = buildBusyDay();
    const recalled = {
      spotCode: '0042',
      fileNames: [buildManifestFile().fileName],
      recalledAt: new Date('2026-12-01T06:00:00Z'),
      reason: 'erreur',
    };
    const { text } = await written('playlist.m3u', { ...day, tombstones: [recalled] }, {});
    expect(segmentsOf(text).map(({ uri }) => uri)).toEqual([
      'KAY-0043_v2_BM_20261201-20261231_045s.mp3',
    ]);
  });

  it('refuses to name anything but a plain file', async () => {
    for (const fileName of ['../secret.mp3', 'https://x/y.mp3', 'a\r\nb.mp3', 'C:\\x.mp3', '']) {
      const manifest = buildManifest({ files: [buildManifestFile({ fileName })] });
      await expect(written('playlist.m3u', manifest)).rejects.toThrow('no plain file');
    }
  });
});

describe('whatever somebody typed into a title', () => {
  /** Letters, marks that mean something to a list, and whatever ends a line somewhere. */
  const hostile = fc.constantFrom(
    ...'aZ9éœ’ɛɔɲŋƝ😀 #:,;"\\/-–=|\t\r\n\v\f\0\u0085\u2028\u2029\ufeff',
    '\ud800',
    'e\u0301',
  );
  const lists = ['playlist.m3u', 'playlist.m3u8', 'mairlist.txt', 'playit.m3u'];

  it.each(lists)('%s has one entry a window, of bounded length', async (code) => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: hostile, maxLength: 300 }), async (title) => {
        const manifest = buildManifest({ files: [buildManifestFile({ title })] });
        const { text } = await written(code, manifest, { day: DAY });
        const lines = text.split('\r\n').slice(0, -1);
        expect(lines.filter((line) => line.includes('.mp3'))).toHaveLength(1);
        expect(text).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(400);
      }),
      { numRuns: 100 },
    );
  });

  it('cannot plant a file, a command or a second column', async () => {
    const title = 'Bonjour\r\n#EXTINF:1,x\r\nC:\\virus.exe\t=HYPERLINK("x")';
    const manifest = buildManifest({ files: [buildManifestFile({ title })] });
    const m3u8 = await written('playlist.m3u8', manifest, { day: DAY });
    expect(segmentsOf(m3u8.text)).toHaveLength(1);
    const tpi = await written('mairlist.txt', manifest, { day: DAY });
    expect(tpi.text.trimEnd().split('\t')).toHaveLength(6);
  });

  it('keeps the code in front of a title that players would split', async () => {
    const manifest = buildManifest({
      files: [buildManifestFile({ title: 'Route - mer – retour' })],
    });
    const { text } = await written('playlist.m3u8', manifest);
    expect(segmentsOf(text)[0]?.title).toBe('0042 Route, mer, retour (français)');
  });
});

describe('the M3U8', () => {
  it('keeps the letters of Bambara', async () => {
    const { text, fileName } = await written('playlist.m3u8', buildBusyDay());
    expect(fileName).toBe('KAY-20261201-20261208.m3u8');
    expect(segmentsOf(text)[1]?.title).toBe(
      '0043 Ka bɔ so ani ka ɲɛnini kɛ, ŋaniya ɲuman (bambara)',
    );
  });
});

describe('the M3U for PlayIt Live', () => {
  it('names the hour before its files, and the day in its own name', async () => {
    const { text, fileName } = await written('playit.m3u', buildBusyDay(), { day: DAY });
    expect(fileName).toBe('261201.m3u');
    expect(text.split('\r\n')).toEqual([
      '# Hour: 07:00',
      'KAY-0042_v1_FR_20261201-20261231_030s.mp3',
      'KAY-0043_v2_BM_20261201-20261231_045s.mp3',
      '# Hour: 19:00',
      'KAY-0042_v1_FR_20261201-20261231_030s.mp3',
      '',
    ]);
  });
});

describe('the list for mAirList', () => {
  it('has start, timing, kind, file, title and artist, and the hour in its name', async () => {
    const { text, fileName } = await written('mairlist.txt', buildBusyDay(), {
      day: DAY,
      hour: 19,
    });
    expect(fileName).toBe('2026-12-01-19.txt');
    expect(text).toBe(
      '19:15:00\tN\tF\tKAY-0042_v1_FR_20261201-20261231_030s.mp3\t0042 Partir, c’est aussi savoir (français)\tPartir informé\r\n',
    );
  });
});

describe('all lists', () => {
  it('have names of their own, for they lie in one folder', async () => {
    for (const asked of [{}, { day: DAY }, { day: DAY, hour: 7 }]) {
      const names = await Promise.all(
        DOOR_FORMATS.map(
          async (format) => (await format.write(buildBusyDay(), LINKS, asked)).fileName,
        ),
      );
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('give the same bytes for the same list', async () => {
    for (const { code } of DOOR_FORMATS) {
      const once = await written(code, buildBusyDay(), { day: DAY });
      const again = await written(code, buildBusyDay(), { day: DAY });
      expect(once.bytes.equals(again.bytes)).toBe(true);
    }
  });

  it('do not fail on a day without a window', async () => {
    for (const { code } of DOOR_FORMATS) {
      const { text } = await written(code, buildManifest({ slots: [], files: [] }), { day: DAY });
      expect(text).not.toContain('undefined');
    }
  });
});
