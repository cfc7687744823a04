import type { Core } from '@strapi/strapi';

export default (): Core.Config.Plugin => ({
  upload: { config: { sizeLimit: 50 * 1024 * 1024 } },
});
