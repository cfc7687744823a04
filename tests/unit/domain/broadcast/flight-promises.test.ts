import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  checkFlight,
  languageQuotas,
  planFlight,
  type FlightFacts,
  type FlightTerms,
  type SlotPlan,
} from '../../../../src/domain/broadcast';
import { addDays, LANGUAGES, type Language } from '../../../../src/domain/shared';
import {
  buildConsent,
  buildFlightTerms,
  buildSlot,
  buildSpot,
  buildStation,
} from '../../../helpers/builders';

const FIRST = '2027-03-26';
const ZONES = ['Africa/Bamako', 'Europe/Paris', 'Asia/Kolkata'];
const MINUTE = 60_000;

const shares = fc.constantFrom<FlightTerms['languageShares']>(
  {},
  { fr: 100 },
  { fr: 50, bm: 50 },
  { fr: 20, bm: 45, snk: 35 },
);
const dayparts = fc.constantFrom<FlightTerms['dayparts']>(
  [{ from: '05:00', to: '09:00' }],
  [
    { from: '00:00', to: '04:00' },
    { from: '20:00', to: '23:59' },
  ],
  [
    { from: '06:00', to: '08:00' },
    { from: '12:00', to: '14:00' },
    { from: '18:00', to: '22:00' },
  ],
);

const terms = fc.record({
  timesADay: fc.integer({ min: 1, max: 4 }),
  windowMinutes: fc.constantFrom(15, 30, 60),
  separationMinutes: fc.constantFrom(0, 20, 90, 600),
  capADay: fc.integer({ min: 1, max: 6 }),
  priority: fc.integer({ min: 1, max: 5 }),
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 3 }),
  days: fc.integer({ min: 0, max: 9 }),
  languageShares: shares,
  dayparts,
});

const spot = fc.record({
  language: fc.constantFrom<Language>(...LANGUAGES),
  message: fc.constantFrom('MSG-1', 'MSG-2'),
  voices: fc.constantFrom('no-real-person', 'adult'),
  ends: fc.integer({ min: 0, max: 9 }),
  consentEnds: fc.integer({ min: 0, max: 9 }),
  isPrepared: fc.boolean(),
});

const rival = fc.record({
  day: fc.integer({ min: 0, max: 9 }),
  minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
  priority: fc.option(fc.integer({ min: 1, max: 5 })),
  mayGiveWay: fc.boolean(),
  station: fc.integer({ min: 0, max: 2 }),
});

const world = fc.record({
  terms,
  spots: fc.array(spot, { minLength: 1, maxLength: 4 }),
  rivals: fc.array(rival, { maxLength: 8 }),
});
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

function build({ terms: asked, spots, rivals }: World) {
  const stations = ZONES.map((timeZone, index) =>
    buildStation({
      code: `ST${'ABC'[index] ?? ''}`,
      timeZone,
      languages: index === 0 ? ['fr', 'bm', 'snk'] : ['fr', 'bm'],
    }),
  );
  const { days, ...rest } = asked;
  const flight = buildFlightTerms({
    ...rest,
    from: FIRST,
    to: addDays(FIRST, days + 2),
    spotCodes: spots.map((_, index) => `000${index + 1}`),
    stationCodes: stations.map(({ code }) => code),
  });
  const facts: FlightFacts = {
    stations,
    spots: spots.map((each, index) => ({
      spot: buildSpot({
        code: `000${index + 1}`,
        language: each.language,
        messageCode: each.message,
        voices: each.voices as 'adult',
        flightStart: FIRST,
        flightEnd: addDays(FIRST, each.ends),
      }),
      consents: [buildConsent({ expiresOn: addDays(FIRST, each.consentEnds) })],
      replacedAt: null,
      preparedProfiles: new Set(each.isPrepared ? ['MP3-STEREO'] : []),
    })),
    standing: rivals.map((each, index) => {
      const windowStart = new Date(
        Date.parse(`${addDays(FIRST, each.day)}T00:00:00Z`) + each.minute * MINUTE,
      );
      return {
        slot: buildSlot({
          id: `rival-${index}`,
          stationCode: stations[each.station]?.code ?? '',
          spotCode: '0900',
          windowStart,
          windowEnd: new Date(windowStart.getTime() + 30 * MINUTE),
          airDate: addDays(FIRST, each.day),
        }),
        messageKey: 'rival',
        priority: each.priority,
        mayGiveWay: each.mayGiveWay,
      };
    }),
    own: [],
    now: new Date('2027-03-26T06:20:00Z'),
  };
  return { flight, facts };
}

function eachWorld(check: (terms: FlightTerms, facts: FlightFacts) => void): void {
  fc.assert(
    fc.property(world, (given) => {
      const { flight, facts } = build(given);
      const checked = checkFlight(flight);
      if (checked.ok) check(checked.value, facts);
    }),
    { numRuns: 40 },
  );
}

