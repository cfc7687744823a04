import { describe, expect, it } from 'vitest';

import type { FlightConflict } from '../../../src/domain/broadcast';
import {
  conflictSentence,
  flightRefusalSentence,
  makeGoodRefusalSentence,
  moveRefusalSentence,
} from '../../../src/wording/flights';

const conflict = (
  reason: FlightConflict['reason'],
  count = 1,
  lastDay = '2026-12-01',
): FlightConflict => ({ reason, count, firstDay: '2026-12-01', lastDay });

describe('conflicts of a flight', () => {
  it('say where, why, how many and when', () => {
    const reason = { kind: 'cap-reached', stationCode: 'KAY', cap: 10 } as const;
    expect(conflictSentence(conflict(reason, 3, '2026-12-04'))).toBe(
      'KAY : le plafond de 10 diffusions par jour est atteint. 3 diffusions touchées, du 01/12/2026 au 04/12/2026.',
    );
    expect(conflictSentence(conflict(reason))).toMatch(/Une diffusion touchée, le 01\/12\/2026\.$/);
  });

  it('say nothing of days where other spots take the place', () => {
    const reason = {
      kind: 'language-not-spoken',
      stationCode: 'BKO',
      spotCode: '0003',
      language: 'snk',
    } as const;
    expect(conflictSentence(conflict(reason, 0))).toBe(
      'BKO n’émet pas en soninké : le spot 0003 n’y passera pas.',
    );
  });

  it('say why a spot is held back', () => {
    const reason = {
      kind: 'held-back',
      spotCode: '0042',
      reasons: [{ kind: 'no-consent' }],
    } as const;
    expect(conflictSentence(conflict(reason))).toMatch(/^Le spot 0042 est retenu\. \S/);
  });
});

describe('refusals', () => {
  it('of a flight say what to do', () => {
    expect(flightRefusalSentence({ kind: 'too-few-windows', windows: 4, timesADay: 6 })).toBe(
      'Les plages horaires n’offrent que 4 créneaux par jour, pour 6 diffusions. Élargissez les plages ou raccourcissez les créneaux.',
    );
    expect(
      flightRefusalSentence({ kind: 'flight-too-large', slots: 2_190_000, maximum: 200_000 }),
    ).toMatch(/^Cette vague ferait 2.190.000 diffusions ; 200.000 au plus\./);
  });

  it('of a move and of a make-good use the words of any slot', () => {
    const past = {
      kind: 'in-the-past',
      stationCode: 'KAY',
      day: '2026-12-01',
      time: '07:00',
    } as const;
    expect(moveRefusalSentence(past)).toBe(makeGoodRefusalSentence(past));
    expect(makeGoodRefusalSentence({ kind: 'no-window-left', until: '2026-12-31' })).toMatch(
      /jusqu’au 31\/12\/2026/,
    );
  });
});
