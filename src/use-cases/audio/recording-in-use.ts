import {
  recordingFacts,
  versionInUse,
  type RecordingFacts,
  type Spot,
  type SpotVersion,
} from '../../domain/audio';
import type { Ports } from '../../composition/ports';

/** The recording of a spot that stations, pages and posts may use; null while there is none. */
export async function findVersionInUse(
  ports: Pick<Ports, 'spotVersions'>,
  spot: Pick<Spot, 'code' | 'isProtected'>,
): Promise<SpotVersion | null> {
  return versionInUse(spot, await ports.spotVersions.history(spot.code));
}

/** What consents are held against: when the voice was replaced, and who speaks in place of a protected witness. */
export async function recordingInUse(
  ports: Pick<Ports, 'spotVersions'>,
  spot: Pick<Spot, 'code' | 'isProtected'>,
): Promise<RecordingFacts> {
  return recordingFacts(spot, await ports.spotVersions.history(spot.code));
}
