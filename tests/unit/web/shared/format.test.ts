import { describe, expect, it } from 'vitest';
import {
  formatClock,
  formatDay,
  formatDuration,
  formatMoment,
  formatSize,
  languageInWords,
  telephoneLink,
} from '../../../../src/web/shared/format';

function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

describe('what people read', () => {
  it.each([
    [0, '0 octets'],
    [999, '999 octets'],
    [1_000, '1 Ko'],
    [124_300, '124 Ko'],
    [999_499, '999 Ko'],
    [999_500, '1 Mo'],
    [1_440_000, '1,4 Mo'],
    [2_000_000, '2 Mo'],
  ])('%d bytes are « %s »', (bytes, words) => expect(plain(formatSize(bytes))).toBe(words));

  it.each([
    [29.6, '30 s'],
    [59.6, '1 min'],
    [65, '1 min 05 s'],
    [600, '10 min'],
  ])('%d seconds are « %s »', (seconds, words) =>
    expect(plain(formatDuration(seconds))).toBe(words),
  );

  it('tells days and hours in the zone of the station', () => {
    const instant = new Date('2026-12-01T06:05:00Z');
    expect(plain(formatClock(instant, 'Africa/Bamako'))).toBe('6 h 05');
    expect(plain(formatClock(instant, 'Asia/Kolkata'))).toBe('11 h 35');
    expect(plain(formatMoment(instant, 'Africa/Bamako'))).toBe('1er décembre 2026 à 6 h 05');
    expect(formatDay('2026-12-01', { year: true })).toBe('mardi 1er décembre 2026');
    expect(formatDay('2026-11-21', { year: false })).toBe('samedi 21 novembre');
  });

  it('names the languages in French', () => {
    expect((['fr', 'bm', 'snk'] as const).map(languageInWords)).toEqual([
      'français',
      'bambara',
      'soninké',
    ]);
  });

  it('makes a number to call from a number to read', () => {
    expect(telephoneLink('+223 80 00 11 22')).toBe('tel:+22380001122');
  });
});
