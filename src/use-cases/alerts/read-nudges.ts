import {
  callFrom,
  isInForce,
  silentStations,
  slotNudges,
  type Notice,
  type Nudge,
} from '../../domain/delivery';
import { addDays, dayInZone } from '../../domain/shared';
import type { Station } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { readBroadcastWeek } from '../broadcast';
import { withEveryHolder } from './holders';

/** How far back an unconfirmed day is still asked after, in days. */
const ASKED_DAYS_BACK = 7;

export type NudgeNeeds = Pick<
  Ports,
  | 'system'
  | 'content'
  | 'consents'
  | 'slots'
  | 'airings'
  | 'airingRecordings'
  | 'receipts'
  | 'spotVersions'
  | 'renditions'
  | 'notices'
>;

/** What to call stations about, most pressing first; each with its station, or null where it is there no more. */
export type StationNudge = { readonly nudge: Nudge; readonly station: Station | null };

/** Everything that a station was asked for and did not do, at this moment. */
export async function readNudges(ports: NudgeNeeds): Promise<readonly StationNudge[]> {
  const stations = await ports.content.stations();
  const stationOf = new Map(stations.map((station) => [station.code, station]));
  const nudges = [...(await noticeNudges(ports)), ...(await broadcastNudges(ports, stations))];
  return nudges.map((nudge) => ({ nudge, station: stationOf.get(nudge.stationCode) ?? null }));
}

async function noticeNudges(ports: NudgeNeeds): Promise<readonly Nudge[]> {
  const now = ports.system.now();
  const standing = (await ports.notices.open()).filter((notice) => isInForce(notice, now));
  const pressing = standing.filter((notice) => isToCall(notice, now));
  const acknowledgements = await ports.notices.acknowledgements(pressing.map(({ id }) => id));
  const nudges: Nudge[] = [];
  for (const notice of pressing) {
    const asked = await withEveryHolder(ports, notice);
    for (const stationCode of silentStations(asked, acknowledgements)) {
      const kind = notice.kind === 'urgent' ? 'urgent-unacknowledged' : 'recall-unacknowledged';
      nudges.push({ kind, stationCode, spotCode: notice.spotCode, noticeId: notice.id });
    }
  }
  // An urgent message has hours, a recall has days.
  return nudges.sort((one, other) => other.kind.localeCompare(one.kind));
}

function isToCall(notice: Notice, now: Date): boolean {
  const from = callFrom(notice);
  return from !== null && from <= now;
}

async function broadcastNudges(
  ports: NudgeNeeds,
  stations: readonly Station[],
): Promise<readonly Nudge[]> {
  const { timeZone } = await ports.content.campaign();
  const now = ports.system.now();
  const today = dayInZone(now, timeZone);
  // A slot just after midnight is looked at on the evening before.
  const rows = await readBroadcastWeek(ports, {
    from: addDays(today, -ASKED_DAYS_BACK),
    to: addDays(today, 1),
  });
  const watched = rows.map(({ slot, rendition, isDownloaded, airing }) => ({
    slot,
    hasFile: rendition !== null,
    isDownloaded,
    airing,
  }));
  const nudges = stations.flatMap((station) =>
    slotNudges(
      watched.filter(({ slot }) => slot.stationCode === station.code),
      now,
      station.timeZone,
    ),
  );
  return nudges.sort((one, other) => other.kind.localeCompare(one.kind));
}
