import {
  isSensitive,
  mayHearMaster,
  type Listener,
  type Spot,
  type SpotVersion,
} from '../../domain/audio';
import type { Ports } from '../../composition/ports';

export type HearMasterAnswer =
  | {
      readonly kind: 'heard';
      readonly spot: Spot;
      readonly version: SpotVersion;
      /** A protected witness may be heard: no copy is offered, nothing is kept in between. */
      readonly isSensitive: boolean;
    }
  | { readonly kind: 'not-found' | 'not-allowed' };

/**
 * A master for somebody who may hear it. Whoever hears a protected witness is written down before the first byte goes
 * out: no line in the journal, no sound.
 */
export async function hearMaster(
  ports: Pick<Ports, 'content' | 'journal' | 'spotVersions' | 'system'>,
  asked: {
    readonly versionId: string;
    readonly by: string;
    readonly listener: Listener;
  },
): Promise<HearMasterAnswer> {
  const version = await ports.spotVersions.byId(asked.versionId);
  const spot = version === null ? null : await ports.content.spotByCode(version.spotCode);
  if (version === null || version.state === 'erased') return { kind: 'not-found' };
  // A deleted spot can no longer say that it was protected.
  const protection = spot ?? { isProtected: true };
  if (!mayHearMaster(protection, version, asked.listener)) return { kind: 'not-allowed' };
  if (spot === null) return { kind: 'not-found' };
  const isProtectedSound = isSensitive(spot, version);
  if (isProtectedSound) {
    await ports.journal.write({
      at: ports.system.now(),
      by: asked.by,
      action: 'protected-recording-heard',
      subject: `spot:${spot.code}`,
      details: { version: version.number },
    });
  }
  return { kind: 'heard', spot, version, isSensitive: isProtectedSound };
}
