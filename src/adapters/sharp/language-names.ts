/** A language in its own name. */
export const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  fr: 'Français',
  bm: 'Bamanankan',
  snk: 'Sooninkanxanne',
};
