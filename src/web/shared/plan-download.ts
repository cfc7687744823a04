import fresh from 'fresh';
import parseRange from 'range-parser';

export type DownloadRequest = {
  readonly method: string;
  /** Header values as sent; an empty text when absent. */
  readonly range: string;
  readonly ifRange: string;
  readonly ifNoneMatch: string;
};

export type DownloadPlan =
  | { readonly status: 200 }
  | { readonly status: 206; readonly first: number; readonly last: number }
  | { readonly status: 304 }
  | { readonly status: 416 };

/**
 * What to answer to a request for a file, after RFC 9110: If-None-Match before all; Range only for GET; If-Range must
 * name the very same file (a date never does: these files have no Last-Modified), otherwise the whole file is
 * sent, so that nobody glues two recordings together. Several ranges at once are answered with the whole file.
 */
export function planDownload(
  request: DownloadRequest,
  file: { readonly sizeBytes: number; readonly etag: string },
): DownloadPlan {
  // Cache-Control of the request is kept from `fresh`: what it says to caches is no condition for an origin, and
  // every `fetch` with an If-None-Match of its own sends `no-cache` along.
  if (fresh({ 'if-none-match': request.ifNoneMatch || undefined }, { etag: file.etag })) {
    return { status: 304 };
  }
  if (request.method !== 'GET' || request.range === '') return { status: 200 };
  if (request.ifRange !== '' && request.ifRange !== file.etag) return { status: 200 };
  return planRange(request.range, file.sizeBytes);
}

function planRange(range: string, sizeBytes: number): DownloadPlan {
  // range-parser 1.3.0 calls a suffix longer than the file unsatisfiable; RFC 9110, 14.1.2 wants the whole file.
  const suffix = /^bytes=\s*-(\d+)\s*$/.exec(range);
  if (suffix !== null && Number(suffix[1]) >= sizeBytes && sizeBytes > 0) {
    return { status: 206, first: 0, last: sizeBytes - 1 };
  }
  const ranges = parseRange(sizeBytes, range);
  if (ranges === -1) return range.startsWith('bytes=') ? { status: 416 } : { status: 200 };
  if (ranges === -2 || ranges.type !== 'bytes') return { status: 200 };
  const [only, ...others] = ranges;
  if (only === undefined || others.length > 0) return { status: 200 };
  return { status: 206, first: only.start, last: only.end };
}
