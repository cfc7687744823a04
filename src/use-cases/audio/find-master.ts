import {
  isSensitive,
  mayHearMaster,
  type Listener,
  type Spot,
  type SpotVersion,
} from '../../domain/audio';
import type { Ports } from '../../composition/ports';

export type MasterAnswer =
  | { readonly kind: 'master'; readonly spot: Spot; readonly version: SpotVersion }
  /** Not there, or its spot was deleted. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-for-you' };

/**
 * A recording as it was sent, for somebody who may hear it. A protected witness is never heard by this door: `hearMaster` is
 * theirs, and writes down who listens.
 */
export async function findMaster(
  ports: Pick<Ports, 'content' | 'spotVersions'>,
  versionId: string,
  listener: Listener,
): Promise<MasterAnswer> {
  const version = await ports.spotVersions.byId(versionId);
  const spot = version === null ? null : await ports.content.spotByCode(version.spotCode);
  if (version === null || spot === null) return { kind: 'unknown' };
  return mayHearMaster(spot, version, listener) && !isSensitive(spot, version)
    ? { kind: 'master', spot, version }
    : { kind: 'not-for-you' };
}
