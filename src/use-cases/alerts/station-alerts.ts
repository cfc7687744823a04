import { stationFileName, type Rendition } from '../../domain/audio';
import { isInForce, type Notice } from '../../domain/delivery';
import { addMinutes, dayInZone, type Language } from '../../domain/shared';
import type { Station } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { findRendition, spotHoldFacts, spotHolds } from '../audio';
import { withEveryHolder } from './holders';
import { momentsOf } from './moments-aired';

/** A recall that was lifted is told for a week: the station deleted the file. */
const LIFTED_DAYS_SHOWN = 7;

export type StationUrgent = {
  readonly notice: Notice;
  readonly title: string;
  readonly language: Language;
  /** To be read on air when the file is not there; null when the spot has none. */
  readonly liveText: string | null;
  /** In the station's format, by the name it has there. */
  readonly rendition: Rendition | null;
  readonly isAcknowledged: boolean;
  /** When the station says that it aired it, the earliest first. */
  readonly airedAt: readonly Date[];
};

export type StationRecall = {
  readonly notice: Notice;
  readonly isAcknowledged: boolean;
  /** How the names of the files begin that are to be deleted: `KAY-0042_`. */
  readonly fileNamesBegin: string;
};

export type StationAlerts = {
  /** In force, for this station, with a consent that holds; newest first. */
  readonly urgents: readonly StationUrgent[];
  /** In force, for stations that hold the spot; those without an answer first. */
  readonly recalls: readonly StationRecall[];
  /** Recalls of this station that were lifted of late. */
  readonly lifted: readonly Notice[];
};

type Needs = Pick<
  Ports,
  | 'system'
  | 'content'
  | 'consents'
  | 'spotVersions'
  | 'renditions'
  | 'receipts'
  | 'notices'
  | 'airings'
>;

/** What a station must know before anything else. */
export async function readStationAlerts(ports: Needs, station: Station): Promise<StationAlerts> {
  const now = ports.system.now();
  const since = addMinutes(now, -LIFTED_DAYS_SHOWN * 24 * 60);
  const found: Notice[] = [];
  for (const notice of await ports.notices.since(since))
    found.push(await withEveryHolder(ports, notice));
  const own = found.filter(({ stationCodes }) => stationCodes.includes(station.code)).reverse();
  const said = new Set(
    (await ports.notices.acknowledgements(own.map(({ id }) => id)))
      .filter(({ stationCode }) => stationCode === station.code)
      .map(({ noticeId }) => noticeId),
  );
  const standing = own.filter((notice) => isInForce(notice, now));
  const urgents: StationUrgent[] = [];
  for (const notice of standing.filter(({ kind }) => kind === 'urgent')) {
    const urgent = await urgentFor(ports, station, notice);
    if (urgent === null) continue;
    const airings = await ports.airings.ofNotices([notice.id]);
    urgents.push({
      ...urgent,
      isAcknowledged: said.has(notice.id),
      airedAt: momentsOf(airings, notice.id, station.code),
    });
  }
  const recalls = standing
    .filter(({ kind }) => kind === 'recall')
    .map((notice): StationRecall => ({
      notice,
      isAcknowledged: said.has(notice.id),
      fileNamesBegin: `${station.code}-${notice.spotCode}_`,
    }));
  const pulled = new Set(recalls.map(({ notice }) => notice.spotCode));
  return {
    urgents,
    recalls: recalls.sort(
      (one, other) => Number(one.isAcknowledged) - Number(other.isAcknowledged),
    ),
    lifted: own.filter(
      ({ kind, endedAt, spotCode }) =>
        kind === 'recall' && endedAt !== null && !pulled.has(spotCode),
    ),
  };
}

/** A spot that is held back is not urgent any more, whatever was signed: neither its file nor its text is shown. */
async function urgentFor(
  ports: Needs,
  station: Station,
  notice: Notice,
): Promise<Omit<StationUrgent, 'isAcknowledged' | 'airedAt'> | null> {
  const spot = await ports.content.spotByCode(notice.spotCode);
  if (spot === null) return null;
  const on = dayInZone(ports.system.now(), station.timeZone);
  const facts = await spotHoldFacts(ports, spot);
  if (spotHolds(spot, { channel: 'radio', on }, facts).length > 0) return null;
  const { profileCode } = station;
  const shared = profileCode === null ? null : await findRendition(ports, spot.code, profileCode);
  return {
    notice,
    title: spot.title,
    language: spot.language,
    liveText: spot.liveText.trim() === '' ? null : spot.liveText.trim(),
    rendition:
      shared === null ? null : { ...shared, fileName: stationFileName(station.code, spot, shared) },
  };
}
