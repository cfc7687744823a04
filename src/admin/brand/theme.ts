/** Indigo of the public pages in place of Strapi's violet. White on 500 and darker is above 4.5:1 (WCAG 1.4.3). */
const INDIGO = {
  primary100: '#eeeff9',
  primary200: '#d5d8f0',
  primary500: '#4f56b3',
  primary600: '#363d94',
  primary700: '#1b1f4b',
  buttonPrimary500: '#4f56b3',
  buttonPrimary600: '#363d94',
};

export const LIGHT_THEME = { colors: INDIGO };
