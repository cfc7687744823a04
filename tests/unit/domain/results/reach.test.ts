import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Airing } from '../../../../src/domain/broadcast';
import {
  checkEstimate,
  confirmedAirings,
  reachOf,
  tallyAirings,
  type Band,
} from '../../../../src/domain/results';
import type { Estimate, Station, StationZone, Zone } from '../../../../src/domain/stations';
import { buildAiring, buildStation, buildStationZone, buildZone } from '../../../helpers/builders';

const certain = (share: number): Estimate => ({ low: share, likely: share, high: share });

/** A station whose every listener hears every airing: its share is its weekly audience. */
function stationHeardBy(code: string, share: number, zoneCode = 'KAYES-VILLE'): Station {
  return buildStation({
    code,
    zones: [
      buildStationZone({
        zoneCode,
        coverage: certain(1),
        weeklyListeners: certain(share),
        hearsOneAiring: certain(1),
      }),
    ],
  });
}

function airingOn(stationCode: string, number: number, what: Partial<Airing> = {}): Airing {
  return buildAiring({ id: `${stationCode}-${number}`, stationCode, ...what });
}

function airings(stationCode: string, count: number): readonly Airing[] {
  return Array.from({ length: count }, (_, i) => airingOn(stationCode, i));
}

describe('reach of a zone', () => {
  const zone = buildZone({ population: 1_000_000 });
  const three = [
    stationHeardBy('KAY', 0.3),
    stationHeardBy('KIT', 0.4),
    stationHeardBy('NIO', 0.2),
  ];

  it('low is the largest station, central random duplication, high all stations added', () => {
    const reach = reachOf({
      stations: three,
      zones: [zone],
      airings: [...airings('KAY', 1), ...airings('KIT', 1), ...airings('NIO', 1)],
    });
    expect(reach.total).toEqual({ low: 400_000, central: 664_000, high: 900_000 });
    expect(reach.zones[0]?.state).toBe('estimated');
  });

  it('never exceeds the inhabitants, though the stations added would', () => {
    const stations = [stationHeardBy('KAY', 0.7), stationHeardBy('KIT', 0.8)];
    const ledger = [...airings('KAY', 1), ...airings('KIT', 1)];
    const reach = reachOf({ stations, zones: [zone], airings: ledger });
    expect(reach.total).toEqual({ low: 800_000, central: 940_000, high: 1_000_000 });
  });

  it('makes the worked example of docs/reach.md', () => {
    const parameters = buildStationZone({
      coverage: { low: 0.5, likely: 0.6, high: 0.7 },
      weeklyListeners: { low: 0.2, likely: 0.3, high: 0.4 },
      hearsOneAiring: { low: 0.05, likely: 0.1, high: 0.15 },
    });
    const reach = reachOf({
      stations: [
        buildStation({ code: 'KAY', zones: [parameters] }),
        buildStation({ code: 'KIT', zones: [parameters] }),
      ],
      zones: [buildZone({ population: 100_000 })],
      airings: [...airings('KAY', 10), ...airings('KIT', 4)],
    });
    const ingredients = reach.zones[0]?.ingredients ?? [];
    expect(ingredients.map(({ people }) => people)).toEqual([
      { low: 4_013, central: 11_724, high: 22_488 },
      { low: 1_855, central: 6_190, high: 13_384 },
    ]);
    expect(ingredients[0]?.weeklyPeople).toEqual({ low: 10_000, central: 18_000, high: 28_000 });
    expect(reach.total).toEqual({ low: 4_013, central: 17_188, high: 35_871 });
    expect(reach.zones[0]?.grossRatingPoints).toBeCloseTo(25.2, 9);
    expect(reach.zones[0]?.averageFrequency).toBeCloseTo(1.466, 3);
  });

  it('adds zones, which are places apart', () => {
    const kita = buildZone({ code: 'KITA', population: 50_000 });
    const stations = [stationHeardBy('KAY', 0.1), stationHeardBy('KIT', 0.2, 'KITA')];
    const ledger = [...airings('KAY', 2), ...airings('KIT', 1)];
    const reach = reachOf({ stations, zones: [zone, kita], airings: ledger });
    expect(reach.zones.map(({ people }) => people?.central)).toEqual([100_000, 10_000]);
    expect(reach.total?.central).toBe(110_000);
    expect(reach.populationOfEstimated).toBe(1_050_000);
  });

  it('says how the figure came about: airings, evidence, parameters and their source', () => {
    const parameters = buildStationZone({
      source: 'Enquête auprès des auditeurs',
      sourceDate: '2026-10-01',
      sampleSize: 400,
      isAssumption: false,
    });
    const reach = reachOf({
      stations: [buildStation({ zones: [parameters] })],
      zones: [zone],
      airings: [airingOn('KAY', 1), airingOn('KAY', 2, { evidence: 'telephone' })],
    });
    expect(reach.zones[0]?.ingredients[0]).toMatchObject({
      stationCode: 'KAY',
      airings: 2,
      byEvidence: { recording: 0, imported: 0, page: 1, sms: 0, telephone: 1 },
      coverage: parameters.coverage,
      source: 'Enquête auprès des auditeurs',
      sampleSize: 400,
      isAssumption: false,
    });
    expect(reach.restsOnAssumption).toBe(false);
  });

  it('is labelled an assumption as soon as one counted station rests on one', () => {
    const ledger = airings('KAY', 1);
    expect(reachOf({ stations: three, zones: [zone], airings: ledger }).restsOnAssumption).toBe(
      true,
    );
  });
});

