import { describe, expect, it } from 'vitest';

import { newKey } from '../../../src/admin/desk/new-key';
import { daysToPlan, WEEKDAYS } from '../../../src/admin/pages/broadcast/plan-days';
import { slotState } from '../../../src/admin/pages/broadcast/slot-state';
import { daysOf, slotsAt } from '../../../src/admin/pages/broadcast/week';
import { isIdempotencyKey } from '../../../src/domain/broadcast';

describe('the days of a plan', () => {
  it('are both ends and all between', () => {
    expect(daysToPlan('2026-11-30', '2026-12-02', WEEKDAYS)).toEqual([
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
    ]);
  });

  it('are the weekdays asked for', () => {
    // 2026-11-30 is a Monday.
    expect(daysToPlan('2026-11-30', '2026-12-13', [1, 5])).toEqual([
      '2026-11-30',
      '2026-12-04',
      '2026-12-07',
      '2026-12-11',
    ]);
  });

  it.each([
    ['2026-12-02', '2026-11-30'],
    ['', '2026-12-02'],
    ['2026-02-30', '2026-03-02'],
  ])('are none when %s to %s is no range', (from, to) => {
    expect(daysToPlan(from, to, WEEKDAYS)).toEqual([]);
  });

  it('end after 400 however far the last day is', () => {
    expect(daysToPlan('2026-01-01', '2999-01-01', WEEKDAYS)).toHaveLength(400);
  });
});

const PLANNED = { airing: null, isUnanswered: false, heldBack: [], isDownloaded: false };

describe('a slot in the week', () => {
  it.each([
    [PLANNED, 'À télécharger'],
    [{ ...PLANNED, isDownloaded: true }, 'Téléchargé'],
    [{ ...PLANNED, isDownloaded: true, heldBack: [{}] }, 'Retenu'],
    [{ ...PLANNED, isDownloaded: true, isUnanswered: true }, 'Sans réponse'],
  ])('is told by what matters most', (slot, words) => {
    expect(slotState(slot).words).toBe(words);
  });

  it('that the station answered for is no longer unanswered', () => {
    const missed = { ...PLANNED, isUnanswered: true, airing: { outcome: 'missed' as const } };
    expect(slotState(missed).tone).toBe('bad');
    const aired = { ...PLANNED, isUnanswered: true, airing: { outcome: 'aired' as const } };
    expect(slotState(aired).tone).toBe('good');
  });

  it('stands under its station and its day', () => {
    const at = (stationCode: string, airDate: string) => ({ slot: { stationCode, airDate } });
    const rows = [at('KAY', '2026-12-01'), at('KIT', '2026-12-01'), at('KAY', '2026-12-02')];
    expect(slotsAt(rows, 'KAY', '2026-12-01')).toEqual([rows[0]]);
    expect(daysOf('2026-12-31', '2027-01-01')).toEqual(['2026-12-31', '2027-01-01']);
  });
});

describe('the key of a telephone call', () => {
  it('is one that the ledger takes, and another each time', () => {
    const keys = [newKey(), newKey()];
    expect(keys.every(isIdempotencyKey)).toBe(true);
    expect(keys[0]).not.toBe(keys[1]);
  });
});
