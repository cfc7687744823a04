import { setSlimHeaders } from './headers';
import type { WebContext } from './route';

/**
 * Whether the script of a page asks, which keeps answers until the line is back: it wants a word, not a page. A browser
 * that follows a form asks for HTML.
 */
export function wantsWord(ctx: WebContext): boolean {
  return ctx.get('Accept') === 'application/json';
}

/** What the script of a page is told. A refusal carries its sentences. */
export type Word = { readonly sentences?: readonly string[]; readonly mark?: string };

export function sendWord(ctx: WebContext, status: number, word: Word): void {
  setSlimHeaders(ctx, 'no-store');
  ctx.status = status;
  ctx.set('Content-Type', 'application/json; charset=utf-8');
  ctx.body = JSON.stringify(word);
}
