import type { ManifestSlot } from '../../domain/delivery';
import { readCurrentManifest } from './current-manifest';
import type { ManifestPorts } from './wanted-manifest';

export type CancelledWindow = ManifestSlot & {
  /** Null when the spot was deleted. */
  readonly title: string | null;
};

/** Windows that a station was once told of, that are not over yet and not to be aired any more; the earliest first. */
export async function readCancelledWindows(
  ports: ManifestPorts,
  stationCode: string,
): Promise<readonly CancelledWindow[]> {
  const manifest = await readCurrentManifest(ports, stationCode);
  const now = ports.system.now();
  const windows: CancelledWindow[] = [];
  for (const slot of manifest?.cancelledSlots ?? []) {
    if (slot.windowEnd <= now) continue;
    const spot = await ports.content.spotByCode(slot.spotCode);
    windows.push({ ...slot, title: spot?.title ?? null });
  }
  return windows;
}
