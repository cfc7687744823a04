import type { Manifest, ManifestFile, ManifestSlot, Tombstone } from '../../domain/delivery';

/** A manifest as JSON leaves it: every instant is text. */
type Stored = Omit<Manifest, 'frozenAt' | 'files' | 'slots' | 'tombstones'> & {
  readonly frozenAt: string;
  readonly files: readonly (Omit<ManifestFile, 'publishedAt'> & { readonly publishedAt: string })[];
  readonly slots: readonly (Omit<ManifestSlot, 'windowStart' | 'windowEnd'> & {
    readonly windowStart: string;
    readonly windowEnd: string;
  })[];
  readonly tombstones: readonly (Omit<Tombstone, 'recalledAt'> & {
    readonly recalledAt: string;
  })[];
};

export function writeManifest(manifest: Manifest): string {
  return JSON.stringify(manifest);
}

export function readManifest(body: string): Manifest {
  const stored = JSON.parse(body) as Stored;
  return {
    ...stored,
    frozenAt: new Date(stored.frozenAt),
    files: stored.files.map((file) => ({ ...file, publishedAt: new Date(file.publishedAt) })),
    slots: stored.slots.map((slot) => ({
      ...slot,
      windowStart: new Date(slot.windowStart),
      windowEnd: new Date(slot.windowEnd),
    })),
    tombstones: stored.tombstones.map((tombstone) => ({
      ...tombstone,
      recalledAt: new Date(tombstone.recalledAt),
    })),
  };
}
