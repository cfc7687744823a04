import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';

import {
  dateOrderOf,
  momentIn,
  readAsRunRow,
  spotCodeIn,
  type AsRunRow,
} from '../../../../src/domain/broadcast';

const line = (title: string, when: string | null = null): AsRunRow => ({
  lineNumber: 1,
  when,
  title,
  text: title,
});
const read = (row: AsRunRow, timeZone = 'Africa/Bamako') =>
  readAsRunRow(row, { timeZone, order: 'day-first' });

/** Any half of a letter that a machine may send. */
const anyLetter = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

describe('when a line says that it was played', () => {
  it.each([
    ['2026-12-01 07:05:12', 'LibreTime'],
    ['2026-12-01 | 7:05am', 'AzuraCast'],
    ['2026-12-01T07:05:12', 'an ISO time'],
    ['2026-12-01 07:05:12.734', 'with a fraction'],
    ['01/12/2026 07:05:09', 'French'],
    ['07:05 01/12/26', 'the time first'],
    ['1.12.2026 7h05', 'as people write'],
    ['01-12-2026 7 h 05', 'with spaces'],
  ])('%s (%s)', (text) => {
    expect(momentIn(text, 'day-first')).toEqual({
      day: '2026-12-01',
      time: '07:05',
      offsetMinutes: null,
    });
  });

  it.each([
    ['2026-12-01 12:05am', '00:05'],
    ['2026-12-01 12:05pm', '12:05'],
    ['2026-12-01 11:59 PM', '23:59'],
  ])('%s is %s', (text, time) => {
    expect(momentIn(text, 'day-first')?.time).toBe(time);
  });

  it.each([
    '2026-12-01',
    '07:05',
    '31/02/2026 07:05',
    '2026-12-01 24:05',
    '2026-12-01 07:75',
    '2026-12-01 13:05pm',
    '',
  ])('%j tells no moment', (text) => {
    expect(momentIn(text, 'day-first')).toBeNull();
  });

  it('reads the order of day and month from the file: one day above twelve tells it', () => {
    expect(dateOrderOf(['12/01/2026 07:05', '12/31/2026 07:05'])).toBe('month-first');
    expect(dateOrderOf(['12/01/2026 07:05', '31/12/2026 07:05'])).toBe('day-first');
    expect(dateOrderOf(['12/01/2026 07:05'])).toBe('day-first');
    expect(dateOrderOf(['2026-12-31 07:05'])).toBe('day-first');
    expect(momentIn('12/31/2026 07:05', 'month-first')?.day).toBe('2026-12-31');
  });

  it('any minute of any day comes back, however it is written', () => {
    const formats = [
      'yyyy-MM-dd HH:mm:ss',
      "yyyy-MM-dd'T'HH:mm",
      'yyyy-MM-dd h:mma',
      'dd/MM/yyyy HH:mm',
      'd.M.yyyy H:mm',
    ];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
        fc.constantFrom(...formats),
        (instant, format) => {
          const moment = DateTime.fromJSDate(instant, { zone: 'utc', locale: 'en' } as object);
          expect(momentIn(moment.toFormat(format), 'day-first')).toEqual({
            day: moment.toFormat('yyyy-MM-dd'),
            time: moment.toFormat('HH:mm'),
            offsetMinutes: null,
          });
        },
      ),
    );
  });
});

describe('which spot it is', () => {
  it.each([
    ['0042 Partir, c’est aussi savoir', '0042'],
    ['0042', '0042'],
    ['Partir informé - 0042 Partir, c’est aussi savoir', '0042'],
    ['KAY-0042_v3_SNK_20261201-20261231_030s.mp3', '0042'],
    ['C:\\Spots\\KAY-0042_v3_SNK.mp3', '0042'],
    ['/home/radio/0042_v1_FR_030s.mp3', '0042'],
    ['Musique | KAY-0042_v1.mp3', '0042'],
  ])('%s', (title, code) => {
    expect(spotCodeIn(title)).toBe(code);
  });

  it.each([
    'Salif Keita - Moffou',
    'Bilan 2026',
    'Best of 2026 (live)',
    '00421 autre',
    'spot 42',
    '',
  ])('no code in %j', (title) => {
    expect(spotCodeIn(title)).toBeNull();
  });
});

describe('a line', () => {
  it.each([
    '01/12/2026 07:05 0042 Partir',
    '2026-12-01T07:05:12 0042 Partir',
    '07:05;01/12/2026;0042 Partir',
    '[2026-12-01 07:05:11] Yeelen - 0042 Partir',
    '"2026-12-01 07:05:12","2026-12-01 07:05:42","0042 Partir","Yeelen"',
    '2026-12-01 07:05 KAY-0042_v3_SNK_20261201-20261231_030s.mp3',
  ])('of one text tells both: %s', (text) => {
    expect(read(line(text))).toMatchObject({
      kind: 'play',
      play: { spotCode: '0042', at: new Date('2026-12-01T07:05:00Z') },
    });
  });

  it('is on the clock of the station, unless it names its own', () => {
    const row = line('0042 Partir', '2026-12-01 07:05:12');
    expect(read(row, 'Europe/Paris')).toMatchObject({
      play: { at: new Date('2026-12-01T06:05:00Z') },
    });
    expect(read(row, 'Asia/Kolkata')).toMatchObject({
      play: { at: new Date('2026-12-01T01:35:00Z') },
    });
    expect(read(line('0042 Partir', '2026-12-01T07:05:12+01:00'), 'Asia/Kolkata')).toMatchObject({
      play: { at: new Date('2026-12-01T06:05:00Z') },
    });
  });

  it.each([
    ['Salif Keita - Moffou', '2026-12-01 07:05', 'no-code'],
    ['0042 Partir', 'hier soir', 'no-time'],
    ['0042 Partir', '2027-03-28 02:30', 'time-skipped'],
  ])('%s at %s says nothing: %s', (title, when, reason) => {
    expect(read(line(title, when), 'Europe/Paris')).toMatchObject({ kind: 'unmatched', reason });
  });

  it('never breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyLetter }), fc.option(fc.string()), (title, when) => {
        expect(['play', 'unmatched']).toContain(read(line(title, when)).kind);
      }),
    );
  });
});
