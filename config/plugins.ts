import type { Core } from '@strapi/strapi';

// The i18n plugin reads it while it is loaded, after the settings: without it, English becomes the first language.
process.env['STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE'] ??= 'fr';

export default (): Core.Config.Plugin => ({
  upload: { config: { sizeLimit: 50 * 1024 * 1024 } },
});
