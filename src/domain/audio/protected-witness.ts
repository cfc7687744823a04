import type { Revoicing, Voices } from '../consent';
import type { Spot, SpotVersionState } from './spot';
import type { SpotVersion } from './spot-version';

/** Nobody will hear these again. */
const ENDED: ReadonlySet<SpotVersionState> = new Set(['refused', 'failed', 'erased']);

type Protection = Pick<Spot, 'isProtected'>;
type Recording = Pick<SpotVersion, 'state' | 'voicing' | 'confirmedBy'>;

/** What counts when nobody said otherwise: a child is protected, and so is whoever was marked. */
export function isProtectedFor(voices: Voices, marked: boolean | null | undefined): boolean {
  return marked ?? voices === 'minor';
}

/**
 * Whether a recording may go out of the house at all: rendered, aired, on a page, in a post. Of a protected witness only
 * a re-voiced recording may, once a second person heard that the witness is not in it. No change of pitch or speed counts:
 * it can be undone.
 */
export function isPublishable(spot: Protection, version: Recording): boolean {
  if (version.state === 'erased') return false;
  if (!spot.isProtected) return version.state !== 'kept';
  return version.voicing.kind === 're-voiced' && version.confirmedBy !== null;
}

/**
 * The recording in use: the newest that is ready and may go out. A newer one that is being prepared, was refused, failed,
 * or is a protected witness's own voice takes nothing away, and adds nothing.
 */
export function versionInUse<Version extends Recording & Pick<SpotVersion, 'number'>>(
  spot: Protection,
  versions: readonly Version[],
): Version | null {
  return inUseAndBefore(spot, versions)[0] ?? null;
}

function inUseAndBefore<Version extends Recording & Pick<SpotVersion, 'number'>>(
  spot: Protection,
  versions: readonly Version[],
): readonly Version[] {
  return versions
    .filter((version) => version.state === 'ready' && isPublishable(spot, version))
    .sort((one, other) => other.number - one.number);
}

/** What a consent is held against: when the voice changed last, and who speaks in place of whom. */
export type RecordingFacts = {
  /** When the recording in use came in place of an earlier one; null for a first recording, and for none. */
  readonly replacedAt: Date | null;
  readonly revoicing: Revoicing | null;
};

/**
 * The facts of the recording in use. Of a re-voiced one, the witness agreed to the words and not to a sound: it ages no
 * consent of theirs. The actor's consent is told by its form number.
 */
export function recordingFacts(
  spot: Protection,
  versions: readonly Pick<
    SpotVersion,
    'number' | 'state' | 'voicing' | 'confirmedBy' | 'uploadedAt'
  >[],
): RecordingFacts {
  const [current, earlier] = inUseAndBefore(spot, versions);
  const isReplaced = current !== undefined && earlier !== undefined;
  const actorReference =
    current?.voicing.kind === 're-voiced' ? current.voicing.actorReference : null;
  if (!spot.isProtected) {
    return {
      replacedAt: isReplaced ? current.uploadedAt : null,
      revoicing: actorReference === null ? null : { state: 'confirmed', actorReference },
    };
  }
  if (actorReference !== null) {
    return { replacedAt: null, revoicing: { state: 'confirmed', actorReference } };
  }
  const isWaiting = versions.some(
    ({ state, voicing, confirmedBy }) =>
      voicing.kind === 're-voiced' && confirmedBy === null && !ENDED.has(state),
  );
  return {
    replacedAt: null,
    revoicing: { state: isWaiting ? 'waiting' : 'missing', actorReference: null },
  };
}
