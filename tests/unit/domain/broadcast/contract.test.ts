import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  accountOf,
  EVIDENCE_GRADES,
  overlapping,
  type Contract,
} from '../../../../src/domain/broadcast';
import { buildAiring, buildContract, buildSlot } from '../../../helpers/builders';

const AT = { now: new Date('2026-12-10T12:00:00Z'), timeZone: 'Africa/Bamako' };

function account(
  slots: Parameters<typeof accountOf>[1],
  airings: Parameters<typeof accountOf>[2],
  contract: Partial<Contract> = {},
) {
  return accountOf(buildContract({ airingsOwed: 10, ...contract }), slots, airings, AT);
}

describe('owed against aired', () => {
  it('keeps the grades of evidence apart', () => {
    const said = account(
      [],
      [
        buildAiring({ id: 'a', evidence: 'recording' }),
        buildAiring({ id: 'b', evidence: 'page' }),
        buildAiring({ id: 'c', evidence: 'telephone', outcome: 'unplanned', slotId: null }),
        buildAiring({ id: 'd', evidence: 'page', outcome: 'aired-at-another-time' }),
      ],
    );
    expect(said.aired).toMatchObject({ recording: 1, imported: 0, page: 2, telephone: 1 });
    expect(said.airedWhateverTheEvidence).toBe(4);
    expect(said.airedUnplanned).toBe(1);
    expect(said.airedAtAnotherTime).toBe(1);
    expect(said.stillOwed).toBe(6);
  });

  it('counts silence and misses for nothing', () => {
    const slots = [
      buildSlot({ id: 'silent' }),
      buildSlot({ id: 'missed', spotCode: '0043' }),
      buildSlot({ id: 'cancelled', state: 'cancelled' }),
    ];
    const said = account(slots, [
      buildAiring({ slotId: 'missed', outcome: 'missed', airedAt: null, missedReason: 'power' }),
    ]);
    expect(said).toMatchObject({ airedWhateverTheEvidence: 0, missed: 1, unanswered: 1 });
    expect(said.missedByReason.power).toBe(1);
    expect(said.stillOwed).toBe(10);
  });

  it('asks for make-goods only where nothing more is planned', () => {
    const later = (id: string) =>
      buildSlot({
        id,
        airDate: '2026-12-20',
        windowStart: new Date('2026-12-20T07:00:00Z'),
        windowEnd: new Date('2026-12-20T07:30:00Z'),
      });
    const said = account([later('a'), later('b')], [], { airingsOwed: 5 });
    expect(said).toMatchObject({ stillOwed: 5, upcoming: 2, toPlan: 3, unanswered: 0 });
  });

  it.each([
    ['the first minute of the period', '2026-12-01T00:00:00Z', 1],
    ['the last minute', '2026-12-31T23:59:59Z', 1],
    ['the minute before', '2026-11-30T23:59:59Z', 0],
    ['the minute after', '2027-01-01T00:00:00Z', 0],
  ])('counts by whole days in the zone of the station: %s', (_when, airedAt, count) => {
    const said = account([], [buildAiring({ airedAt: new Date(airedAt) })]);
    expect(said.airedWhateverTheEvidence).toBe(count);
  });

  it('takes the day from the clock of the station', () => {
    const airing = buildAiring({ airedAt: new Date('2026-11-30T20:00:00Z') });
    const inKolkata = accountOf(buildContract(), [], [airing], { ...AT, timeZone: 'Asia/Kolkata' });
    expect(inKolkata.lines.map(({ day }) => day)).toEqual(['2026-12-01']);
    expect(account([], [airing]).lines).toEqual([]);
  });

  it('leaves out what another station did', () => {
    expect(account([], [buildAiring({ stationCode: 'KIT' })]).airedWhateverTheEvidence).toBe(0);
  });

  it('says how many were given beyond what was owed', () => {
    const airings = ['a', 'b', 'c'].map((id) => buildAiring({ id }));
    expect(account([], airings, { airingsOwed: 2 })).toMatchObject({
      stillOwed: 0,
      toPlan: 0,
      beyond: 1,
    });
  });

  it('has a line for each day and spot, which add up to the whole', () => {
    const outcomes = fc.record({
      day: fc.integer({ min: 1, max: 9 }),
      spot: fc.constantFrom('0042', '0043', '0044'),
      evidence: fc.constantFrom(...EVIDENCE_GRADES),
      state: fc.constantFrom('aired', 'missed', 'silent', 'cancelled'),
    });
    fc.assert(
      fc.property(fc.array(outcomes, { maxLength: 60 }), (told) => {
        const slots = told.map(({ day, spot, state }, place) =>
          buildSlot({
            id: `slot-${place}`,
            spotCode: spot,
            airDate: `2026-12-0${day}`,
            windowStart: new Date(`2026-12-0${day}T07:00:00Z`),
            windowEnd: new Date(`2026-12-0${day}T07:30:00Z`),
            state: state === 'cancelled' ? 'cancelled' : 'planned',
          }),
        );
        const airings = told.flatMap(({ evidence, state }, place) => {
          const slot = slots[place];
          if (slot === undefined || (state !== 'aired' && state !== 'missed')) return [];
          return [
            buildAiring({
              id: `airing-${place}`,
              slotId: slot.id,
              spotCode: slot.spotCode,
              evidence,
              outcome: state,
              airedAt: state === 'aired' ? slot.windowStart : null,
              missedReason: state === 'aired' ? null : 'staff',
            }),
          ];
        });
        const said = account(slots, airings);
        const sum = (of: (line: (typeof said.lines)[number]) => number) =>
          said.lines.reduce((total, line) => total + of(line), 0);
        for (const grade of EVIDENCE_GRADES) {
          expect(sum(({ aired }) => aired[grade])).toBe(said.aired[grade]);
        }
        expect(EVIDENCE_GRADES.reduce((total, grade) => total + said.aired[grade], 0)).toBe(
          said.airedWhateverTheEvidence,
        );
        expect(sum(({ missed }) => missed)).toBe(said.missed);
        expect(sum(({ unanswered }) => unanswered)).toBe(said.unanswered);
        expect(said.airedWhateverTheEvidence + said.missed + said.unanswered).toBe(
          told.filter(({ state }) => state !== 'cancelled').length,
        );
      }),
    );
  });
});

describe('two contracts of one station', () => {
  const mine = buildContract({ documentId: 'mine' });
  it.each([
    ['the next day on', { periodStart: '2027-01-01', periodEnd: '2027-01-31' }, 0],
    ['from its last day on', { periodStart: '2026-12-31', periodEnd: '2027-01-31' }, 1],
    ['on the same days, of another station', { stationCode: 'KIT' }, 0],
    ['on the same days, of no station', { stationCode: null }, 0],
  ])('%s', (_when, what, count) => {
    expect(overlapping(mine, [mine, buildContract({ documentId: 'other', ...what })])).toHaveLength(
      count,
    );
  });
});
