let lastJob: Promise<unknown> = Promise.resolve();

/**
 * Runs jobs one after another, in the order they came, across all engines of this process: sound work must leave the
 * desk a core, and the runner underneath keeps the path of ffmpeg in one shared place.
 */
export function inTurn<Answer>(job: () => Promise<Answer>): Promise<Answer> {
  const mine = lastJob.then(job, job);
  lastJob = mine.catch(() => undefined);
  return mine;
}
