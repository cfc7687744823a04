import type { Manifest, ManifestFile, ManifestSlot, Tombstone } from '../../domain/delivery';

type StoredSlot = Omit<ManifestSlot, 'windowStart' | 'windowEnd'> & {
  readonly windowStart: string;
  readonly windowEnd: string;
};

/** A manifest as JSON leaves it: every instant is text. */
type Stored = Omit<Manifest, 'frozenAt' | 'files' | 'slots' | 'cancelledSlots' | 'tombstones'> & {
  readonly frozenAt: string;
  readonly files: readonly (Omit<ManifestFile, 'publishedAt'> & { readonly publishedAt: string })[];
  readonly slots: readonly StoredSlot[];
  readonly cancelledSlots?: readonly StoredSlot[];
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
    slots: stored.slots.map(readSlot),
    cancelledSlots: (stored.cancelledSlots ?? []).map(readSlot),
    tombstones: stored.tombstones.map((tombstone) => ({
      ...tombstone,
      recalledAt: new Date(tombstone.recalledAt),
    })),
  };
}

function readSlot(slot: StoredSlot): ManifestSlot {
  return {
    ...slot,
    windowStart: new Date(slot.windowStart),
    windowEnd: new Date(slot.windowEnd),
  };
}
