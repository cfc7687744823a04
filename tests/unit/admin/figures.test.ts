import { describe, expect, it } from 'vitest';

import {
  counted,
  frenchDuration,
  frenchInstant,
  frenchLevel,
  frenchLongDay,
  frenchSize,
} from '../../../src/admin/parts/figures';

describe('figures as the desk writes them', () => {
  it.each([
    [812, '812 o'],
    [469_000, '469 ko'],
    [1_536_000, '1,5 Mo'],
  ])('a size of %i bytes', (bytes, words) => expect(frenchSize(bytes)).toBe(words));

  it.each([
    [13.7, '14 s'],
    [59.6, '1 min 00 s'],
    [75.4, '1 min 15 s'],
  ])('a duration of %d seconds', (seconds, words) => expect(frenchDuration(seconds)).toBe(words));

  it('a level with a minus sign, and a dash when it was not measured', () => {
    expect(frenchLevel(-16.04)).toBe('−16,0');
    expect(frenchLevel(null)).toBe('–');
  });

  it('a day with its first of the month', () => {
    expect(frenchLongDay('2026-12-01')).toBe('mardi 1er décembre');
    expect(frenchLongDay('2026-12-02')).toBe('mercredi 2 décembre');
  });

  it('an instant on the clocks of its zone', () => {
    expect(frenchInstant('2026-12-01T23:05:00.000Z', 'Africa/Bamako')).toBe('1/12/2026 à 23 h 05');
    expect(frenchInstant('2026-12-01T23:05:00.000Z', 'Europe/Paris')).toBe('2/12/2026 à 0 h 05');
  });

  it('one of a kind, none and several', () => {
    expect(counted(0, 'radio', 'radios')).toBe('0 radio');
    expect(counted(1, 'radio', 'radios')).toBe('1 radio');
    expect(counted(6, 'radio', 'radios')).toBe('6 radios');
  });
});
