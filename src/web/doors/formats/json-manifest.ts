import type { ManifestSlot } from '../../../domain/delivery';
import type { DoorFormat } from './door-format';

/** Goes up when a reader has to know; fields are only ever added within a number. */
const FORMAT = 1;

/** The manifest itself, for programs: every instant in UTC, every day in the station's zone. */
export const jsonManifest: DoorFormat = {
  code: 'manifest.json',
  name: 'Liste JSON, pour un programme',
  write(manifest, links) {
    const slotsOf = (spotCode: string) =>
      manifest.slots.filter((slot) => slot.spotCode === spotCode).map(windowOf);
    const body = {
      format: FORMAT,
      station: { code: manifest.stationCode, name: manifest.stationName },
      timeZone: manifest.timeZone,
      campaign: manifest.campaignName,
      version: manifest.version,
      frozenAt: manifest.frozenAt.toISOString(),
      from: manifest.from,
      to: manifest.to,
      bundle: links.bundleUrl,
      page: links.pageUrl,
      files: manifest.files.map((file) => ({
        spotCode: file.spotCode,
        title: file.title,
        language: file.language,
        recording: file.versionNumber,
        fileName: file.fileName,
        url: links.soundUrl(file),
        mediaType: file.mediaType,
        sha256: file.sha256,
        sizeBytes: file.sizeBytes,
        durationSeconds: file.durationSeconds,
        flight: { from: file.flightStart, to: file.flightEnd },
        isUrgent: file.isUrgent,
        publishedAt: file.publishedAt.toISOString(),
        liveText: file.liveText,
        slots: slotsOf(file.spotCode),
      })),
      cancelled: (manifest.cancelledSlots ?? []).map((slot) => ({
        ...windowOf(slot),
        spotCode: slot.spotCode,
      })),
      changes: manifest.changes,
      recalled: manifest.tombstones.map((tombstone) => ({
        ...tombstone,
        recalledAt: tombstone.recalledAt.toISOString(),
      })),
    };
    return {
      mediaType: 'application/json; charset=utf-8',
      fileName: 'manifest.json',
      body: `${JSON.stringify(body, null, 1)}\n`,
    };
  },
};

function windowOf({ slotId, windowStart, windowEnd, airDate }: ManifestSlot) {
  return {
    slotId,
    windowStart: windowStart.toISOString(),
    windowEnd: windowEnd.toISOString(),
    airDate,
  };
}
