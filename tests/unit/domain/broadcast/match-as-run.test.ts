import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  asRunKey,
  matchAsRun,
  type AsRunFacts,
  type AsRunReading,
} from '../../../../src/domain/broadcast';
import { buildAiring, buildSlot } from '../../../helpers/builders';

const at = (time: string, day = '2026-12-01') => new Date(`${day}T${time}:00Z`);
const play = (time: string, spotCode = '0042', lineNumber = 2): AsRunReading => ({
  kind: 'play',
  play: {
    row: { lineNumber, when: time, title: `${spotCode} Partir`, text: time },
    spotCode,
    at: at(time),
  },
});
const facts = (what: Partial<AsRunFacts> = {}): AsRunFacts => ({
  stationCode: 'KAY',
  slots: [buildSlot()],
  current: [],
  imported: [],
  spotCodes: new Set(['0042', '0043']),
  now: at('12:00', '2026-12-02'),
  ...what,
});
const kinds = (readings: readonly AsRunReading[], what: Partial<AsRunFacts> = {}) =>
  matchAsRun(readings, facts(what)).map((match) =>
    match.kind === 'unmatched' ? match.reason : match.kind,
  );

describe('a line of the log', () => {
  it.each([
    ['07:00', 'aired'],
    ['07:30', 'aired'],
    ['06:59', 'aired-at-another-time'],
    ['07:31', 'aired-at-another-time'],
    ['08:00', 'aired-at-another-time'],
    ['06:30', 'aired-at-another-time'],
  ])('at %s confirms the slot of 7:00 to 7:30: %s', (time, outcome) => {
    expect(matchAsRun([play(time)], facts())).toMatchObject([{ kind: 'confirms', outcome }]);
  });

  it.each(['06:29', '08:01'])('at %s lies beyond the tolerance: it was not planned', (time) => {
    expect(kinds([play(time)])).toEqual(['unplanned']);
  });

  it('of another spot is none of this slot', () => {
    expect(kinds([play('07:05', '0043')])).toEqual(['unplanned']);
  });

  it('does not bring a cancelled slot back', () => {
    expect(kinds([play('07:05')], { slots: [buildSlot({ state: 'cancelled' })] })).toEqual([
      'unplanned',
    ]);
  });

  it.each([
    ['0099', '07:05', 'unknown-spot', {}],
    ['0042', '07:05', 'in-the-future', { now: at('07:04') }],
    ['0042', '07:05', 'too-long-ago', { now: at('07:06', '2027-03-03') }],
  ] as const)('%s at %s has no effect: %s', (spot, time, reason, what) => {
    expect(kinds([play(time, spot)], what)).toEqual([reason]);
  });

  it('said twice in a file counts once', () => {
    expect(kinds([play('07:05'), play('07:05', '0042', 3)])).toEqual(['confirms', 'repeated']);
  });
});

describe('a slot', () => {
  it('takes the nearest play; the other was not planned', () => {
    expect(kinds([play('06:50'), play('07:10'), play('07:20')])).toEqual([
      'unplanned',
      'confirms',
      'unplanned',
    ]);
  });

  it('each of two slots of one spot gets its own play', () => {
    const slots = [
      buildSlot(),
      buildSlot({ id: 'slot-2', windowStart: at('07:40'), windowEnd: at('08:10') }),
    ];
    const matches = matchAsRun([play('07:35'), play('07:45')], facts({ slots }));
    expect(matches.map((match) => 'slot' in match && match.slot.id)).toEqual(['slot-1', 'slot-2']);
  });

  it.each(['page', 'sms', 'telephone'] as const)('told by %s is proven better', (evidence) => {
    const told = buildAiring({ evidence });
    expect(matchAsRun([play('07:05')], facts({ current: [told] }))).toMatchObject([
      { kind: 'strengthens', supersedes: told },
    ]);
  });

  it.each(['recording', 'imported'] as const)('proven by %s stays as it is', (evidence) => {
    expect(kinds([play('07:05')], { current: [buildAiring({ evidence })] })).toEqual(['known']);
  });

  it('that the station called missed is not overruled by a file', () => {
    const missed = buildAiring({ outcome: 'missed', airedAt: null, missedReason: 'transmitter' });
    expect(kinds([play('07:05')], { current: [missed] })).toEqual(['contradicts']);
  });
});

describe('the same file again', () => {
  const imported = buildAiring({
    idempotencyKey: asRunKey('KAY', { spotCode: '0042', at: at('07:05') }),
    evidence: 'imported',
  });

  it('adds nothing, also when the entry was corrected since', () => {
    expect(kinds([play('07:05')], { imported: [imported], current: [imported] })).toEqual([
      'known',
    ]);
    const corrected = buildAiring({ id: 'later', outcome: 'missed', supersedes: imported.id });
    expect(kinds([play('07:05')], { imported: [imported], current: [corrected] })).toEqual([
      'known',
    ]);
  });

  it('leaves the slot to the line that took it', () => {
    expect(
      kinds([play('07:01'), play('07:05')], { imported: [imported], current: [imported] }),
    ).toEqual(['unplanned', 'known']);
  });
});

describe('an unplanned airing', () => {
  const told = (time: string, evidence: 'page' | 'imported') =>
    buildAiring({ slotId: null, outcome: 'unplanned', airedAt: at(time), evidence });

  it('that a person noted to the round minute is the same one, proven better', () => {
    const noted = told('10:00', 'page');
    expect(matchAsRun([play('10:03')], facts({ current: [noted] }))).toMatchObject([
      { kind: 'unplanned', supersedes: noted },
    ]);
    expect(kinds([play('10:03')], { current: [told('10:00', 'imported')] })).toEqual(['known']);
    expect(matchAsRun([play('10:04')], facts({ current: [noted] }))).toMatchObject([
      { kind: 'unplanned', supersedes: null },
    ]);
  });
});

describe('any log', () => {
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const log = fc.array(minute, { maxLength: 30 }).map((minutes) =>
    minutes.map((each, place) => {
      const hours = String(Math.floor(each / 60)).padStart(2, '0');
      return play(`${hours}:${String(each % 60).padStart(2, '0')}`, '0042', place + 1);
    }),
  );
  const slots = [6, 9, 12, 18].map((hour) =>
    buildSlot({
      id: `slot-${hour}`,
      windowStart: at(`${String(hour).padStart(2, '0')}:00`),
      windowEnd: at(`${String(hour).padStart(2, '0')}:30`),
    }),
  );

  it('answers every line, fills no slot twice, and does not mind the order of its lines', () => {
    fc.assert(
      fc.property(log, (readings) => {
        const matches = matchAsRun(readings, facts({ slots }));
        expect(matches).toHaveLength(readings.length);
        const filled = matches.flatMap((match) => (match.kind === 'confirms' ? match.slot.id : []));
        expect(new Set(filled).size).toBe(filled.length);
        const backwards = matchAsRun([...readings].reverse(), facts({ slots }));
        expect(backwards.filter(({ kind }) => kind === 'confirms')).toHaveLength(filled.length);
      }),
    );
  });
});
