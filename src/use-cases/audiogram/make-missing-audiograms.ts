import type { Ports } from '../../composition/ports';

/**
 * Asks again for films that were wanted and whose job was lost in a power cut. Asking twice adds no second job.
 * @returns how many are wanted.
 */
export async function makeMissingAudiograms(
  ports: Pick<Ports, 'audiograms' | 'jobs' | 'system'>,
): Promise<number> {
  const unfinished = await ports.audiograms.unfinished();
  for (const { id } of unfinished) {
    await ports.jobs.add('make-audiogram', id, ports.system.now());
  }
  return unfinished.length;
}
