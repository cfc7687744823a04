import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isAnswerLate, isFileLate, nudgeKey, slotNudges } from '../../../../src/domain/delivery';
import { addMinutes } from '../../../../src/domain/shared';
import { buildAiring, buildSlot } from '../../../helpers/builders';

const watched = (what: Parameters<typeof buildSlot>[0] = {}) => ({
  slot: buildSlot(what),
  hasFile: true,
  isDownloaded: false,
  airing: null,
});

describe('a file that is not at the station', () => {
  it.each([
    ['2026-12-01T04:59:59.999Z', false],
    ['2026-12-01T05:00:00.000Z', true],
    ['2026-12-01T07:29:59.999Z', true],
    ['2026-12-01T07:30:00.000Z', false],
  ])('for the slot at 7 h, at %s: %s', (now, isLate) => {
    expect(isFileLate(watched(), new Date(now))).toBe(isLate);
  });

  it('is no call when it is there, is not made yet, or its slot was cancelled', () => {
    const now = new Date('2026-12-01T06:00:00Z');
    expect(isFileLate({ ...watched(), isDownloaded: true }, now)).toBe(false);
    expect(isFileLate({ ...watched(), hasFile: false }, now)).toBe(false);
    expect(isFileLate(watched({ state: 'cancelled' }), now)).toBe(false);
  });
});

describe('a day without an answer', () => {
  it.each([
    ['Africa/Bamako', '2026-12-02T06:59:00Z', false],
    ['Africa/Bamako', '2026-12-02T07:00:00Z', true],
    ['Europe/Paris', '2026-12-02T05:59:00Z', false],
    ['Europe/Paris', '2026-12-02T06:00:00Z', true],
    // Half an hour off the full one.
    ['Asia/Kolkata', '2026-12-02T01:29:00Z', false],
    ['Asia/Kolkata', '2026-12-02T01:30:00Z', true],
  ])('is asked after on the next morning in %s: at %s %s', (timeZone, now, isLate) => {
    expect(isAnswerLate(watched(), new Date(now), timeZone)).toBe(isLate);
  });

  it.each([
    // Clocks jump to summer time in the night to 29 March, back in the night to 25 October.
    ['2026-03-28', '2026-03-29T04:59:00Z', '2026-03-29T05:00:00Z'],
    ['2026-10-24', '2026-10-25T05:59:00Z', '2026-10-25T06:00:00Z'],
  ])('of %s in Paris at seven on the clock of the next day', (airDate, before, at) => {
    const windowStart = new Date(`${airDate}T07:00:00Z`);
    const item = watched({ airDate, windowStart, windowEnd: addMinutes(windowStart, 30) });
    expect(isAnswerLate(item, new Date(before), 'Europe/Paris')).toBe(false);
    expect(isAnswerLate(item, new Date(at), 'Europe/Paris')).toBe(true);
  });

  it('is no call once somebody answered, be it that it was missed', () => {
    const airing = buildAiring({ outcome: 'missed' });
    const now = new Date('2026-12-03T12:00:00Z');
    expect(isAnswerLate({ ...watched(), airing }, now, 'Africa/Bamako')).toBe(false);
  });

  it('is told once, with how many slots it has', () => {
    const slots = ['slot-1', 'slot-2'].map((id) => watched({ id }));
    const nudges = slotNudges(slots, new Date('2026-12-02T09:00:00Z'), 'Africa/Bamako');
    expect(nudges).toEqual([
      { kind: 'day-unconfirmed', stationCode: 'KAY', day: '2026-12-01', slots: 2 },
    ]);
    expect(nudges.map(nudgeKey)).toEqual(['day:KAY:2026-12-01']);
  });

  it('is never asked after while its window is open, in any zone at any instant', () => {
    const zones = fc.constantFrom('Africa/Bamako', 'Europe/Paris', 'Asia/Kolkata');
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 400 });
    fc.assert(
      fc.property(zones, minutes, fc.integer({ min: 1, max: 720 }), (zone, offset, length) => {
        const windowStart = addMinutes(new Date('2026-01-01T00:00:00Z'), offset);
        const windowEnd = addMinutes(windowStart, length);
        const airDate = windowStart.toISOString().slice(0, 10);
        const item = watched({ windowStart, windowEnd, airDate });
        return !isAnswerLate(item, new Date(windowEnd.getTime() - 1), zone);
      }),
    );
  });
});
