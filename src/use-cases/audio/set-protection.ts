import type { ProtectionRefusal } from '../../domain/audio';
import type { Ports } from '../../composition/ports';
import { pullProtected } from './pull-protected';

export type SetProtectionAnswer = {
  readonly kind: 'set' | 'unknown-spot' | ProtectionRefusal;
};

type Needs = Pick<Ports, 'content' | 'journal' | 'spotVersions' | 'system' | 'uploads'>;

/**
 * Protects a witness, at any time and for every door at once; or lifts the protection of a spot that has had no recording
 * yet. Once a voice was received under protection, it stays protected: another spot is made instead.
 */
export async function setProtection(
  ports: Needs,
  asked: { readonly spotCode: string; readonly isProtected: boolean; readonly by: string },
): Promise<SetProtectionAnswer> {
  const spot = await ports.content.spotByCode(asked.spotCode);
  if (spot === null) return { kind: 'unknown-spot' };
  if (asked.isProtected && spot.voices === 'no-real-person') return { kind: 'no-real-person' };
  if (!asked.isProtected && (await hasOrAwaitsSound(ports, spot.code))) {
    return { kind: 'cannot-be-lifted' };
  }
  await ports.content.setSpotProtection(spot.documentId, asked.isProtected);
  await ports.journal.write({
    at: ports.system.now(),
    by: asked.by,
    action: asked.isProtected ? 'spot-protected' : 'spot-protection-lifted',
    subject: `spot:${spot.code}`,
  });
  await pullProtected(ports, { ...spot, isProtected: asked.isProtected });
  return { kind: 'set' };
}

/** Any recording that ever came, destroyed ones too, and any upload under way. */
async function hasOrAwaitsSound(ports: Needs, spotCode: string): Promise<boolean> {
  if ((await ports.spotVersions.history(spotCode)).length > 0) return true;
  const uploads = await ports.uploads.all();
  return uploads.some((upload) => upload.spotCode === spotCode && upload.submittedAt === null);
}
