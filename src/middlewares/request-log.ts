import type { Core } from '@strapi/strapi';

type Context = { method: string; path: string; status: number };

/** Logs the path alone: a query may hold a signature, and what is logged is read by others. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    const startedAt = process.hrtime.bigint();
    await next();
    const milliseconds = Number((process.hrtime.bigint() - startedAt) / 1_000_000n);
    strapi.log.http(`${ctx.method} ${ctx.path} ${ctx.status} (${milliseconds} ms)`);
  };
