import { isSameFile, type Manifest } from '../../domain/delivery';
import { currentManifest } from './current-manifest';
import type { ManifestPorts } from './wanted-manifest';

export type BundleAsked = {
  /** This version; null: the newest. */
  readonly version: number | null;
  /** Only what changed after this version; null: everything. */
  readonly since: number | null;
};

export type BundleFound =
  | {
      readonly kind: 'found';
      readonly manifest: Manifest;
      readonly since: Manifest | null;
    }
  | { readonly kind: 'no-such-station' }
  /** Never frozen. */
  | { readonly kind: 'unknown-version'; readonly version: number; readonly newest: number }
  /** Frozen once; what it names may no longer go out as a whole, or it was long ago. */
  | { readonly kind: 'gone'; readonly version: number; readonly newest: number };

/**
 * The lists behind a bundle. An older version is given as long as every file of it stands in the newest list: then a
 * download that was cut goes on. When one was recalled, held back or replaced, the whole old bundle is gone.
 */
export async function findBundle(
  ports: ManifestPorts,
  stationCode: string,
  asked: BundleAsked,
): Promise<BundleFound> {
  const head = await currentManifest(ports, stationCode);
  const newest = head === null ? null : await ports.manifests.byVersion(stationCode, head.version);
  if (newest === null) return { kind: 'no-such-station' };

  const missing = (version: number) =>
    ({
      kind: version < 1 || version > newest.version ? 'unknown-version' : 'gone',
      version,
      newest: newest.version,
    }) as const;
  const version = asked.version ?? newest.version;
  const manifest =
    version === newest.version ? newest : await ports.manifests.byVersion(stationCode, version);
  if (manifest === null || !isContained(manifest, newest)) return missing(version);
  if (asked.since === null) return { kind: 'found', manifest, since: null };

  const since =
    asked.since > manifest.version
      ? null
      : await ports.manifests.byVersion(stationCode, asked.since);
  if (since !== null) return { kind: 'found', manifest, since };
  return asked.since > manifest.version
    ? { kind: 'unknown-version', version: asked.since, newest: newest.version }
    : missing(asked.since);
}

function isContained(manifest: Manifest, newest: Manifest): boolean {
  return manifest.files.every((file) => newest.files.some((other) => isSameFile(file, other)));
}
