import type { Campaign } from '../../composition/ports';
import type { Language } from '../../domain/shared';
import { formatMoment, languageInWords, NARROW, type Page } from '../shared';
import { publicPage } from './public-page';
import { isFilmKey, type WallFilm } from './wall-film';

/** A post as the built-in simulated network shows it. */
export type WallEntry = {
  readonly text: string;
  readonly accountName: string;
  readonly language: Language;
  readonly pictureKey: string | null;
  readonly altText: string;
  readonly publishedAt: Date;
};

/** A post and, where it shows a film of a spot, how large that is. */
export type ShownEntry = WallEntry & { readonly film: WallFilm | null };

/** Where a picture or a film of the wall is served: the last part of its key. */
export function wallImageName(pictureKey: string): string {
  return pictureKey.slice(pictureKey.lastIndexOf('/') + 1);
}

/** The wall of the simulated network, newest post first. */
export function wallPage(campaign: Campaign, entries: readonly ShownEntry[]): Page {
  const newestFirst = [...entries].sort(
    (one, other) => other.publishedAt.getTime() - one.publishedAt.getTime(),
  );
  return publicPage(campaign, {
    title: 'Mur de démonstration',
    isIndexed: false,
    isWide: false,
    main: (
      <>
        <h1>Mur de démonstration</h1>
        <p class="notice warn">
          Ceci est un réseau simulé{NARROW}: rien de ce qui est montré ici n’a été publié sur un vrai
          réseau social. Ce mur sert à vérifier les publications et à s’exercer.
        </p>
        {newestFirst.length === 0 ? (
          <p class="notice">Aucune publication pour le moment. Elles paraîtront ici à l’heure prévue.</p>
        ) : (
          <ul class="list">
            {newestFirst.map((entry) => (
              <Post entry={entry} timeZone={campaign.timeZone} />
            ))}
          </ul>
        )}
      </>
    ),
  });
}

function Post({ entry, timeZone }: { readonly entry: ShownEntry; readonly timeZone: string }) {
  return (
    <li class="card post">
      <h2>{entry.accountName}</h2>
      <p class="soft small">
        {formatMoment(entry.publishedAt, timeZone)} · {languageInWords(entry.language)}
      </p>
      <Media entry={entry} />
      <p class="prose" lang={entry.language}>
        {entry.text}
      </p>
    </li>
  );
}

function Media({ entry }: { readonly entry: ShownEntry }) {
  const { pictureKey, altText, language, film } = entry;
  if (pictureKey === null) return null;
  const name = encodeURIComponent(wallImageName(pictureKey));
  if (!isFilmKey(pictureKey)) {
    return (
      <img
        src={`/mur/images/${name}`}
        alt={altText}
        lang={language}
        width="1200"
        height="630"
        loading="lazy"
      />
    );
  }
  // Nothing of the film is fetched before somebody plays it.
  return (
    <video
      controls
      playsInline
      preload="none"
      src={`/mur/films/${name}`}
      aria-label={altText}
      lang={language}
      {...(film === null ? {} : { ...film, poster: `/mur/affiches/${name}` })}
    />
  );
}
