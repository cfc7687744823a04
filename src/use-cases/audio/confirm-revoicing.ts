import type { ConfirmVoiceRefusal } from '../../domain/audio';
import type { Ports } from '../../composition/ports';

export type ConfirmRevoicingAnswer = {
  readonly kind: 'confirmed' | 'not-found' | ConfirmVoiceRefusal;
};

/**
 * A second person heard a re-voiced recording and says that the witness is not in it. Only then is it prepared for the
 * stations: a file chosen by mistake would give a witness away for good.
 */
export async function confirmRevoicing(
  ports: Pick<Ports, 'jobs' | 'journal' | 'spotVersions' | 'system'>,
  { versionId, by }: { readonly versionId: string; readonly by: string },
): Promise<ConfirmRevoicingAnswer> {
  const version = await ports.spotVersions.byId(versionId);
  if (version === null) return { kind: 'not-found' };
  if (version.voicing.kind !== 're-voiced') return { kind: 'nothing-to-confirm' };
  if (version.state === 'received' || version.state === 'checking') {
    return { kind: 'not-checked-yet' };
  }
  if (version.uploadedBy === by) return { kind: 'same-person' };
  const now = ports.system.now();
  if (!(await ports.spotVersions.confirm(versionId, by, now))) {
    return { kind: 'nothing-to-confirm' };
  }
  // Were this line not reached, `prepareMissing` would find the confirmed version.
  await ports.jobs.add('prepare-spot', versionId, now);
  await ports.journal.write({
    at: now,
    by,
    action: 'revoicing-confirmed',
    subject: `spot:${version.spotCode}`,
    details: { version: version.number },
  });
  return { kind: 'confirmed' };
}
