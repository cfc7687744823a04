import { NO_LINE } from '../../../../wording/station-page';

declare const self: ServiceWorkerGlobalScope;
/** The address of the page's script, put in by the build. */
declare const PAGE_SCRIPT: string;

const PAGES = 'yeelen-pages';
const SOUNDS = 'yeelen-sons';
const SHELL = 'yeelen-page';
const PROGRAMME = '/station/programme';
const SIGN_OUT = '/station/sign-out';

/** Left behind by a sign-out that found no line: the session is closed at the next word with the server. */
const LEAVING = '/station/partir';

/** A weak line that brings nothing for this long counts as none, when there is a copy to show. */
const PATIENCE_MS = 15_000;

self.addEventListener('install', (event) => {
  // The page has just fetched it: the browser's own cache answers, and the line stays free.
  event.waitUntil(keepScript().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(keepFirstPage().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === 'POST') {
    if (pathname === SIGN_OUT) event.respondWith(signOut(request));
    else if (request.mode === 'navigate') event.respondWith(send(request));
  } else if (request.method !== 'GET') return;
  else if (pathname === PAGE_SCRIPT) event.respondWith(script(request));
  else if (pathname.startsWith('/station/files/') && request.destination === 'audio') {
    event.respondWith(sound(request, pathname));
  } else if (request.mode === 'navigate' && !pathname.startsWith('/station/files/')) {
    event.respondWith(pathname === PROGRAMME ? programme(request) : visit(request));
  }
});

async function keepScript(): Promise<void> {
  const shell = await caches.open(SHELL);
  for (const old of await shell.keys()) if (!old.url.endsWith(LEAVING)) await shell.delete(old);
  await shell.add(new Request(PAGE_SCRIPT, { cache: 'force-cache' }));
}

async function script(request: Request): Promise<Response> {
  return (await (await caches.open(SHELL)).match(PAGE_SCRIPT)) ?? fetch(request);
}

/** The page that brought this worker along was not fetched through it: the browser's cache still has it. */
async function keepFirstPage(): Promise<void> {
  try {
    await keepPage(await fetch(PROGRAMME, { cache: 'only-if-cached', mode: 'same-origin' }));
  } catch {
    // It has none: the next visit will be kept.
  }
}

async function keepPage(answer: Response): Promise<void> {
  if (answer.ok && !answer.redirected) await (await caches.open(PAGES)).put(PROGRAMME, answer);
}

/** The line first, so that a recall is seen at the next look; the copy when there is no line. */
async function programme(request: Request): Promise<Response> {
  if (await isLeaving()) return noLine(NO_LINE.signedOut);
  const copy = await (await caches.open(PAGES)).match(PROGRAMME);
  const fromLine = fetch(request).then(async (answer) => {
    await keepPage(answer.clone());
    return answer;
  });
  if (copy === undefined) return fromLine.catch(() => noLine(NO_LINE.nothingKept));
  const patience = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS));
  return (await Promise.race([fromLine.catch(() => null), patience])) ?? marked(copy);
}

/** The copy says of itself when it came. */
async function marked(copy: Response): Promise<Response> {
  const seconds = /dur=(\d+)/.exec(copy.headers.get('Server-Timing') ?? '')?.[1] ?? '';
  const page = (await copy.text()).replace('id="poste"', `id="poste" data-copie="${seconds}"`);
  const headers = new Headers(copy.headers);
  headers.delete('Server-Timing');
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  return new Response(page, { headers });
}

async function visit(request: Request): Promise<Response> {
  if (await isLeaving()) return noLine(NO_LINE.signedOut);
  try {
    return await fetch(request);
  } catch {
    const hasCopy = (await (await caches.open(PAGES)).match(PROGRAMME)) !== undefined;
    return hasCopy ? Response.redirect(PROGRAMME, 303) : noLine(NO_LINE.nothingKept);
  }
}

async function send(request: Request): Promise<Response> {
  if (await isLeaving()) return noLine(NO_LINE.signedOut);
  return fetch(request).catch(() => noLine(NO_LINE.notSent));
}

/** Nothing of the station stays, line or no line; answers that wait lie elsewhere. */
async function signOut(request: Request): Promise<Response> {
  await caches.delete(PAGES);
  await caches.delete(SOUNDS);
  try {
    return await fetch(request);
  } catch {
    await (await caches.open(SHELL)).put(LEAVING, new Response());
    return noLine(NO_LINE.signedOut);
  }
}

/** Closes a session that was left without a line; true while that is not done. */
async function isLeaving(): Promise<boolean> {
  const shell = await caches.open(SHELL);
  if ((await shell.match(LEAVING)) === undefined) return false;
  try {
    await fetch(SIGN_OUT, { method: 'POST', redirect: 'manual' });
  } catch {
    return true;
  }
  await shell.delete(LEAVING);
  return false;
}

/** A sound that is kept is played from here; while there is a line the server is asked first whether it still may be. */
async function sound(request: Request, address: string): Promise<Response> {
  const kept = await caches.match(address, { cacheName: SOUNDS });
  if (kept === undefined) return fetch(request);
  const asked = await fetch(address, {
    method: 'HEAD',
    headers: { 'If-None-Match': kept.headers.get('ETag') ?? '' },
    cache: 'no-store',
  }).catch(() => null);
  if (asked === null || asked.status === 304 || asked.status >= 500) return slice(request, kept);
  if (asked.status !== 401) await (await caches.open(SOUNDS)).delete(address);
  return fetch(request);
}

/** A player asks for parts. */
async function slice(request: Request, kept: Response): Promise<Response> {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('Range') ?? '');
  if (range === null) return kept;
  const bytes = await kept.blob();
  const first = Number(range[1]);
  const last = Math.min(range[2] ? Number(range[2]) : Infinity, bytes.size - 1);
  if (first > last) return new Response(null, { status: 416 });
  return new Response(bytes.slice(first, last + 1), {
    status: 206,
    headers: {
      'Content-Type': kept.headers.get('Content-Type') ?? '',
      'Content-Range': `bytes ${first}-${last}/${bytes.size}`,
    },
  });
}

function noLine(words: string): Response {
  const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${NO_LINE.title} – Yeelen</title><style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem;color:#1f1d2b;background:#fbf6ec}a{display:inline-block;padding:.8rem 1.2rem;border-radius:10px;background:#1b1f4b;color:#fff;text-decoration:none}</style><h1>${NO_LINE.title}</h1><p>${words}</p><p><a href="/station">${NO_LINE.again}</a></p></html>`;
  return new Response(page, {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}
