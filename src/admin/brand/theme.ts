/** Indigo of the public pages in place of Strapi's violet. White on 500 and darker is above 4.5:1 (WCAG 1.4.3). */
const COLOURS = {
  primary100: '#eeeff9',
  primary200: '#d5d8f0',
  primary500: '#4f56b3',
  primary600: '#363d94',
  primary700: '#1b1f4b',
  buttonPrimary500: '#4f56b3',
  buttonPrimary600: '#363d94',
  // Strapi's grey of small headings and icons is 3.2:1 on white; this is 5:1.
  neutral500: '#6b6b86',
};

export const LIGHT_THEME = { colors: COLOURS };
