import { barsOf, excerptOf, type Audiogram, type Rendition } from '../../domain/audio';
import type { Ports } from '../../composition/ports';
import { filmable } from './social-holds';

type Needs = Pick<
  Ports,
  | 'audiogramMaker'
  | 'audiogramPainter'
  | 'audiograms'
  | 'consents'
  | 'content'
  | 'files'
  | 'journal'
  | 'renditions'
  | 'spotVersions'
  | 'system'
>;

/** On the card of a film that holds the beginning alone. */
const EXCERPT_NOTE = 'Extrait';

/** A row is written every so many percent. */
const STEP_PERCENT = 5;

/**
 * Makes a film that was asked for. A film that may not go out any more is not made; one that is there is not made again.
 * Ended at any point it is simply run again: the name in the store appears with the whole film, the row after it.
 * @throws when the engine or a store fails: the queue tries again.
 */
export async function makeAudiogram(
  ports: Needs,
  audiogramId: string,
  onHeartbeat: () => void = () => undefined,
): Promise<void> {
  const film = await ports.audiograms.byId(audiogramId);
  if (film === null || film.state === 'ready' || film.state === 'failed') return;
  const sound = await allowedSound(ports, film);
  if (sound === null) {
    await ports.audiograms.update(film.id, {
      state: 'failed',
      failure: 'The recording was replaced, or may not go out any more',
    });
    return;
  }
  await ports.audiograms.update(film.id, { state: 'making', progressPercent: 0, failure: null });
  const folder = await ports.files.makeScratchFolder('audiogram');
  try {
    const made = await makeIn(ports, folder, film, sound, onHeartbeat);
    const stored = await ports.files.adopt(
      made.path,
      `audiograms/${film.spotCode}/${film.id.toLowerCase()}.mp4`,
    );
    // A witness may have been protected, or a consent withdrawn, while it was made.
    if ((await allowedSound(ports, film)) === null) {
      await ports.files.remove(stored.key);
      await ports.audiograms.update(film.id, {
        state: 'failed',
        failure: 'The recording may not go out any more',
      });
      return;
    }
    await ports.audiograms.update(film.id, {
      state: 'ready',
      progressPercent: 100,
      storageKey: stored.key,
      sha256: stored.sha256,
      sizeBytes: stored.sizeBytes,
      durationSeconds: made.durationSeconds,
      sourceSeconds: made.sourceSeconds,
    });
    await ports.journal.write({
      at: ports.system.now(),
      by: 'worker',
      action: 'audiogram-ready',
      subject: `spot:${film.spotCode}`,
      details: { shape: film.options.shape, sizeBytes: stored.sizeBytes },
    });
  } finally {
    await ports.files.removeScratchFolder(folder);
  }
}

/** Says that a film cannot be made, after the last attempt, with the reason for the engineer. */
export async function giveUpAudiogram(
  ports: Pick<Ports, 'audiograms'>,
  audiogramId: string,
  failure: string,
): Promise<void> {
  const film = await ports.audiograms.byId(audiogramId);
  if (film === null || film.state === 'ready') return;
  await ports.audiograms.update(audiogramId, { state: 'failed', failure });
}

/** The sound that was chosen when the film was asked for, while its recording is in use and every consent holds. */
async function allowedSound(ports: Needs, film: Audiogram): Promise<Rendition | null> {
  const spot = await ports.content.spotByCode(film.spotCode);
  if (spot === null) return null;
  const { version, reasons } = await filmable(ports, spot);
  if (version?.id !== film.spotVersionId || reasons.length > 0) return null;
  const renditions = await ports.renditions.ofVersion(version.id);
  return renditions.find(({ sha256 }) => sha256 === film.options.soundSha256) ?? null;
}

async function makeIn(
  ports: Needs,
  folder: string,
  film: Audiogram,
  sound: Rendition,
  onHeartbeat: () => void,
) {
  const { shape, maximumSeconds, title, campaignName, language, footer } = film.options;
  const soundPath = ports.files.pathOf(sound.storageKey);
  const envelope = await ports.audiogramMaker.listen(soundPath);
  onHeartbeat();
  const { seconds, isCut, fadeSeconds } = excerptOf(envelope, maximumSeconds);
  const [cardPath, stripPath, path] = ['card.png', 'strip.png', 'film.mp4'].map(
    (name) => `${folder}/${name}`,
  ) as [string, string, string];
  const note = isCut ? EXCERPT_NOTE : '';
  await ports.audiogramPainter.paintCard(
    { shape, title, campaignName, language, footer, note },
    cardPath,
  );
  await ports.audiogramPainter.paintStrip({ shape, bars: barsOf(envelope, seconds) }, stripPath);
  const progress = progressOf(ports, film.id, onHeartbeat);
  const made = await ports.audiogramMaker
    .make(
      {
        shape,
        cardPath,
        stripPath,
        soundPath,
        place: ports.audiogramPainter.place(shape),
        seconds,
        fadeSeconds,
        outputPath: path,
      },
      progress.note,
    )
    .finally(progress.settled);
  return {
    path,
    durationSeconds: made.durationSeconds,
    sourceSeconds: envelope.levels.length / envelope.framesPerSecond,
  };
}

/** Rows one after another; `settled` waits for the last, so that none comes after the film's end. */
function progressOf(
  ports: Needs,
  id: string,
  onHeartbeat: () => void,
): { readonly note: (percent: number) => void; readonly settled: () => Promise<void> } {
  let noted = 0;
  let writing: Promise<void> = Promise.resolve();
  return {
    note(percent: number) {
      onHeartbeat();
      const reached = Math.floor(percent / STEP_PERCENT) * STEP_PERCENT;
      if (reached <= noted) return;
      noted = reached;
      writing = writing
        .then(() => ports.audiograms.update(id, { progressPercent: reached }))
        .catch(() => undefined);
    },
    settled: () => writing,
  };
}
