import type { ClientScript, Ports } from '../../composition/ports';
import {
  chosenEncoding,
  isFresh,
  sendProblem,
  setEncoding,
  setSlimHeaders,
  type WebContext,
} from '../shared';

/** The room of the scripts, as the build names it. */
const ROOM = 'station';

/** Its name bears the hash of its content: it is fetched once and never asked for again. */
const KEPT_FOR_GOOD = 'public, max-age=31536000, immutable';

/** The browser looks for a newer worker at most once an hour: a look costs as much as the page that did not change. */
const WORKER_KEPT = 'max-age=3600';

/** Where the script of the pages is; null when none was built: the pages work without. */
export function pageScript(ports: Pick<Ports, 'clientScripts'>): string | null {
  const scripts = ports.clientScripts.of(ROOM);
  return scripts === null ? null : `/station/client/${scripts.page.name}`;
}

export async function sendPageScript(ctx: WebContext, ports: Ports): Promise<void> {
  const page = ports.clientScripts.of(ROOM)?.page;
  if (page === undefined || page.name !== ctx.params['name']) {
    await sendProblem(ctx, { status: 404 });
    return;
  }
  sendScript(ctx, page, KEPT_FOR_GOOD);
}

/** The service worker. It lies below the pages that it serves, so the header widens its reach to the door itself. */
export async function sendWorker(ctx: WebContext, ports: Ports): Promise<void> {
  const worker = ports.clientScripts.of(ROOM)?.worker;
  if (worker === undefined) {
    await sendProblem(ctx, { status: 404 });
    return;
  }
  ctx.set('Service-Worker-Allowed', '/station');
  sendScript(ctx, worker, WORKER_KEPT);
}

function sendScript(ctx: WebContext, script: ClientScript, cacheControl: string): void {
  const encoding = chosenEncoding(ctx);
  const etag = `"${script.sha256.slice(0, 22)}-${encoding}"`;
  setSlimHeaders(ctx, cacheControl);
  ctx.set('ETag', etag);
  if (isFresh(ctx, etag)) {
    ctx.status = 304;
    return;
  }
  ctx.status = 200;
  setEncoding(ctx, encoding);
  ctx.set('Content-Type', 'text/javascript; charset=utf-8');
  ctx.body = { br: script.brotli, gzip: script.gzip, identity: script.content }[encoding];
}
