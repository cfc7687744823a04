import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';

import { createAsRunReader } from '../../../src/adapters/as-run';

const reader = createAsRunReader();

const LIBRETIME =
  '"Start Time","End Time","Title","Creator"\r\n"2026-12-01 07:05:12","2026-12-01 07:05:42","0042 L\'été, c\'est loin","Yeelen"\r\n';
const AZURACAST =
  'Date,Time,Listeners,Delta,Track,Artist,Playlist,Streamer\n2026-12-01,7:05am,12,-1,"0042 L\'été",Yeelen,Spots,\n';
const RADIODJ =
  "Date Played;Artist;Title;Duration\r\n01/12/2026 07:05:09;Yeelen;0042 L'été;00:30\r\n";
const TABLE = "Journal de la semaine\nsep=;\nJour;Heure;Titre\n01/12/2026;7h05;0042 L'été\n";
const LINES = "01/12/2026 07:05 0042 L'été\n\n01/12/2026 12:00 Moffou\n";

const read = (text: string, encoding = 'utf-8', addBOM = false) =>
  reader.read(iconv.encode(text, encoding, { addBOM }));

describe('a playout log', () => {
  it.each([
    ['libretime', LIBRETIME, '2026-12-01 07:05:12'],
    ['azuracast', AZURACAST, '2026-12-01 | 7:05am'],
    ['radiodj', RADIODJ, '01/12/2026 07:05:09'],
    ['table', TABLE, '01/12/2026 | 7h05'],
  ] as const)('of %s is known by the names of its columns', (program, text, when) => {
    const file = read(text);
    expect(file).toMatchObject({ kind: 'read', program, rows: [{ when }] });
    if (file.kind !== 'read') throw new Error(file.kind);
    expect(file.rows[0]?.title).toMatch(/^0042 L'été/);
  });

  it('without names is read line by line', () => {
    expect(read(LINES)).toMatchObject({
      kind: 'read',
      program: 'lines',
      rows: [
        { lineNumber: 1, when: null, title: "01/12/2026 07:05 0042 L'été" },
        { lineNumber: 3, when: null },
      ],
    });
  });

  it.each([LIBRETIME, AZURACAST, RADIODJ, TABLE, LINES])(
    'has one meaning in every encoding',
    (text) => {
      const meaning = read(text);
      for (const [encoding, addBOM] of [
        ['utf-8', true],
        ['utf-16le', false],
        ['utf-16le', true],
        ['utf-16be', false],
        ['utf-16be', true],
        ['windows-1252', false],
      ] as const) {
        const file = read(text, encoding, addBOM);
        expect(file).toEqual({
          ...meaning,
          encoding: addBOM && encoding === 'utf-8' ? 'utf-8' : encoding,
        });
      }
    },
  );

  it('tells where a line stands, below a heading and behind a quoted line end', () => {
    const file = read(
      'Start Time,Title\n2026-12-01 07:05,"0042\nPartir"\n2026-12-01 08:05,0042 Partir\n',
    );
    expect(file).toMatchObject({ kind: 'read', rows: [{}, { lineNumber: 4 }] });
  });

  it('takes the tab between columns, and a quote inside a title', () => {
    expect(read('Date\tTime\tTitle\n2026-12-01\t07:05\t0042 Le "départ"\n')).toMatchObject({
      rows: [{ when: '2026-12-01 | 07:05', title: '0042 Le "départ"' }],
    });
  });
});

describe('what is no log', () => {
  it.each([
    ['nothing', Buffer.from(' \r\n\n'), { kind: 'empty' }],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), { kind: 'workbook' }],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), { kind: 'workbook' }],
    ['a sound', Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 3, 0x1b, 0x69]), { kind: 'not-text' }],
    ['letters between zero bytes', Buffer.from('Date;Title\0\0 x'), { kind: 'not-text' }],
    [
      'a quote that nobody closed',
      Buffer.from('Date,Title\n2026-12-01 07:05,"0042 Partir\n'),
      { kind: 'broken-table' },
    ],
    ['too many lines', Buffer.from('x\n'.repeat(20_001)), { kind: 'too-many-lines' }],
    ['too many bytes', Buffer.alloc(2 * 1024 * 1024 + 1, 'x'), { kind: 'too-large' }],
  ])('%s is named', (_story, content, refusal) => {
    expect(reader.read(content)).toMatchObject(refusal);
  });
});
