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
