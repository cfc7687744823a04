import type { Core } from '@strapi/strapi';

import { LANGUAGES, SOURCE_LANGUAGE, type Language } from '../../domain/shared';

const NAMES: Readonly<Record<Language, string>> = {
  fr: 'Français (fr)',
  bm: 'Bamanankan – bambara (bm)',
  snk: 'Sooninkanxanne – soninké (snk)',
};

/** What the platform calls the locale that it makes by itself. */
const PLATFORM_NAME = 'French (fr)';

type Locale = { readonly id: number; readonly name: string };
type LocaleService = {
  findByCode(code: string): Promise<Locale | null>;
  update(where: { id: number }, change: { name: string }): Promise<unknown>;
  create(locale: { code: string; name: string }): Promise<unknown>;
  setDefaultLocale(locale: { code: string }): Promise<unknown>;
  getDefaultLocale(): Promise<string>;
};

/**
 * Makes the campaign's three languages. Strapi's own list of languages does not know Soninke and its form refuses it;
 * its service does not.
 */
export async function seedLocales(strapi: Core.Strapi): Promise<void> {
  const locales = strapi.plugin('i18n').service('locales') as unknown as LocaleService;
  for (const code of LANGUAGES) {
    const present = await locales.findByCode(code);
    if (present === null) await locales.create({ code, name: NAMES[code] });
    else if (present.name === PLATFORM_NAME) {
      await locales.update({ id: present.id }, { name: NAMES[code] });
    }
  }
  if ((await locales.getDefaultLocale()) !== SOURCE_LANGUAGE) {
    await locales.setDefaultLocale({ code: SOURCE_LANGUAGE });
  }
}
