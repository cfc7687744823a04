import { recordingFacts, versionInUse, type Spot, type SpotVersion } from '../../domain/audio';
import { heldBack, type HoldReason } from '../../domain/consent';
import { dayInZone } from '../../domain/shared';
import type { Ports } from '../../composition/ports';

/** The recording that may be filmed, and what holds it back from social networks today. */
export type Filmable = {
  readonly version: SpotVersion | null;
  readonly reasons: readonly HoldReason[];
};

/**
 * Asked before a film is made, when it is finished, and each time that somebody wants to see it.
 *
 * @param at when it would go out; now unless told.
 */
export async function filmable(
  ports: Pick<Ports, 'consents' | 'content' | 'spotVersions' | 'system'>,
  spot: Spot,
  at: Date = ports.system.now(),
): Promise<Filmable> {
  const [versions, consents, campaign] = await Promise.all([
    ports.spotVersions.history(spot.code),
    ports.consents.of({ kind: 'spot', code: spot.code }),
    ports.content.campaign(),
  ]);
  const on = dayInZone(at, campaign.timeZone);
  const { voices, language } = spot;
  const outing = { voices, language, channel: 'social', on } as const;
  return {
    version: versionInUse(spot, versions),
    reasons: heldBack({ ...outing, ...recordingFacts(spot, versions) }, consents),
  };
}
