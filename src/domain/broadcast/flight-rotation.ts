import type { Spot } from '../audio';
import { LANGUAGES, type Language } from '../shared';
import type { LanguageShares } from './flight';

/**
 * How many airings each language gets of a total, by the largest remainder: whole numbers that add up to it. Shares count
 * among the languages that can be heard there.
 */
export function languageQuotas(
  shares: LanguageShares,
  spoken: ReadonlySet<Language>,
  total: number,
): ReadonlyMap<Language, number> {
  const heard = LANGUAGES.filter((language) => spoken.has(language) && (shares[language] ?? 0) > 0);
  const whole = heard.reduce((sum, language) => sum + (shares[language] ?? 0), 0);
  const exact = heard.map((language) => ((shares[language] ?? 0) * total) / whole);
  const quotas = exact.map(Math.floor);
  const left = total - quotas.reduce((sum, quota) => sum + quota, 0);
  heard
    .map((_, place) => place)
    .sort(
      (one, other) =>
        (exact[other] ?? 0) - (quotas[other] ?? 0) - ((exact[one] ?? 0) - (quotas[one] ?? 0)) ||
        one - other,
    )
    .slice(0, left)
    .forEach((place) => {
      quotas[place] = (quotas[place] ?? 0) + 1;
    });
  return new Map(heard.map((language, place) => [language, quotas[place] ?? 0]));
}

/** Whose turn it is on one station. */
export type Rotation = {
  /** Spots by their place in the flight, the one whose turn it is first. */
  order(): readonly number[];
  /** Whether the language may still be aired: a share is never exceeded. */
  hasShareLeft(language: Language): boolean;
  /** A spot was planned anew. */
  take(spot: number): void;
  /** An airing that stands already came by. */
  pass(spot: number | null, language: Language): void;
};

/**
 * The spot aired least is next; with shares, the language that lags furthest behind its share, and in it the spot aired
 * least.
 *
 * @param standing airings of each language that stand already, in all of the flight.
 */
export function openRotation(
  spots: readonly { readonly place: number; readonly spot: Spot }[],
  shares: LanguageShares,
  total: number,
  standing: ReadonlyMap<Language, number>,
): Rotation {
  const isShared = LANGUAGES.some((language) => (shares[language] ?? 0) > 0);
  const quotas = languageQuotas(shares, new Set(spots.map(({ spot }) => spot.language)), total);
  const left = new Map(
    [...quotas].map(([language, quota]) => [language, quota - (standing.get(language) ?? 0)]),
  );
  const languages = new Map<Language, number>();
  const aired = new Map(spots.map(({ place }) => [place, 0]));
  const count = (language: Language, place: number | null) => {
    languages.set(language, (languages.get(language) ?? 0) + 1);
    if (place !== null && aired.has(place)) aired.set(place, (aired.get(place) ?? 0) + 1);
  };
  const languageOf = new Map(spots.map(({ place, spot }) => [place, spot.language]));
  /** Airings in hand of the share: the smaller, the more it is that language's turn. */
  const ahead = (language: Language) => {
    const quota = quotas.get(language) ?? 0;
    return quota === 0 ? Infinity : ((languages.get(language) ?? 0) + 0.5) / quota;
  };
  const inTurn = spots.map(({ place, spot }) => ({ place, language: spot.language }));

  return {
    order() {
      if (inTurn.length > 1) {
        inTurn.sort(
          (one, other) =>
            (isShared && one.language !== other.language
              ? ahead(one.language) - ahead(other.language) ||
                LANGUAGES.indexOf(one.language) - LANGUAGES.indexOf(other.language)
              : 0) ||
            (aired.get(one.place) ?? 0) - (aired.get(other.place) ?? 0) ||
            one.place - other.place,
        );
      }
      return inTurn.map(({ place }) => place);
    },
    hasShareLeft: (language) => !isShared || (left.get(language) ?? 0) > 0,
    take(place) {
      const language = languageOf.get(place);
      if (language === undefined) return;
      left.set(language, (left.get(language) ?? 0) - 1);
      count(language, place);
    },
    pass: (place, language) => count(language, place),
  };
}
