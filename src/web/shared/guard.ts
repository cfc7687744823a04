import { sendProblem } from './error-page';
import { redactAddress } from './redact';
import type { WebContext, WebRoute } from './route';

/** Tells the engineer of an accident: what was asked, without anything that opens a door, and the error. */
export type Report = (address: string, error: unknown) => void;

/** An accident becomes a page in French and a line for the engineer, never a trace on the screen. */
export function guard(route: WebRoute, report: Report): WebRoute {
  return {
    ...route,
    handler: async (ctx: WebContext): Promise<void> => {
      try {
        await route.handler(ctx);
      } catch (error) {
        report(`${ctx.method} ${redactAddress(ctx.req.url ?? ctx.path)}`, error);
        await sendProblem(ctx, { status: 500 });
      }
    },
  };
}
