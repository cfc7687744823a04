const LANGUAGE_KEY = 'strapi-admin-language';

/**
 * Opens the desk in French for whoever has not chosen a language. It must run before Strapi reads the choice, hence in
 * `register`; a language that somebody chose stays.
 */
export function presetFrench(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  page: { readonly documentElement: { lang: string } },
): void {
  const chosen = storage.getItem(LANGUAGE_KEY);
  if (chosen === null || chosen === '') storage.setItem(LANGUAGE_KEY, 'fr');
  page.documentElement.lang = storage.getItem(LANGUAGE_KEY) ?? 'fr';
}

/**
 * Strapi announces its newest library on every page, with a link to its blog, until each person has closed it. The key
 * ends in the installation's number, which this project has not (`false`), and `undefined` while it is being asked for.
 */
export function closeAnnouncements(storage: Pick<Storage, 'setItem'>): void {
  for (const installation of ['undefined', 'false']) {
    storage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${installation}`, 'true');
  }
}
