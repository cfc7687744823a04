import { describe, expect, it } from 'vitest';

import { checkFlight, flightSize } from '../../../../src/domain/broadcast';
import { buildFlightTerms } from '../../../helpers/builders';

const refusals = (what: Parameters<typeof buildFlightTerms>[0]) => {
  const checked = checkFlight(buildFlightTerms(what));
  return checked.ok ? [] : checked.refusals;
};

describe('a flight at the door', () => {
  it('forgets repetitions and puts days and dayparts in order', () => {
    const checked = checkFlight(
      buildFlightTerms({
        name: ' Décembre ',
        stationCodes: ['KAY', 'KAY'],
        weekdays: [5, 1, 5],
        dayparts: [
          { from: '18:00', to: '20:00' },
          { from: '06:00', to: '08:00' },
        ],
      }),
    );
    expect(checked).toMatchObject({
      ok: true,
      value: { name: 'Décembre', stationCodes: ['KAY'], weekdays: [1, 5] },
    });
    expect(checked.ok && checked.value.dayparts[0]).toEqual({ from: '06:00', to: '08:00' });
  });

  it('names everything that is missing', () => {
    expect(
      refusals({ name: ' ', spotCodes: [], stationCodes: [], weekdays: [9], dayparts: [] }),
    ).toEqual(
      ['name', 'spots', 'stations', 'weekdays', 'dayparts'].map((what) => ({
        kind: 'flight-incomplete',
        what,
      })),
    );
  });

  it('refuses a million slots by arithmetic alone, however far the last day is', () => {
    const stationCodes = Array.from({ length: 600 }, (_, index) => `S${index}`);
    expect(refusals({ stationCodes, to: '2027-11-30', timesADay: 10 })).toEqual([
      { kind: 'flight-too-large', slots: 2_190_000, maximum: 200_000 },
    ]);
    expect(refusals({ to: '9999-12-31' })).toMatchObject([{ kind: 'flight-too-large' }]);
    expect(refusals({ from: '2026-12-01', to: '2100-12-31' })).toEqual([
      { kind: 'flight-too-long', days: 27_059, maximum: 366 },
    ]);
  });

  it('takes six hundred stations for a month, ten times a day', () => {
    const stationCodes = Array.from({ length: 600 }, (_, index) => `S${index}`);
    const terms = buildFlightTerms({
      stationCodes,
      to: '2026-12-30',
      timesADay: 10,
      dayparts: [{ from: '06:00', to: '22:00' }],
    });
    expect(flightSize(terms)).toBe(180_000);
    expect(checkFlight(terms).ok).toBe(true);
  });

  it.each([
    [{ from: '2026-02-30' }, [{ kind: 'flight-day-malformed', day: '2026-02-30' }]],
    [{ to: '2026-11-30' }, [{ kind: 'flight-ends-before-it-begins' }]],
    [{ to: '2026-12-02', weekdays: [1] }, [{ kind: 'flight-without-days' }]],
    [
      { dayparts: [{ from: '22:00', to: '02:00' }] },
      [{ kind: 'daypart-malformed', from: '22:00', to: '02:00' }],
    ],
    [
      {
        dayparts: [
          { from: '06:00', to: '09:00' },
          { from: '08:59', to: '10:00' },
        ],
      },
      [{ kind: 'dayparts-overlap' }],
    ],
    [{ timesADay: 9 }, [{ kind: 'too-few-windows', windows: 8, timesADay: 9 }]],
    [{ languageShares: { fr: 60, bm: 30 } }, [{ kind: 'shares-not-whole', total: 90 }]],
    [
      { priority: 6 },
      [{ kind: 'flight-number-out-of-range', what: 'priority', minimum: 1, maximum: 5 }],
    ],
    [
      { timesADay: 1.5 },
      [{ kind: 'flight-number-out-of-range', what: 'timesADay', minimum: 1, maximum: 48 }],
    ],
  ])('refuses %j', (what, expected) => {
    expect(refusals(what)).toEqual(expected);
  });
});
