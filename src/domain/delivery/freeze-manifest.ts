import type { CalendarDay } from '../shared';
import type { Manifest, ManifestChange, ManifestFile, ManifestSlot, Tombstone } from './manifest';

/** A spot that was pulled, with every name under which the station was ever given it. */
export type RecalledSpot = Tombstone;

/** What a station should hold now, before it is numbered. */
export type WantedManifest = Pick<
  Manifest,
  | 'stationCode'
  | 'stationName'
  | 'timeZone'
  | 'campaignName'
  | 'smsNumber'
  | 'from'
  | 'to'
  | 'slots'
> & {
  readonly files: readonly Omit<ManifestFile, 'publishedAt'>[];
  readonly recalled: readonly RecalledSpot[];
};

/**
 * The frozen list for what is wanted: the one before when nothing differs, else a new one with the next number. A spot
 * that was pulled is in none; it leaves a tombstone with every name its file had.
 */
export function freezeManifest(
  previous: Manifest | null,
  wanted: WantedManifest,
  now: Date,
): Manifest {
  const recalledCodes = new Set(wanted.recalled.map(({ spotCode }) => spotCode));
  const files = wanted.files
    .filter(({ spotCode, flightEnd }) => !recalledCodes.has(spotCode) && flightEnd >= wanted.from)
    .map((file) => ({ ...file, publishedAt: publishedAt(previous, file, now) }))
    .sort(inOrder);
  const held = new Set(files.map(({ spotCode }) => spotCode));
  const slots = wanted.slots
    .filter(({ spotCode }) => held.has(spotCode))
    .sort(
      (one, other) =>
        one.windowStart.getTime() - other.windowStart.getTime() ||
        compare(one.spotCode, other.spotCode) ||
        compare(one.slotId, other.slotId),
    );
  const next: Manifest = {
    stationCode: wanted.stationCode,
    stationName: wanted.stationName,
    timeZone: wanted.timeZone,
    campaignName: wanted.campaignName,
    smsNumber: wanted.smsNumber ?? null,
    version: (previous?.version ?? 0) + 1,
    from: wanted.from,
    to: wanted.to,
    frozenAt: now,
    files,
    slots,
    cancelledSlots: cancelledSlots(previous, slots, wanted.from),
    changes: manifestChanges(previous?.files ?? [], files),
    tombstones: wanted.recalled
      .map((recall) => tombstone(recall, previous))
      .sort((one, other) => compare(one.spotCode, other.spotCode)),
  };
  return previous !== null && content(previous) === content(next) ? previous : next;
}

/** What became of each file, by spot: added, replaced, gone. */
export function manifestChanges(
  before: readonly ManifestFile[],
  after: readonly ManifestFile[],
): readonly ManifestChange[] {
  const earlier = new Map(before.map((file) => [file.spotCode, file]));
  const later = new Map(after.map((file) => [file.spotCode, file]));
  const changes: ManifestChange[] = [];
  for (const file of after) {
    const { spotCode, fileName } = file;
    const old = earlier.get(spotCode);
    if (old === undefined) changes.push({ op: 'add', spotCode, fileName });
    else if (!isSameFile(old, file)) {
      changes.push({ op: 'replace', spotCode, fileName, replacedFileName: old.fileName });
    }
  }
  for (const { spotCode, fileName } of before) {
    if (!later.has(spotCode)) changes.push({ op: 'delete', spotCode, fileName });
  }
  return changes;
}

/** The very same bytes under the very same name. */
export function isSameFile(
  one: Pick<ManifestFile, 'fileName' | 'sha256'>,
  other: Pick<ManifestFile, 'fileName' | 'sha256'>,
): boolean {
  return one.fileName === other.fileName && one.sha256 === other.sha256;
}

function publishedAt(
  previous: Manifest | null,
  file: Omit<ManifestFile, 'publishedAt'>,
  now: Date,
): Date {
  const before = previous?.files.find(({ spotCode }) => spotCode === file.spotCode);
  return before !== undefined && isSameFile(before, file) ? before.publishedAt : now;
}

/** Windows that an earlier list named and that are not to be aired any more, until their day is over. */
function cancelledSlots(
  previous: Manifest | null,
  slots: readonly ManifestSlot[],
  today: CalendarDay,
): readonly ManifestSlot[] {
  const living = new Set(slots.map(({ slotId }) => slotId));
  return [...(previous?.slots ?? []), ...(previous?.cancelledSlots ?? [])]
    .filter(({ slotId, airDate }) => airDate >= today && !living.has(slotId))
    .sort(
      (one, other) =>
        one.windowStart.getTime() - other.windowStart.getTime() ||
        compare(one.slotId, other.slotId),
    );
}

function tombstone(recall: RecalledSpot, previous: Manifest | null): Tombstone {
  const names = [
    ...recall.fileNames,
    ...(previous?.tombstones ?? [])
      .filter(({ spotCode }) => spotCode === recall.spotCode)
      .flatMap(({ fileNames }) => fileNames),
    ...(previous?.files ?? [])
      .filter(({ spotCode }) => spotCode === recall.spotCode)
      .map(({ fileName }) => fileName),
  ];
  return { ...recall, fileNames: [...new Set(names)].sort(compare) };
}

/** All that a station can tell two lists apart by. The days alone, without a slot in them, are nothing to fetch. */
function content(manifest: Manifest): string {
  const { stationName, timeZone, campaignName, smsNumber = null, from, to } = manifest;
  const { files, slots, cancelledSlots = [], tombstones } = manifest;
  const days = slots.length === 0 ? null : [from, to];
  const names = [stationName, timeZone, campaignName, smsNumber];
  return JSON.stringify([names, days, files, slots, cancelledSlots, tombstones]);
}

function inOrder(one: ManifestFile, other: ManifestFile): number {
  return Number(other.isUrgent) - Number(one.isUrgent) || compare(one.spotCode, other.spotCode);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
