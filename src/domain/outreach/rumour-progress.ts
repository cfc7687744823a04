import type { Airing } from '../broadcast';
import { RUMOUR_RISKS, RUMOUR_STATES } from './rumour';
import type { Rumour, RumourRisk, RumourState } from './rumour';

/** What answers on the air, as far as this needs to know. */
type AnsweringSpot = { readonly code: string; readonly messageCode: string | null };

/**
 * The confirmed airings that answered a rumour: of its spot, or of any spot of its message, since the answer was written. An
 * airing before that answered something else.
 *
 * @param confirmed airings of the ledger that a station confirmed.
 */
export function answeringAirings(
  { answer }: Rumour,
  spots: readonly AnsweringSpot[],
  confirmed: readonly Airing[],
): readonly Airing[] {
  if (answer === null) return [];
  const codes = new Set(
    answer.spotCode === null
      ? spots
          .filter(({ messageCode }) => messageCode !== null && messageCode === answer.messageCode)
          .map(({ code }) => code)
      : [answer.spotCode],
  );
  return confirmed.filter(
    ({ spotCode, airedAt }) => codes.has(spotCode) && airedAt !== null && airedAt >= answer.at,
  );
}

/** Where a rumour stands. `aired` follows from the ledger: it ends when the airing is corrected away. */
export function rumourState(rumour: Rumour, airings: number): RumourState {
  if (rumour.answer !== null) return airings > 0 ? 'aired' : 'answered';
  return rumour.verified === null ? 'new' : 'verified';
}

export type RumourTally = {
  /** Rumours and questions by where they stand. */
  readonly byState: Readonly<Record<RumourState, number>>;
  /** How often one of them was heard. */
  readonly hearings: number;
};

/** Counts rumours and questions by where they stand. */
export function tallyRumours(
  rumours: readonly Rumour[],
  spots: readonly AnsweringSpot[],
  confirmed: readonly Airing[],
): RumourTally {
  const states = rumours.map((rumour) =>
    rumourState(rumour, answeringAirings(rumour, spots, confirmed).length),
  );
  const counts = RUMOUR_STATES.map(
    (state) => [state, states.filter((each) => each === state).length] as const,
  );
  return {
    byState: Object.fromEntries(counts) as Record<RumourState, number>,
    hearings: rumours.reduce((sum, { hearings }) => sum + hearings.length, 0),
  };
}

type Placed = { readonly risk: RumourRisk; readonly state: RumourState; readonly hearings: number };

/** What wants attention first: not aired yet, the greater harm, the more often heard. */
export function compareRumours(one: Placed, other: Placed): number {
  const rank = ({ state, risk }: Placed) =>
    (state === 'aired' ? RUMOUR_RISKS.length * RUMOUR_STATES.length : 0) +
    RUMOUR_RISKS.indexOf(risk) * RUMOUR_STATES.length +
    RUMOUR_STATES.indexOf(state);
  return rank(one) - rank(other) || other.hearings - one.hearings;
}
