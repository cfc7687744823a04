import type { RecordingFacts, Spot } from '../../domain/audio';
import { heldBack, type Channel, type Consent, type HoldReason } from '../../domain/consent';
import { recalledSpots, type Notice } from '../../domain/delivery';
import type { CalendarDay } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { recordingInUse } from './recording-in-use';

/** Everything that decides whether a spot may go out, beside the spot itself. */
export type SpotHoldFacts = RecordingFacts & {
  readonly consents: readonly Consent[];
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
export async function spotHoldFacts(
  ports: Needs,
  spot: Pick<Spot, 'code' | 'isProtected'>,
): Promise<SpotHoldFacts> {
  const recall = await recallOf(ports, spot.code);
  return {
    consents: await ports.consents.of({ kind: 'spot', code: spot.code }),
    ...(await recordingInUse(ports, spot)),
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
