import type { ManifestPorts } from './wanted-manifest';
import { currentManifest } from './current-manifest';

/** Lists are kept this long: a station that was away for a season gets everything anew. */
const KEEP_MANIFEST_DAYS = 90;

export type FreezeReport = {
  /** Stations whose list is another one than before. */
  readonly frozen: number;
  /** Stations whose list could not be made; the others have theirs all the same. */
  readonly troubles: readonly { readonly stationCode: string; readonly error: unknown }[];
};

/** Brings every station's list up to date, and forgets those of long ago. */
export async function freezeDue(ports: ManifestPorts): Promise<FreezeReport> {
  let frozen = 0;
  const troubles: { stationCode: string; error: unknown }[] = [];
  for (const { code } of await ports.content.stations()) {
    try {
      const before = await ports.manifests.head(code);
      const now = await currentManifest(ports, code);
      if (now !== null && now.version !== before?.version) frozen += 1;
    } catch (error) {
      troubles.push({ stationCode: code, error });
    }
  }
  const keptFrom = ports.system.now().getTime() - KEEP_MANIFEST_DAYS * 86_400_000;
  await ports.manifests.sweep(new Date(keptFrom));
  return { frozen, troubles };
}
