import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import fresh from 'fresh';

import type { WebContext } from './route';

const zip = promisify(gzip);
const squeeze = promisify(brotliCompress);

export type Encoding = 'br' | 'gzip' | 'identity';

/** The best packing that the browser knows. Over plain http browsers know gzip alone. */
export function chosenEncoding(ctx: WebContext): Encoding {
  const accepted = ctx.get('Accept-Encoding').toLowerCase();
  if (isAccepted('br', accepted)) return 'br';
  return isAccepted('gzip', accepted) ? 'gzip' : 'identity';
}

function isAccepted(name: 'br' | 'gzip', accepted: string): boolean {
  return new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`).test(accepted);
}

/** Packs a page while somebody waits for it. */
export async function packed(content: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      return squeeze(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
    case 'gzip':
      return zip(content, { level: 8 });
    case 'identity':
      return content;
  }
}

/** A strong tag: what is packed otherwise is another answer. */
export function etagOf(content: Buffer, encoding: Encoding): string {
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  return `"${digest}-${encoding}"`;
}

/** Whether the browser holds this very answer. */
export function isFresh(ctx: WebContext, etag: string): boolean {
  // Cache-Control of the request is kept from `fresh`: see plan-download.ts.
  return fresh({ 'if-none-match': ctx.get('If-None-Match') || undefined }, { etag });
}

export function setEncoding(ctx: WebContext, encoding: Encoding): void {
  ctx.set('Vary', 'Accept-Encoding');
  if (encoding !== 'identity') ctx.set('Content-Encoding', encoding);
}
