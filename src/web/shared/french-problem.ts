import { sendProblem, type Problem } from './error-page';
import type { WebContext } from './route';

/** Doors of programs and of the desk, which have answers of their own. */
const OTHER_DOORS =
  /^\/(?:admin|api|content-manager|content-type-builder|desk|email|i18n|upload|uploads|_health)(?:\/|$)/;

const STATUSES: readonly Problem['status'][] = [400, 404, 405, 413, 500];

/**
 * Somebody with a browser who follows a wrong link, or whose form cannot be read, gets a page in French, not a line of
 * JSON. Pages that say more than the status are left alone.
 */
export async function frenchProblem(ctx: WebContext, next: () => Promise<unknown>): Promise<void> {
  await next();
  const status = STATUSES.find((known) => known === ctx.status);
  const isVisitor = ctx.get('Accept').includes('text/html') && !OTHER_DOORS.test(ctx.path);
  if (status === undefined || !isVisitor) return;
  const hasOwnPage = String(ctx.res.getHeader('Content-Type') ?? '').startsWith('text/html');
  if (!hasOwnPage) await sendProblem(ctx, { status });
}
