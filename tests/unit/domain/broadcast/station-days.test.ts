import { describe, expect, it } from 'vitest';

import { stationDays } from '../../../../src/domain/broadcast';
import { buildAiring, buildSlot } from '../../../helpers/builders';

const TODAY = '2026-12-10';
const item = (airDate: string, isAnswered = false) => ({
  slot: buildSlot({ id: airDate, airDate, windowStart: new Date(`${airDate}T07:00:00Z`) }),
  airing: isAnswered ? buildAiring() : null,
});
const daysOf = (items: Parameters<typeof stationDays>[0]) =>
  stationDays(items, TODAY).map(({ day, slots }) => `${day.slice(8)}: ${slots.length}`);

describe('the days of a station’s page', () => {
  it('are today and the coming week, the empty ones too', () => {
    const week = ['10: 0', '11: 0', '12: 0', '13: 0', '14: 0', '15: 0', '16: 0', '17: 1'];
    expect(daysOf([item('2026-12-17'), item('2026-12-18')])).toEqual(week);
  });

  it('keep yesterday, answered or not', () => {
    expect(daysOf([item('2026-12-09', true)])[0]).toBe('09: 1');
  });

  it('keep what nobody answered for three days, and no longer', () => {
    const items = [item('2026-12-06'), item('2026-12-07'), item('2026-12-08', true)];
    expect(daysOf(items).slice(0, 2)).toEqual(['07: 1', '10: 0']);
  });

  it('leave out what was cancelled', () => {
    const cancelled = { ...item(TODAY), slot: buildSlot({ airDate: TODAY, state: 'cancelled' }) };
    expect(daysOf([cancelled])[0]).toBe('10: 0');
  });

  it('are in the order of the clock', () => {
    const slots = ['18:00', '06:00', '12:00'].map((time) => ({
      slot: buildSlot({ id: time, airDate: TODAY, windowStart: new Date(`${TODAY}T${time}:00Z`) }),
      airing: null,
    }));
    expect(stationDays(slots, TODAY)[0]?.slots.map(({ slot }) => slot.id)).toEqual([
      '06:00',
      '12:00',
      '18:00',
    ]);
  });
});
