import type { Core } from '@strapi/strapi';

import { requireSecret } from '../src/composition/settings';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => {
  const publicUrl = env('PUBLIC_URL', '');
  return {
    host: env('HOST', '127.0.0.1'),
    port: env.int('PORT', 1337),
    url: publicUrl,
    app: { keys: requireSecret('APP_KEYS').split(',') },
    // Behind a reverse proxy the address of the visitor and the scheme come from its headers.
    proxy: { koa: env.bool('TRUST_PROXY', publicUrl.startsWith('https://')) },
    dirs: { public: './public' },
    transfer: { remote: { enabled: false } },
    // A multipart upload over a weak line outlives Node's default of 300 s.
    http: { serverOptions: { requestTimeout: 6 * 60 * 60 * 1000 } },
  };
};
