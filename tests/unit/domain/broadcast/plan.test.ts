import { describe, expect, it } from 'vitest';

import {
  checkPlan,
  checkSlot,
  planAllSlots,
  type PlanAsked,
  type SlotFacts,
} from '../../../../src/domain/broadcast';
import { addDays } from '../../../../src/domain/shared';
import { buildConsent, buildRendition, buildSpot, buildStation } from '../../../helpers/builders';

const NOW = new Date('2026-11-24T09:00:00Z');

const facts = (what: Partial<SlotFacts> = {}): SlotFacts => ({
  spot: buildSpot(),
  consents: [],
  station: buildStation(),
  rendition: buildRendition(),
  now: NOW,
  ...what,
});
const asked = (what = {}) => ({ day: '2026-12-01', time: '07:00', windowMinutes: 30, ...what });

describe('one slot', () => {
  it('is planned where everything is in order', () => {
    expect(checkSlot(asked(), facts())).toEqual({
      refusals: [],
      plan: {
        stationCode: 'KAY',
        spotCode: '0042',
        language: 'fr',
        windowStart: new Date('2026-12-01T07:00:00Z'),
        windowEnd: new Date('2026-12-01T07:30:00Z'),
        airDate: '2026-12-01',
      },
    });
  });

  it('is refused in the past, and taken at this very minute', () => {
    const spot = buildSpot({ flightStart: '2026-11-01' });
    const late = checkSlot(asked({ day: '2026-11-24', time: '08:59' }), facts({ spot }));
    expect(late.refusals).toEqual([
      { kind: 'in-the-past', stationCode: 'KAY', day: '2026-11-24', time: '08:59' },
    ]);
    const now = checkSlot(asked({ day: '2026-11-24', time: '09:00' }), facts({ spot }));
    expect(now.refusals).toEqual([]);
  });

  it.each([
    ['2026-11-30', false],
    ['2026-12-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('on %s is within the flight: %s', (day, isWithin) => {
    const { refusals } = checkSlot(asked({ day }), facts());
    expect(refusals.map(({ kind }) => kind)).toEqual(isWithin ? [] : ['outside-flight']);
  });

  it('counts flight days in the station’s zone, not in ours', () => {
    // 04:00 in Calcutta on the first day is still the evening before in UTC.
    const station = buildStation({ timeZone: 'Asia/Kolkata' });
    const answer = checkSlot(asked({ time: '04:00' }), facts({ station }));
    expect(answer.plan?.windowStart).toEqual(new Date('2026-11-30T22:30:00Z'));
    expect(answer.plan?.airDate).toBe('2026-12-01');
  });

  it('does not run past midnight out of the flight', () => {
    const last = { day: '2026-12-31', time: '23:45' };
    const over = checkSlot(asked({ ...last, windowMinutes: 16 }), facts());
    expect(over.refusals).toMatchObject([{ kind: 'outside-flight', day: '2027-01-01' }]);
    expect(checkSlot(asked({ ...last, windowMinutes: 15 }), facts()).refusals).toEqual([]);
  });

  it('is refused beyond the consent’s end', () => {
    const withVoice = facts({
      spot: buildSpot({ voices: 'adult' }),
      consents: [buildConsent({ expiresOn: '2026-12-10' })],
    });
    expect(checkSlot(asked({ day: '2026-12-10' }), withVoice).refusals).toEqual([]);
    expect(checkSlot(asked({ day: '2026-12-11' }), withVoice).refusals).toEqual([
      {
        kind: 'held-back',
        day: '2026-12-11',
        reasons: [{ kind: 'expired', expiresOn: '2026-12-10' }],
      },
    ]);
  });

  it('is refused on a station that does not speak the language or has no file', () => {
    const answer = checkSlot(
      asked(),
      facts({ station: buildStation({ languages: ['bm'] }), rendition: null }),
    );
    expect(answer.refusals).toEqual([
      { kind: 'language-not-spoken', stationCode: 'KAY', language: 'fr' },
      { kind: 'not-prepared', stationCode: 'KAY', profileCode: 'MP3-STEREO' },
    ]);
    expect(answer.plan).toBeNull();
  });

  it('is refused at a time that the clocks skip, and takes the first of two', () => {
    const inParis = facts({
      station: buildStation({ timeZone: 'Europe/Paris' }),
      spot: buildSpot({ flightStart: '2027-01-01', flightEnd: '2027-12-31' }),
    });
    const spring = checkSlot(asked({ day: '2027-03-28', time: '02:30' }), inParis);
    expect(spring.refusals).toEqual([
      { kind: 'time-skipped', stationCode: 'KAY', day: '2027-03-28', time: '02:30' },
    ]);
    const autumn = checkSlot(asked({ day: '2027-10-31', time: '02:30' }), inParis);
    expect(autumn.plan?.windowStart).toEqual(new Date('2027-10-31T00:30:00Z'));
  });
});

describe('a plan', () => {
  const plan = (what: Partial<PlanAsked> = {}): PlanAsked => ({
    spotCode: '0042',
    stationCodes: ['KAY'],
    days: ['2026-12-01'],
    times: ['07:00'],
    windowMinutes: 30,
    ...what,
  });

  it('forgets repetitions', () => {
    const answer = checkPlan(
      plan({ stationCodes: ['KAY', 'KAY'], times: ['12:00', '07:00', '07:00'] }),
    );
    expect(answer).toEqual({
      ok: true,
      value: plan({ times: ['07:00', '12:00'] }),
    });
  });

  it('names what was not chosen', () => {
    expect(checkPlan(plan({ stationCodes: [], times: [] }))).toEqual({
      ok: false,
      refusals: [
        { kind: 'nothing-asked', what: 'stations' },
        { kind: 'nothing-asked', what: 'times' },
      ],
    });
  });

  it('names days, times and windows that are none', () => {
    const answer = checkPlan(
      plan({ days: ['2027-02-29'], times: ['7h30', '24:00'], windowMinutes: 0 }),
    );
    expect(answer).toEqual({
      ok: false,
      refusals: [
        { kind: 'day-malformed', day: '2027-02-29' },
        { kind: 'time-malformed', time: '24:00' },
        { kind: 'time-malformed', time: '7h30' },
        { kind: 'window-malformed', minimumMinutes: 1, maximumMinutes: 720 },
      ],
    });
  });

  it('takes two thousand slots and not one more', () => {
    const days = Array.from({ length: 200 }, (_, day) => addDays('2026-12-01', day));
    const times = Array.from({ length: 10 }, (_, hour) => `${String(hour + 10)}:00`);
    expect(checkPlan(plan({ days, times })).ok).toBe(true);
    const tooMany = checkPlan(plan({ days: [...days, '2028-01-01'], times }));
    expect(tooMany).toEqual({
      ok: false,
      refusals: [{ kind: 'too-many-slots', asked: 2010, maximum: 2000 }],
    });
  });

  it('is all or nothing, and tells each reason once', () => {
    const stations = ['KAY', 'BKO'].map((code) => ({
      station: buildStation({ code }),
      rendition: buildRendition(),
    }));
    const answer = planAllSlots(
      plan({ days: ['2026-12-31', '2027-01-01'], times: ['07:00', '19:00'] }),
      { spot: buildSpot(), consents: [], stations, now: NOW },
    );
    expect(answer).toEqual({
      ok: false,
      refusals: [
        {
          kind: 'outside-flight',
          day: '2027-01-01',
          flightStart: '2026-12-01',
          flightEnd: '2026-12-31',
        },
      ],
    });
  });
});
