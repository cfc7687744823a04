/**
 * What planning a flight costs, and how it grows: 60 and 600 stations, 30 days, 10 airings a day, in one run.
 *
 * Fair because both sizes are the same kind of flight (three spots in three languages, six zones, shares, separation, a cap, and
 * a rival flight that stands on every tenth station); they take turns in one process after a warm-up, and the median of the
 * rounds counts. Time is that of the processor, so that a busy machine does not decide. Growth is the time for ten times the
 * stations, divided by ten times the time for one: 1 is linear.
 */
import {
  checkFlight,
  planFlight,
  type FlightFacts,
  type FlightTerms,
} from '../../src/domain/broadcast';
import type { Language } from '../../src/domain/shared';
import { buildFlightTerms, buildSlot, buildSpot, buildStation } from '../helpers/builders';
import { median } from './statistics';

const ROUNDS = 5;
const ZONES = [
  'Africa/Bamako',
  'Africa/Dakar',
  'Africa/Lagos',
  'Europe/Paris',
  'Asia/Kolkata',
  'Africa/Nairobi',
];
const LANGUAGES: readonly Language[] = ['fr', 'bm', 'snk'];

function codeOf(index: number): string {
  const letter = (value: number) => String.fromCharCode(65 + (value % 26));
  return `${letter(Math.floor(index / 676))}${letter(Math.floor(index / 26))}${letter(index)}`;
}

/** A flight over so many stations, as `checkFlight` accepts it, and what is known when it is planned. */
export function flightOver(stations: number): {
  readonly terms: FlightTerms;
  readonly facts: FlightFacts;
} {
  const codes = Array.from({ length: stations }, (_, index) => codeOf(index));
  const spots = LANGUAGES.map((language, index) =>
    buildSpot({
      code: `000${index + 1}`,
      language,
      messageCode: `MSG-${index + 1}`,
      flightStart: '2026-12-01',
      flightEnd: '2026-12-31',
    }),
  );
  const checked = checkFlight(
    buildFlightTerms({
      spotCodes: spots.map(({ code }) => code),
      stationCodes: codes,
      from: '2026-12-01',
      to: '2026-12-30',
      dayparts: [
        { from: '06:00', to: '12:00' },
        { from: '14:00', to: '22:00' },
      ],
      timesADay: 10,
      languageShares: { fr: 20, bm: 50, snk: 30 },
      separationMinutes: 30,
      capADay: 12,
    }),
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.refusals));
  return {
    terms: checked.value,
    facts: {
      spots: spots.map((spot) => ({
        spot,
        consents: [],
        replacedAt: null,
        preparedProfiles: new Set(['MP3-STEREO']),
      })),
      stations: codes.map((code, index) =>
        buildStation({ code, timeZone: ZONES[index % ZONES.length] ?? 'UTC' }),
      ),
      standing: codes
        .filter((_, index) => index % 10 === 0)
        .map((stationCode) => ({
          slot: buildSlot({ id: `rival-${stationCode}`, stationCode, spotCode: '0099' }),
          messageKey: 'rival',
          priority: 5,
          mayGiveWay: true,
        })),
      own: [],
      now: new Date('2026-11-24T09:00:00Z'),
    },
  };
}

export type PlanningFigures = {
  readonly planStations: number;
  readonly planSlots: number;
  /** 1 is linear, below 1.2 is wanted. */
  readonly planGrowth: number;
  readonly planMilliseconds: number;
  readonly planSmallMilliseconds: number;
};

function cpuMilliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Plans both sizes in turn. @param factor of the stations, 10 for the full bench. */
export function benchPlanning(smallStations = 60, factor = 10): PlanningFigures {
  const small = flightOver(smallStations);
  const large = flightOver(smallStations * factor);
  let planSlots = 0;
  const once = ({ terms, facts }: ReturnType<typeof flightOver>) => {
    planSlots = planFlight(terms, facts).slots.length;
  };
  once(small);
  once(large);
  const readings: { small: number[]; large: number[] } = { small: [], large: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    // As often as the large one has stations: short times are measured badly.
    const repeated = cpuMilliseconds(() => {
      for (let time = 0; time < factor; time += 1) once(small);
    });
    readings.small.push(repeated / factor);
    readings.large.push(cpuMilliseconds(() => once(large)));
  }
  const planMilliseconds = median(readings.large);
  const planSmallMilliseconds = median(readings.small);
  return {
    planStations: smallStations * factor,
    planSlots,
    planGrowth: Math.round((planMilliseconds / (planSmallMilliseconds * factor)) * 1000) / 1000,
    planMilliseconds: Math.round(planMilliseconds),
    planSmallMilliseconds: Math.round(planSmallMilliseconds * 10) / 10,
  };
}
