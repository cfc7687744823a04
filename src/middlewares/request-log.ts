import type { Core } from '@strapi/strapi';

import { redactPath } from '../web/shared';

type Context = { method: string; path: string; status: number };

/** Logs the path alone, without the secret of a station's link: a query may hold a signature, and others read the log. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    const startedAt = process.hrtime.bigint();
    await next();
    const milliseconds = Number((process.hrtime.bigint() - startedAt) / 1_000_000n);
    strapi.log.http(`${ctx.method} ${redactPath(ctx.path)} ${ctx.status} (${milliseconds} ms)`);
  };
