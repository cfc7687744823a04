import { stationFileName, type Spot } from '../../domain/audio';
import type { Slot } from '../../domain/broadcast';
import {
  isInForce,
  recalledSpots,
  type Manifest,
  type Notice,
  type RecalledSpot,
  type WantedManifest,
} from '../../domain/delivery';
import type { CalendarDay } from '../../domain/shared';
import type { Station } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { findRendition, spotHoldFacts, spotHolds } from '../audio';

export type ManifestPorts = Pick<
  Ports,
  | 'system'
  | 'content'
  | 'consents'
  | 'slots'
  | 'spotVersions'
  | 'renditions'
  | 'notices'
  | 'manifests'
>;

type Wanted = {
  readonly file: WantedManifest['files'][number];
  readonly slots: readonly Slot[];
};

/**
 * What a station should hold for a range of days that begins today: the files that its slots and urgent messages need, in
 * its own format, of the newest recording, with a consent that holds and within the flight. No slot stands in it on a
 * day that its flight or its consent does not reach.
 */
export async function wantedManifest(
  ports: ManifestPorts,
  station: Station,
  range: Pick<Manifest, 'from' | 'to'>,
): Promise<WantedManifest> {
  const open = await ports.notices.open();
  const recalls = recalledSpots(open);
  const urgent = urgentSpots(open, station.code);
  const planned = (await ports.slots.between(range.from, range.to, station.code)).filter(
    ({ state, spotCode }) => state === 'planned' && !recalls.has(spotCode),
  );
  const codes = [...new Set([...urgent, ...planned.map(({ spotCode }) => spotCode)])].filter(
    (code) => !recalls.has(code),
  );
  const lookUp = await prepareLookUp(ports, station, range.from);
  const wanted: Wanted[] = [];
  for (const code of codes) {
    const slots = planned.filter(({ spotCode }) => spotCode === code);
    const found = await lookUp(code, slots, urgent.has(code));
    if (found !== null) wanted.push(found);
  }
  const campaign = await ports.content.campaign();
  return {
    stationCode: station.code,
    stationName: station.name,
    timeZone: station.timeZone,
    campaignName: campaign.name,
    smsNumber: campaign.smsNumber,
    ...range,
    files: wanted.map(({ file }) => file),
    slots: wanted.flatMap(({ slots }) =>
      slots.map(({ id, spotCode, windowStart, windowEnd, airDate }) => ({
        slotId: id,
        spotCode,
        windowStart,
        windowEnd,
        airDate,
      })),
    ),
    recalled: await recalledHere(ports, station.code, recalls),
  };
}

function urgentSpots(open: readonly Notice[], stationCode: string): ReadonlySet<string> {
  return new Set(
    open
      .filter(
        (notice) =>
          notice.kind === 'urgent' &&
          isInForce(notice) &&
          notice.stationCodes.includes(stationCode),
      )
      .map(({ spotCode }) => spotCode),
  );
}

/** Recalls that concern the station: it was asked to act on them, or was once given the file. */
async function recalledHere(
  ports: Pick<Ports, 'manifests'>,
  stationCode: string,
  recalls: ReadonlyMap<string, Notice>,
): Promise<readonly RecalledSpot[]> {
  const names = await ports.manifests.namesGiven(stationCode, [...recalls.keys()]);
  return [...recalls.values()]
    .filter(
      ({ spotCode, stationCodes }) => stationCodes.includes(stationCode) || names.has(spotCode),
    )
    .map(({ spotCode, reason, inForceAt, createdAt }) => ({
      spotCode,
      reason,
      recalledAt: inForceAt ?? createdAt,
      fileNames: names.get(spotCode) ?? [],
    }));
}

/** Looks spots up one after the other; what all of them share is read once. */
async function prepareLookUp(ports: ManifestPorts, station: Station, today: CalendarDay) {
  const profiles = await ports.content.profiles();
  const spots = new Map((await ports.content.spots()).map((spot) => [spot.code, spot]));
  const calm = { ...ports, content: { ...ports.content, profiles: async () => profiles } };

  return async (
    code: string,
    slots: readonly Slot[],
    isUrgent: boolean,
  ): Promise<Wanted | null> => {
    const spot = spots.get(code);
    if (spot === undefined || station.profileCode === null || spot.flightEnd < today) return null;
    const isFree = await freeDays(ports, spot);
    const airable = slots.filter(
      ({ airDate }) => airDate >= spot.flightStart && airDate <= spot.flightEnd && isFree(airDate),
    );
    if (!isFree(today) || (airable.length === 0 && !isUrgent)) return null;
    const rendition = await findRendition(calm, code, station.profileCode);
    if (rendition === null) return null;
    const version = await ports.spotVersions.byId(rendition.spotVersionId);
    const { mediaType, sha256, sizeBytes, durationSeconds } = rendition;
    return {
      file: {
        spotCode: code,
        title: spot.title,
        language: spot.language,
        versionNumber: version?.number ?? 1,
        renditionId: rendition.id,
        fileName: stationFileName(station.code, spot, rendition),
        mediaType,
        sha256,
        sizeBytes,
        durationSeconds,
        flightStart: spot.flightStart,
        flightEnd: spot.flightEnd,
        liveText: spot.liveText,
        isUrgent,
      },
      slots: airable,
    };
  };
}

/** Whether nothing holds a spot back on a day. */
async function freeDays(
  ports: Pick<Ports, 'consents' | 'notices' | 'spotVersions'>,
  spot: Spot,
): Promise<(day: CalendarDay) => boolean> {
  const facts = await spotHoldFacts(ports, spot);
  return (on) => spotHolds(spot, { channel: 'radio', on }, facts).length === 0;
}
