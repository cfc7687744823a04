import type { Rendition, Spot } from '../audio';
import type { Consent, Revoicing } from '../consent';
import { acceptUnless, type Result } from '../shared';
import type { Station } from '../stations';
import type { PlanAsked } from './check-plan';
import { checkSlot, type SlotPlan, type SlotRefusal } from './check-slot';

export type PlanFacts = {
  readonly spot: Spot;
  readonly consents: readonly Consent[];
  readonly replacedAt?: Date | null;
  readonly recalledAt?: Date | null;
  readonly revoicing?: Revoicing | null;
  /** Each station of the plan with the spot's file in its profile. */
  readonly stations: readonly { readonly station: Station; readonly rendition: Rendition | null }[];
  readonly now: Date;
};

/** The same reason (a day outside the flight, say) is told once, not once a station and time. */
function withoutRepetition(refusals: readonly SlotRefusal[]): SlotRefusal[] {
  const told = new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal]));
  return [...told.values()];
}

/** Every slot of a plan, or every reason why not: all or nothing. */
export function planAllSlots(
  asked: PlanAsked,
  facts: PlanFacts,
): Result<readonly SlotPlan[], SlotRefusal> {
  const plans: SlotPlan[] = [];
  const refusals: SlotRefusal[] = [];
  for (const { station, rendition } of facts.stations) {
    for (const day of asked.days) {
      for (const time of asked.times) {
        const answer = checkSlot(
          { day, time, windowMinutes: asked.windowMinutes },
          {
            spot: facts.spot,
            consents: facts.consents,
            replacedAt: facts.replacedAt ?? null,
            recalledAt: facts.recalledAt ?? null,
            revoicing: facts.revoicing ?? null,
            station,
            rendition,
            now: facts.now,
          },
        );
        if (answer.plan !== null) plans.push(answer.plan);
        refusals.push(...answer.refusals);
      }
    }
  }
  return acceptUnless(plans, withoutRepetition(refusals));
}