function grouped<Key>(slots: readonly SlotPlan[], keyOf: (slot: SlotPlan) => Key) {
  const groups = new Map<Key, SlotPlan[]>();
  for (const slot of slots) groups.set(keyOf(slot), [...(groups.get(keyOf(slot)) ?? []), slot]);
  return groups;
}

const living = (facts: FlightFacts, gone: readonly { readonly id: string }[]) =>
  facts.standing.filter(({ slot }) => !gone.some(({ id }) => id === slot.id));

/** A zone's calendar is slow to ask on a busy machine. */
const PATIENT = { timeout: 120_000 };

describe('whatever a flight asks for, it never', PATIENT, () => {
  it('airs more on a day than it asked for, or than the cap allows', () => {
    eachWorld((asked, facts) => {
      const { slots, givingWay } = planFlight(asked, facts);
      for (const [key, ofDay] of grouped(slots, (slot) => `${slot.stationCode} ${slot.airDate}`)) {
        const others = living(facts, givingWay).filter(
          ({ slot }) => `${slot.stationCode} ${slot.airDate}` === key,
        );
        expect(ofDay.length).toBeLessThanOrEqual(asked.timesADay);
        expect(ofDay.length + others.length).toBeLessThanOrEqual(asked.capADay);
      }
    });
  });

  it('overlaps what stands, or puts two airings of a message too near to each other', () => {
    eachWorld((asked, facts) => {
      const { slots, givingWay } = planFlight(asked, facts);
      const messageOf = new Map(
        facts.spots.map(({ spot: { code, messageCode } }) => [code, messageCode]),
      );
      const others = living(facts, givingWay).map(({ slot }) => slot);
      for (const [station, ofStation] of grouped(slots, (slot) => slot.stationCode)) {
        const all = [...ofStation, ...others.filter(({ stationCode }) => stationCode === station)];
        const broken = ofStation.flatMap((one, place) =>
          all.filter((other, at) => {
            const between = Math.max(
              other.windowStart.getTime() - one.windowEnd.getTime(),
              one.windowStart.getTime() - other.windowEnd.getTime(),
            );
            const isSame = messageOf.get(one.spotCode) === messageOf.get(other.spotCode);
            return at !== place && between < (isSame ? asked.separationMinutes * MINUTE : 0);
          }),
        );
        expect(broken).toEqual([]);
      }
    });
  });

  it('leaves the dates of the flight, of the spot or of the consent, or begins in the past', () => {
    eachWorld((asked, facts) => {
      for (const slot of planFlight(asked, facts).slots) {
        const found = facts.spots.find(({ spot: { code } }) => code === slot.spotCode);
        const ends = [asked.to, found?.spot.flightEnd ?? ''];
        if (found?.spot.voices === 'adult') ends.push(found.consents[0]?.expiresOn ?? '');
        expect(slot.airDate >= FIRST).toBe(true);
        for (const end of ends) expect(slot.airDate <= end).toBe(true);
        expect(slot.windowStart >= facts.now).toBe(true);
        expect(found?.preparedProfiles.size).toBe(1);
      }
    });
  });

  it('gives a language more than its share', () => {
    eachWorld((asked, facts) => {
      if (Object.keys(asked.languageShares).length === 0) return;
      const { slots, wanted } = planFlight(asked, facts);
      for (const station of facts.stations) {
        const heard = new Set(
          facts.spots
            .filter(
              ({ spot, preparedProfiles }) =>
                preparedProfiles.size > 0 && station.languages.includes(spot.language),
            )
            .map(({ spot: { language } }) => language),
        );
        const quotas = languageQuotas(asked.languageShares, heard, wanted / facts.stations.length);
        for (const language of LANGUAGES) {
          const count = slots.filter(
            (slot) => slot.stationCode === station.code && slot.language === language,
          ).length;
          expect(count).toBeLessThanOrEqual(quotas.get(language) ?? 0);
        }
      }
    });
  });

  it('plans otherwise when it is asked again, also after it was written', () => {
    eachWorld((asked, facts) => {
      const first = planFlight(asked, facts);
      expect(planFlight(asked, facts)).toEqual(first);
      const written = planFlight(asked, { ...facts, standing: living(facts, first.givingWay) });
      expect(written.slots).toEqual(first.slots);
      expect(written.givingWay).toEqual([]);
    });
  });

  it('loses an airing without saying why', () => {
    eachWorld((asked, facts) => {
      const { slots, wanted, conflicts } = planFlight(asked, facts);
      if (slots.length < wanted) expect(conflicts.some(({ count }) => count > 0)).toBe(true);
    });
  });
});

describe('the share of each language', () => {
  it('adds up to the whole, and is at most one airing from the exact one', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 5000 }), (given, total) => {
        const quotas = [...languageQuotas(given, new Set(LANGUAGES), total)];
        const sum = quotas.reduce((all, [, quota]) => all + quota, 0);
        if (quotas.length > 0) expect(sum).toBe(total);
        for (const [language, quota] of quotas) {
          expect(Math.abs(quota - (total * (given[language] ?? 0)) / 100)).toBeLessThan(1);
        }
      }),
    );
  });
});
