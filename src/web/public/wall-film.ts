import type { Ports } from '../../composition/ports';
import { AUDIOGRAM_SIZES, type Audiogram } from '../../domain/audio';
import { filmCard, type Card } from './card';

/** Films lie at `audiograms/<code of their spot>/<digest>.mp4`. */
const FILM_KEY = /^audiograms\/(\d{4})\/[^/]+\.mp4$/;

/** Whether what was posted is a film, not a picture. */
export function isFilmKey(key: string | null): key is string {
  return key !== null && key.endsWith('.mp4');
}

/** How large a film of the wall is shown. */
export type WallFilm = { readonly width: number; readonly height: number };

type Needs = Pick<Ports, 'audiograms' | 'spotVersions'>;

async function audiogramOf(ports: Needs, key: string): Promise<Audiogram | null> {
  const [, spotCode] = FILM_KEY.exec(key) ?? [];
  if (spotCode === undefined) return null;
  for (const { id } of await ports.spotVersions.history(spotCode)) {
    const films = await ports.audiograms.ofVersion(id);
    const film = films.find(({ storageKey }) => storageKey === key);
    if (film !== undefined) return film;
  }
  return null;
}

/** What is known of a posted film; null when its spot is gone: it is shown all the same, without a poster. */
export async function wallFilm(ports: Needs, key: string): Promise<WallFilm | null> {
  const film = await audiogramOf(ports, key);
  return film === null ? null : AUDIOGRAM_SIZES[film.options.shape];
}

/** The picture that stands for a film until somebody plays it. */
export async function wallPoster(
  ports: Needs & Pick<Ports, 'audiogramPainter' | 'files'>,
  key: string,
): Promise<Card | null> {
  const film = await audiogramOf(ports, key);
  return film === null ? null : filmCard(ports, film.options);
}
