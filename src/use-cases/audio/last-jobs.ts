import type { Job, Ports } from '../../composition/ports';

/** The last job that prepares each recording, by the version's identifier. */
export async function lastJobs(ports: Pick<Ports, 'jobs'>): Promise<ReadonlyMap<string, Job>> {
  const preparing = (await ports.jobs.all()).filter(({ kind }) => kind === 'prepare-spot');
  return new Map(preparing.map((job) => [job.subject, job]));
}

/** Somebody works on it, or will. */
export function isLiving(job: Job | undefined): boolean {
  return job?.state === 'queued' || job?.state === 'running';
}
