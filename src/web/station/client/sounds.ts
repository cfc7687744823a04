import {
  brokenWords,
  KEPT_WORDS,
  progressWords,
  WITHDRAWN_WORDS,
} from '../../../wording/station-page';
import { erase, namesIn, read, write } from './database';

const CACHE = 'yeelen-sons';

/** So much is lost at most when the line or the power goes. */
const STEP_BYTES = 32 * 1024;

/** The beginning of a file that came before the line broke. */
type Part = { readonly etag: string; readonly bytes: Blob };

type Ending = 'whole' | 'withdrawn' | 'signed-out' | { readonly percent: number };

const links = (): NodeListOf<HTMLAnchorElement> =>
  document.querySelectorAll('a[download][href^="/station/files/"]');

/** The address under which a sound is kept, played and asked for. */
const soundOf = (link: HTMLAnchorElement): string => new URL(link.href).pathname;

function tell(address: string, words: string): void {
  for (const link of links()) if (soundOf(link) === address) link.textContent = words;
}

/** Says at each file whether it is here. Drops what the programme no longer names: it was recalled, or its time is over. */
export async function reviewSounds(isFresh: boolean): Promise<void> {
  const named = new Set([...links()].map(soundOf));
  const cache = await caches.open(CACHE);
  for (const { url } of await cache.keys()) {
    const address = new URL(url).pathname;
    if (named.has(address)) tell(address, KEPT_WORDS);
    else if (isFresh) await cache.delete(url);
  }
  for (const address of await namesIn('parts')) {
    if (isFresh && !named.has(address)) await erase('parts', address);
  }
}

/** Takes the downloads in hand: what came stays, and goes on where it was cut; what is here is saved without the line. */
export function watchDownloads(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || ![...links()].includes(link)) return;
    event.preventDefault();
    if (link.textContent === WITHDRAWN_WORDS) location.reload();
    else if (link.dataset['busy'] === undefined) void fetchAndSave(link);
  });
}

async function fetchAndSave(link: HTMLAnchorElement): Promise<void> {
  const address = soundOf(link);
  link.dataset['busy'] = '';
  const ending = await fetchWhole(address, (percent) => tell(address, progressWords(percent)));
  delete link.dataset['busy'];
  if (ending === 'whole') {
    tell(address, KEPT_WORDS);
    await saveToDisk(address, link.download);
  } else if (ending === 'withdrawn') tell(address, WITHDRAWN_WORDS);
  else if (ending === 'signed-out') location.assign('/station?avis=expiree');
  else tell(address, brokenWords(ending.percent));
}

async function fetchWhole(address: string, progress: (percent: number) => void): Promise<Ending> {
  const cache = await caches.open(CACHE);
  if ((await cache.match(address)) !== undefined) return 'whole';
  const part = await read<Part>('parts', address);
  let bytes = part?.bytes ?? new Blob();
  let percent = 0;
  try {
    const headers: Record<string, string> =
      part === undefined ? {} : { Range: `bytes=${bytes.size}-`, 'If-Range': part.etag };
    const answer = await fetch(`${address}?dl=1`, { headers, cache: 'no-store' });
    if (answer.status === 401) return 'signed-out';
    if (answer.status === 403 || answer.status === 404 || answer.status === 416) {
      await erase('parts', address);
      return 'withdrawn';
    }
    if (!answer.ok || answer.body === null) return { percent };
    if (answer.status === 200) bytes = new Blob();
    const etag = answer.headers.get('ETag') ?? '';
    const total = bytes.size + Number(answer.headers.get('Content-Length'));
    const reader = answer.body.getReader();
    let chunks: Uint8Array<ArrayBuffer>[] = [];
    let fresh = 0;
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (value !== undefined) {
        chunks.push(value);
        fresh += value.length;
      }
      if (done || fresh >= STEP_BYTES) {
        bytes = new Blob([bytes, ...chunks]);
        chunks = [];
        fresh = 0;
        percent = Math.floor((bytes.size / total) * 100);
        progress(percent);
        await write('parts', { etag, bytes } satisfies Part, address);
      }
      if (done) break;
    }
    if (bytes.size !== total) return { percent };
    await erase('parts', address);
    if (!(await isAsTold(bytes, etag))) return { percent: 0 };
    const type = answer.headers.get('Content-Type') ?? '';
    await cache.put(
      address,
      new Response(bytes, { headers: { 'Content-Type': type, ETag: etag } }),
    );
    return 'whole';
  } catch {
    return { percent };
  }
}

/** The tag of a file is the SHA-256 of its content. */
async function isAsTold(bytes: Blob, etag: string): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
  return etag === `"${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}

async function saveToDisk(address: string, name: string): Promise<void> {
  const kept = await (await caches.open(CACHE)).match(address);
  if (kept === undefined) return;
  const way = document.createElement('a');
  way.href = URL.createObjectURL(await kept.blob());
  way.download = name;
  way.click();
  setTimeout(() => URL.revokeObjectURL(way.href), 60_000);
}
