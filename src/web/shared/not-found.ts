import { sendProblem } from './error-page';
import type { WebContext } from './route';

/** Doors of programs and of the desk, which have answers of their own. */
const OTHER_DOORS = /^\/(?:admin|api|desk|uploads|_health)(?:\/|$)/;

/** Somebody who follows a wrong link with a browser gets a page in French, not a line of JSON. */
export async function frenchNotFound(ctx: WebContext, next: () => Promise<unknown>): Promise<void> {
  await next();
  const isVisitor =
    (ctx.method === 'GET' || ctx.method === 'HEAD') && ctx.get('Accept').includes('text/html');
  if (ctx.status !== 404 || !isVisitor || OTHER_DOORS.test(ctx.path)) return;
  const hasOwnPage = String(ctx.res.getHeader('Content-Type') ?? '').startsWith('text/html');
  if (!hasOwnPage) await sendProblem(ctx, { status: 404 });
}
