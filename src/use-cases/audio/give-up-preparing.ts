import type { Ports } from '../../composition/ports';

/**
 * Says that a version cannot be prepared, after the last attempt, with the reason for the engineer. A version that is ready
 * stays so: only files for new profiles are wanting.
 */
export async function giveUpPreparing(
  ports: Pick<Ports, 'journal' | 'spotVersions' | 'system'>,
  versionId: string,
  failure: string,
): Promise<void> {
  const version = await ports.spotVersions.byId(versionId);
  if (version === null || version.state === 'refused') return;
  await ports.spotVersions.update(version.id, {
    state: version.state === 'ready' ? 'ready' : 'failed',
    failure,
  });
  await ports.journal.write({
    at: ports.system.now(),
    by: 'worker',
    action: 'recording-failed',
    subject: `spot:${version.spotCode}`,
    details: { version: version.number },
  });
}
