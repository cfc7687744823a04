import { isPublishable, type Spot } from '../../domain/audio';
import type { Ports } from '../../composition/ports';

type Needs = Pick<Ports, 'content' | 'journal' | 'spotVersions' | 'system'>;

/**
 * Takes a protected witness's voice out of use: recordings that were ready before the protection was set. Every door asks
 * for the protection itself and was closed the moment it was set; this writes down that it is so.
 * @returns how many recordings were taken out of use.
 */
export async function pullProtected(ports: Needs, spot: Spot): Promise<number> {
  if (!spot.isProtected) return 0;
  const history = await ports.spotVersions.history(spot.code);
  const out = history.filter(
    (version) => version.state === 'ready' && !isPublishable(spot, version),
  );
  for (const version of out) {
    await ports.spotVersions.update(version.id, { state: 'kept' });
    await ports.journal.write({
      at: ports.system.now(),
      by: 'worker',
      action: 'recording-pulled',
      subject: `spot:${spot.code}`,
      details: { version: version.number },
    });
  }
  return out.length;
}

/** The same for every protected spot: what a power cut left undone. */
export async function pullAllProtected(ports: Needs): Promise<number> {
  let pulled = 0;
  for (const spot of await ports.content.spots()) pulled += await pullProtected(ports, spot);
  return pulled;
}