describe('which airings count', () => {
  const zone = buildZone({ population: 1_000 });
  const station = buildStation({ zones: [buildStationZone()] });
  const central = (ledger: readonly Airing[]) =>
    reachOf({ stations: [station], zones: [zone], airings: ledger }).total?.central;

  it('counts on time, at another time and unplanned, never missed', () => {
    const ledger = [
      airingOn('KAY', 1),
      airingOn('KAY', 2, { outcome: 'aired-at-another-time' }),
      airingOn('KAY', 3, { outcome: 'unplanned', slotId: null }),
      airingOn('KAY', 4, { outcome: 'missed', airedAt: null, missedReason: 'power' }),
    ];
    expect(confirmedAirings(ledger)).toHaveLength(3);
    expect(tallyAirings(ledger)).toEqual({
      confirmed: 3,
      byOutcome: { aired: 1, 'aired-at-another-time': 1, unplanned: 1, missed: 1 },
      missedByReason: {
        power: 1,
        transmitter: 0,
        network: 0,
        'file-missing': 0,
        staff: 0,
        refused: 0,
      },
      byEvidence: { recording: 0, imported: 0, page: 3, sms: 0, telephone: 0 },
    });
  });

  it('does not count an airing that was corrected to missed', () => {
    const ledger = [
      airingOn('KAY', 1),
      airingOn('KAY', 2),
      airingOn('KAY', 3, { outcome: 'missed', supersedes: 'KAY-2', missedReason: 'power' }),
    ];
    expect(central(ledger)).toBe(central([airingOn('KAY', 1)]));
  });

  it('counts the same confirmation sent twice once', () => {
    const twice = [
      airingOn('KAY', 1, { idempotencyKey: 'the-same' }),
      airingOn('KAY', 2, { idempotencyKey: 'the-same' }),
    ];
    expect(confirmedAirings(twice)).toHaveLength(1);
    expect(central(twice)).toBe(central([airingOn('KAY', 1)]));
  });
});

describe('what cannot be counted is named', () => {
  const zone = buildZone({ population: 1_000 });

  it('has no figure, rather than zero, while nothing was confirmed', () => {
    const stations = [stationHeardBy('KAY', 0.3)];
    const reach = reachOf({ stations, zones: [zone], airings: [] });
    expect(reach.total).toBeNull();
    expect(reach.zones[0]).toMatchObject({ state: 'nothing-aired', people: null, share: null });
  });

  it('has no figure for a zone without a station', () => {
    const reach = reachOf({ stations: [], zones: [zone], airings: [] });
    expect(reach.zones[0]).toMatchObject({ state: 'no-parameters', people: null });
  });

  it.each<[string, readonly StationZone[], string]>([
    ['without zones', [], 'no-zone'],
    ['of a zone nobody knows', [buildStationZone({ zoneCode: 'GAO' })], 'zone-unknown'],
    [
      'whose low is above its high',
      [buildStationZone({ coverage: { low: 0.9, likely: 0.5, high: 0.6 } })],
      'estimate-invalid',
    ],
    [
      'that covers 70 instead of 0.7',
      [buildStationZone({ coverage: { low: 50, likely: 70, high: 80 } })],
      'estimate-invalid',
    ],
  ])('a station %s', (_story, zones, reason) => {
    const stations = [buildStation({ zones })];
    const reach = reachOf({ stations, zones: [zone], airings: airings('KAY', 2) });
    expect(reach.total).toBeNull();
    expect(reach.confirmedAirings).toBe(2);
    expect(reach.notCounted).toMatchObject([{ stationCode: 'KAY', airings: 2, reason }]);
  });

  it('a zone given twice counts once', () => {
    const once = stationHeardBy('KAY', 0.3);
    const twice = { ...once, zones: [...once.zones, ...once.zones] };
    const reach = reachOf({ stations: [twice], zones: [zone], airings: airings('KAY', 1) });
    expect(reach.total).toEqual({ low: 300, central: 300, high: 300 });
    expect(reach.notCounted).toMatchObject([{ reason: 'zone-twice' }]);
  });

  it('a zone without inhabitants, and airings of a station that is gone', () => {
    const reach = reachOf({
      stations: [stationHeardBy('KAY', 0.3)],
      zones: [buildZone({ population: 0 })],
      airings: [...airings('KAY', 1), ...airings('ZZZ', 3)],
    });
    expect(reach.total).toBeNull();
    expect(reach.notCounted.map(({ reason, airings: left }) => [reason, left])).toEqual([
      ['population-invalid', 1],
      ['station-unknown', 3],
    ]);
  });
});

