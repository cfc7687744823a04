import type { Core } from '@strapi/strapi';

import { bootstrapYeelen, destroyYeelen, registerYeelen } from './composition/lifecycle';

export default {
  register: ({ strapi }: { strapi: Core.Strapi }) => registerYeelen(strapi),
  bootstrap: ({ strapi }: { strapi: Core.Strapi }) => bootstrapYeelen(strapi),
  destroy: ({ strapi }: { strapi: Core.Strapi }) => destroyYeelen(strapi),
};
