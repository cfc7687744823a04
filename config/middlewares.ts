import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => [
  'global::request-log',
  'global::french-pages',
  'global::french-errors',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          'connect-src': ["'self'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'media-src': ["'self'", 'blob:'],
          // Over plain http in a local network the browser must not be told to use https.
          upgradeInsecureRequests: env('PUBLIC_URL', '').startsWith('https://') ? [] : null,
        },
      },
      hsts: env('PUBLIC_URL', '').startsWith('https://') ? { maxAge: 31_536_000 } : false,
    },
  },
  {
    name: 'strapi::cors',
    config: { origin: env('PUBLIC_URL', '') ? [env('PUBLIC_URL', '')] : [], credentials: false },
  },
  'strapi::query',
  'global::signed-body',
  'global::readable-body',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: '1mb',
      formLimit: '256kb',
      textLimit: '256kb',
      formidable: { maxFileSize: 50 * 1024 * 1024 },
    },
  },
  'global::tidy-uploads',
  { name: 'strapi::favicon', config: { path: 'public/favicon.svg' } },
  'strapi::public',
];
