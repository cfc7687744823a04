import type { Manifest, ManifestFile, ManifestSlot } from '../../src/domain/delivery';
import type { DoorLinks } from '../../src/web/doors/formats';

/** A file that is in order; a story names only what matters to it. */
export function buildManifestFile(what: Partial<ManifestFile> = {}): ManifestFile {
  const spotCode = what.spotCode ?? '0042';
  return {
    spotCode,
    title: 'Partir, c’est aussi savoir',
    language: 'fr',
    versionNumber: 1,
    renditionId: `rendition-${spotCode}-MP3-STEREO`,
    fileName: `KAY-${spotCode}_v1_FR_20261201-20261231_030s.mp3`,
    mediaType: 'audio/mpeg',
    sha256: 'ab'.repeat(32),
    sizeBytes: 480_000,
    durationSeconds: 30.4,
    flightStart: '2026-12-01',
    flightEnd: '2026-12-31',
    liveText: 'Avant de partir, informez-vous. Appelez le numéro vert.',
    isUrgent: false,
    publishedAt: new Date('2026-11-30T18:00:00Z'),
    ...what,
  };
}

export function buildManifestSlot(what: Partial<ManifestSlot> = {}): ManifestSlot {
  return {
    slotId: '6f1c9c1e-0000-4000-8000-000000000001',
    spotCode: '0042',
    windowStart: new Date('2026-12-01T07:00:00Z'),
    windowEnd: new Date('2026-12-01T07:30:00Z'),
    airDate: '2026-12-01',
    ...what,
  };
}

export function buildManifest(what: Partial<Manifest> = {}): Manifest {
  return {
    stationCode: 'KAY',
    stationName: 'Radio Kayes',
    timeZone: 'Africa/Bamako',
    campaignName: 'Partir informé',
    version: 3,
    from: '2026-12-01',
    to: '2026-12-08',
    frozenAt: new Date('2026-11-30T20:00:00Z'),
    files: [buildManifestFile()],
    slots: [buildManifestSlot()],
    changes: [],
    tombstones: [],
    ...what,
  };
}

/** A day of three windows, two of them in one hour, in three languages. */
export function buildBusyDay(what: Partial<Manifest> = {}): Manifest {
  return buildManifest({
    files: [
      buildManifestFile(),
      buildManifestFile({
        spotCode: '0043',
        title: 'Ka bɔ so ani ka ɲɛnini kɛ, ŋaniya ɲuman',
        language: 'bm',
        fileName: 'KAY-0043_v2_BM_20261201-20261231_045s.mp3',
        versionNumber: 2,
        durationSeconds: 45,
        sha256: 'cd'.repeat(32),
        publishedAt: new Date('2026-11-30T19:00:00Z'),
      }),
    ],
    slots: [
      buildManifestSlot(),
      buildManifestSlot({
        slotId: '6f1c9c1e-0000-4000-8000-000000000002',
        spotCode: '0043',
        windowStart: new Date('2026-12-01T07:30:00Z'),
        windowEnd: new Date('2026-12-01T08:00:00Z'),
      }),
      buildManifestSlot({
        slotId: '6f1c9c1e-0000-4000-8000-000000000003',
        windowStart: new Date('2026-12-01T19:15:00Z'),
        windowEnd: new Date('2026-12-01T19:45:00Z'),
      }),
    ],
    ...what,
  });
}

export const LINKS: DoorLinks = {
  soundUrl: (file) => `https://yeelen.example/d/jeton/sons/${file.fileName}`,
  feedUrl: 'https://yeelen.example/d/jeton/podcast.xml',
  pageUrl: 'https://yeelen.example/station',
  bundleUrl: 'https://yeelen.example/d/jeton/lot.zip',
};
