import type { Spot } from '../../domain/audio';
import { heldBack, type Channel, type Consent, type HoldReason } from '../../domain/consent';
import { recalledSpots, type Notice } from '../../domain/delivery';
import type { CalendarDay } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { replacedAt } from './replaced-at';

/** Everything that decides whether a spot may go out, beside the spot itself. */
export type SpotHoldFacts = {
  readonly consents: readonly Consent[];
  readonly replacedAt: Date | null;
  readonly recalledAt: Date | null;
};

type Needs = Pick<Ports, 'consents' | 'spotVersions' | 'notices'>;

/** The recall that is in force for a spot; null when there is none. */
export async function recallOf(
  { notices }: Pick<Ports, 'notices'>,
  spotCode: string,
): Promise<Notice | null> {
  return recalledSpots(await notices.ofSpot(spotCode)).get(spotCode) ?? null;
}

/** Loads what every door asks about a spot. */
export async function spotHoldFacts(ports: Needs, spotCode: string): Promise<SpotHoldFacts> {
  const recall = await recallOf(ports, spotCode);
  return {
    consents: await ports.consents.of({ kind: 'spot', code: spotCode }),
    replacedAt: await replacedAt(ports, spotCode),
    recalledAt: recall?.inForceAt ?? null,
  };
}

/** Every reason why a spot may not go out by a door on a day; empty when it is free. */
export function spotHolds(
  spot: Pick<Spot, 'voices' | 'language'>,
  outing: { readonly channel: Channel; readonly on: CalendarDay },
  { consents, ...facts }: SpotHoldFacts,
): readonly HoldReason[] {
  const { voices, language } = spot;
  return heldBack({ voices, language, ...outing, ...facts }, consents);
}
