import { callFrom, isInForce, isOver, type Notice } from '../../domain/delivery';
import type { StationContact } from '../../domain/stations';
import { addMinutes } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { withEveryHolder } from './holders';
import { momentsOf } from './moments-aired';

/** What ended stays on the page for a while: somebody asks what became of it. */
const SHOWN_DAYS = 30;

/** One asked station, and what it said. */
export type AskedStation = {
  readonly code: string;
  readonly name: string;
  readonly contacts: readonly StationContact[];
  readonly acknowledgedAt: Date | null;
  /** Who noted it by telephone; null when the station said so itself. */
  readonly notedBy: string | null;
  /** Silent for so long that somebody rings. */
  readonly isToCall: boolean;
  /** When it says that it aired an urgent message, the earliest first. */
  readonly airedAt: readonly Date[];
};

export type AlertView = {
  readonly notice: Notice;
  readonly state: 'waiting' | 'in-force' | 'over';
  /** Null when the spot was deleted. */
  readonly spotTitle: string | null;
  readonly createdByName: string;
  readonly approvedByName: string | null;
  readonly endedByName: string | null;
  /** Who has not answered first. */
  readonly stations: readonly AskedStation[];
};

const UNKNOWN_PERSON = '';

/** Urgent messages and recalls with every asked station, most pressing first, then what ended of late. */
export async function readAlerts(
  ports: Pick<Ports, 'system' | 'content' | 'notices' | 'receipts' | 'people' | 'airings'>,
): Promise<readonly AlertView[]> {
  const now = ports.system.now();
  const since = addMinutes(now, -SHOWN_DAYS * 24 * 60);
  const found = await ports.notices.since(since);
  const acknowledgements = await ports.notices.acknowledgements(found.map(({ id }) => id));
  const airings = await ports.airings.ofNotices(found.map(({ id }) => id));
  const stations = new Map((await ports.content.stations()).map((each) => [each.code, each]));
  const names = await ports.people.namesOf([
    ...found.flatMap(({ createdBy, approvedBy, endedBy }) => [
      createdBy,
      approvedBy ?? '',
      endedBy ?? '',
    ]),
    ...acknowledgements.map(({ by }) => by),
  ]);
  const nameOf = (person: string | null) =>
    person === null ? null : (names.get(person) ?? UNKNOWN_PERSON);

  const views: AlertView[] = [];
  for (const stored of found) {
    const notice = await withEveryHolder(ports, stored);
    const state = isInForce(notice, now) ? 'in-force' : isOver(notice, now) ? 'over' : 'waiting';
    const from = callFrom(notice);
    const isCalling = state === 'in-force' && from !== null && from <= now;
    const asked = notice.stationCodes.map((code): AskedStation => {
      const said = acknowledgements.find(
        ({ noticeId, stationCode }) => noticeId === notice.id && stationCode === code,
      );
      const isByStation = said?.by === `station:${code}`;
      return {
        code,
        name: stations.get(code)?.name ?? code,
        contacts: stations.get(code)?.contacts ?? [],
        acknowledgedAt: said?.at ?? null,
        notedBy: said === undefined || isByStation ? null : nameOf(said.by),
        isToCall: isCalling && said === undefined,
        airedAt: momentsOf(airings, notice.id, code),
      };
    });
    views.push({
      notice,
      state,
      spotTitle: (await ports.content.spotByCode(notice.spotCode))?.title ?? null,
      createdByName: nameOf(notice.createdBy) ?? UNKNOWN_PERSON,
      approvedByName: nameOf(notice.approvedBy),
      endedByName: nameOf(notice.endedBy),
      stations: asked.sort((one, other) => silentFirst(one) - silentFirst(other)),
    });
  }
  return views.sort(
    (one, other) =>
      rank(one) - rank(other) || other.notice.createdAt.getTime() - one.notice.createdAt.getTime(),
  );
}

/** What waits for a signature first, then what has hours, then what has days, then what ended. */
function rank({ state, notice }: AlertView): number {
  if (state === 'over') return 3;
  if (state === 'waiting') return 0;
  return notice.kind === 'urgent' ? 1 : 2;
}

function silentFirst({ acknowledgedAt }: AskedStation): number {
  return acknowledgedAt === null ? 0 : 1;
}
