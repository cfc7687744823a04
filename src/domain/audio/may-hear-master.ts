import type { Spot } from './spot';
import type { SpotVersion } from './spot-version';
import { isPublishable } from './protected-witness';

/** What the role of whoever wants to listen allows. */
export type Listener = {
  /** Masters of spots at all. */
  readonly mayHearMasters: boolean;
  /** Also the voice of a protected witness. */
  readonly mayHearProtected: boolean;
};

/**
 * Whether a listener may hear a master, see its waveform or read its figures: one rule for all three. The sound of a
 * protected witness is for the few who hold that right; having sent it gives none, for a telephone and an account are
 * shared. What was said to be re-voiced counts as the witness's own until a second person confirmed it.
 */
export function mayHearMaster(
  spot: Pick<Spot, 'isProtected'>,
  version: Pick<SpotVersion, 'state' | 'voicing' | 'confirmedBy'>,
  listener: Listener,
): boolean {
  if (version.state === 'erased') return false;
  if (isSensitive(spot, version)) return listener.mayHearProtected;
  return listener.mayHearMasters || listener.mayHearProtected;
}

/** A recording in which a protected witness is, or may be, heard. It is never offered as a copy to keep. */
export function isSensitive(
  spot: Pick<Spot, 'isProtected'>,
  version: Pick<SpotVersion, 'state' | 'voicing' | 'confirmedBy'>,
): boolean {
  return spot.isProtected && version.state !== 'erased' && !isPublishable(spot, version);
}
