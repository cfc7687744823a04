import { answeringAirings, compareRumours, rumourState } from '../../domain/outreach';
import type { Rumour, RumourState } from '../../domain/outreach';
import { confirmedAirings } from '../../domain/results';
import type { OutreachPorts } from './outreach-ports';

export type RumourView = {
  readonly rumour: Omit<Rumour, 'hearings'>;
  readonly state: RumourState;
  readonly hearings: number;
  readonly lastHeard: Rumour['hearings'][number] | null;
  /** The zones it was heard in. */
  readonly zones: readonly string[];
  /** Confirmed airings since the answer, and on how many stations. */
  readonly airings: number;
  readonly stations: number;
  readonly lastAiredAt: Date | null;
};

/** Every rumour with where it stands; what wants attention first comes first. */
export async function readRumours(
  ports: Pick<OutreachPorts, 'rumours' | 'content'> & {
    readonly airings: Pick<OutreachPorts['airings'], 'all'>;
  },
): Promise<readonly RumourView[]> {
  const [rumours, spots, zones, ledger] = await Promise.all([
    ports.rumours.all(),
    ports.content.spots(),
    ports.content.zones(),
    ports.airings.all(),
  ]);
  const confirmed = confirmedAirings(ledger);
  const nameOf = (code: string) => zones.find((zone) => zone.code === code)?.name ?? code;
  return rumours
    .map(({ hearings, ...rumour }): RumourView => {
      const airings = answeringAirings({ ...rumour, hearings }, spots, confirmed);
      const heardIn = hearings.flatMap(({ zoneCode }) => (zoneCode === null ? [] : [zoneCode]));
      const airedAt = airings.flatMap((airing) =>
        airing.airedAt === null ? [] : [airing.airedAt],
      );
      return {
        rumour,
        state: rumourState({ ...rumour, hearings }, airings.length),
        hearings: hearings.length,
        lastHeard: [...hearings].sort((a, b) => (a.day < b.day ? -1 : 1)).at(-1) ?? null,
        zones: [...new Set(heardIn)].map(nameOf),
        airings: airings.length,
        stations: new Set(airings.map(({ stationCode }) => stationCode)).size,
        lastAiredAt: airedAt.sort((a, b) => a.getTime() - b.getTime()).at(-1) ?? null,
      };
    })
    .sort((one, other) =>
      compareRumours({ ...one, risk: one.rumour.risk }, { ...other, risk: other.rumour.risk }),
    );
}