describe('whatever the parameters', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const estimate: fc.Arbitrary<Estimate> = fc.tuple(share, share, share).map((three) => {
    const [low = 0, likely = 0, high = 0] = [...three].sort((one, other) => one - other);
    return { low, likely, high };
  });
  const zones: readonly Zone[] = [
    buildZone({ code: 'A', population: 123_457 }),
    buildZone({ code: 'B', population: 678_061 }),
  ];
  const stationZone = (zoneCode: string) =>
    fc
      .tuple(estimate, estimate, estimate)
      .map(([coverage, weeklyListeners, hearsOneAiring]) =>
        buildStationZone({ zoneCode, coverage, weeklyListeners, hearsOneAiring }),
      );
  const network = fc
    .array(
      fc.record({
        zones: fc.tuple(stationZone('A'), stationZone('B')),
        airings: fc.integer({ min: 0, max: 40 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((drafts) => {
      const codeOf = (i: number) => `ST${String.fromCharCode(65 + i)}`;
      return {
        stations: drafts.map((draft, i) => buildStation({ code: codeOf(i), zones: draft.zones })),
        ledger: drafts.flatMap((draft, i) => airings(codeOf(i), draft.airings)),
      };
    });
  const none: Band = { low: 0, central: 0, high: 0 };

  it('low <= central <= high <= the inhabitants, per zone and in all', () => {
    fc.assert(
      fc.property(network, ({ stations, ledger }) => {
        const reach = reachOf({ stations, zones, airings: ledger });
        const bands: readonly (readonly [Band, number])[] = [
          [reach.total ?? none, reach.populationOfEstimated],
          ...reach.zones.map((zone) => [zone.people ?? none, zone.population] as const),
        ];
        for (const [band, population] of bands) {
          expect(band.low).toBeLessThanOrEqual(band.central);
          expect(band.central).toBeLessThanOrEqual(band.high);
          expect(band.high).toBeLessThanOrEqual(population);
        }
      }),
    );
  });

  it('no station reaches more than its weekly listeners, and no zone more than all of them', () => {
    fc.assert(
      fc.property(network, ({ stations, ledger }) => {
        for (const zone of reachOf({ stations, zones, airings: ledger }).zones) {
          for (const { people, weeklyPeople } of zone.ingredients) {
            expect(people.low).toBeLessThanOrEqual(weeklyPeople.low);
            expect(people.central).toBeLessThanOrEqual(weeklyPeople.central);
            expect(people.high).toBeLessThanOrEqual(weeklyPeople.high);
          }
          const ceiling = zone.ingredients.reduce((sum, one) => sum + one.weeklyPeople.high, 0);
          // Each station's ceiling is rounded on its own.
          expect(zone.people?.high ?? 0).toBeLessThanOrEqual(ceiling + zone.ingredients.length);
        }
      }),
    );
  });

  it('one more airing never lowers a figure', () => {
    fc.assert(
      fc.property(network, ({ stations, ledger }) => {
        const before = reachOf({ stations, zones, airings: ledger }).total ?? none;
        const more = [...ledger, airingOn('STA', 1_000)];
        const after = reachOf({ stations, zones, airings: more }).total ?? none;
        expect(after.low).toBeGreaterThanOrEqual(before.low);
        expect(after.central).toBeGreaterThanOrEqual(before.central);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
      }),
    );
  });

  it('the order in which stations and airings are read does not matter', () => {
    fc.assert(
      fc.property(network, ({ stations, ledger }) => {
        const turned = { stations: [...stations].reverse(), airings: [...ledger].reverse() };
        expect(reachOf({ ...turned, zones })).toEqual(
          reachOf({ stations, zones, airings: ledger }),
        );
      }),
    );
  });
});

describe('an estimate', () => {
  it('is three shares in order', () => {
    expect(checkEstimate({ low: 0.1, likely: 0.2, high: 0.2 })).toEqual({
      ok: true,
      value: { low: 0.1, likely: 0.2, high: 0.2 },
    });
  });

  it('is refused out of order', () => {
    expect(checkEstimate({ low: 0.3, likely: 0.2, high: 0.4 })).toEqual({
      ok: false,
      refusals: [{ kind: 'out-of-order', low: 0.3, likely: 0.2, high: 0.4 }],
    });
  });

  it('is refused outside 0 to 1, or when a number is missing', () => {
    expect(checkEstimate({ low: -0.1, likely: Number.NaN, high: 40 })).toEqual({
      ok: false,
      refusals: [
        { kind: 'not-a-share', field: 'low', given: -0.1 },
        { kind: 'not-a-share', field: 'likely', given: Number.NaN },
        { kind: 'not-a-share', field: 'high', given: 40 },
      ],
    });
    expect(checkEstimate({ low: 0 }).ok).toBe(false);
  });
});
