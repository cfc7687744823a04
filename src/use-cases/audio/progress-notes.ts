import type { Ports } from '../../composition/ports';

const STEP_PERCENT = 5;

/**
 * Notes how far a stage of a version has come: a row is written every five percent, one after another, and every call is a
 * sign of life for the worker. `settled` waits for the last note, so that none comes after the stage's end.
 */
export function progressNotes(
  ports: Pick<Ports, 'spotVersions'>,
  versionId: string,
  onHeartbeat: () => void,
): { readonly note: (percent: number) => void; readonly settled: () => Promise<void> } {
  let noted = 0;
  let writing: Promise<void> = Promise.resolve();
  return {
    note(percent) {
      onHeartbeat();
      const reached = Math.min(100, Math.floor(percent / STEP_PERCENT) * STEP_PERCENT);
      if (reached <= noted) return;
      noted = reached;
      // A note that is lost does no harm; the stage's own result is written where failing counts.
      writing = writing
        .then(() => ports.spotVersions.update(versionId, { progressPercent: reached }))
        .catch(() => undefined);
    },
    settled: () => writing,
  };
}
