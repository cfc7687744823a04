import type { Ports } from '../composition/ports';
import {
  finishErasures,
  giveUpUploads,
  prepareMissing,
  pullAllProtected,
  submitCompleteUploads,
} from '../use-cases/audio';
import { makeMissingAudiograms } from '../use-cases/audiogram';

/** Sessions and failed attempts are of no use a day after they ended. */
const KEEP_ACCESS_HOURS = 24;

/** Sign-in links stay on the desk's list for a month: who made them, and whether they were used. */
const KEEP_LINKS_DAYS = 30;
/** Digests by e-mail are kept a season: longer than anything in them matters. */
const KEEP_DIGESTS_DAYS = 90;

/** Done jobs are kept a month, to see what the worker did. */
const KEEP_JOBS_DAYS = 30;

/** Slots of a flight are staged for seconds; what is older was left by a power cut. */
const KEEP_STAGED_HOURS = 24;

export type HouseReport = {
  /** Recordings whose preparation, and films whose making, was asked for again. */
  readonly asked: number;
  /** Recordings that had come whole and were not handed in: the server had stopped between the two. */
  readonly received: number;
};

function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000);
}

/** Subjects whose last job failed for good: trying them for ever would only keep the machine busy. */
async function givenUp({ jobs }: Ports): Promise<ReadonlySet<string>> {
  const lastStates = new Map((await jobs.all()).map(({ subject, state }) => [subject, state]));
  return new Set(
    [...lastStates].flatMap(([subject, state]) => (state === 'failed' ? subject : [])),
  );
}

/** Forgets what ended long ago, and asks for files that no job is preparing: lost jobs, new and edited profiles. */
export async function keepHouse(ports: Ports): Promise<HouseReport> {
  const now = ports.system.now();
  await ports.stationAccess.sweep(hoursBefore(now, KEEP_ACCESS_HOURS));
  await ports.stationLinks.sweep(hoursBefore(now, KEEP_LINKS_DAYS * 24));
  await ports.jobs.sweep(hoursBefore(now, KEEP_JOBS_DAYS * 24));
  await ports.nudgeMails.sweep(hoursBefore(now, KEEP_DIGESTS_DAYS * 24));
  await ports.flights.sweepStaged(hoursBefore(now, KEEP_STAGED_HOURS));
  await pullAllProtected(ports);
  await finishErasures(ports);
  await giveUpUploads(ports);
  const received = await submitCompleteUploads(ports);
  const films = await makeMissingAudiograms(ports);
  return { asked: (await prepareMissing(ports, await givenUp(ports))) + films, received };
}
