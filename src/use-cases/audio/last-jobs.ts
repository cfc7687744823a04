import type { Job, Ports } from '../../composition/ports';

/** The job that counts for each recording, by the version's identifier: the living one, else the last. */
export async function lastJobs(ports: Pick<Ports, 'jobs'>): Promise<ReadonlyMap<string, Job>> {
  const counts = new Map<string, Job>();
  for (const job of await ports.jobs.all()) {
    if (job.kind === 'prepare-spot' && !isLiving(counts.get(job.subject))) {
      counts.set(job.subject, job);
    }
  }
  return counts;
}

/** Somebody works on it, or will. */
export function isLiving(job: Job | undefined): boolean {
  return job?.state === 'queued' || job?.state === 'running';
}
