import type { WebContext } from './route';

export type CookieShape = {
  readonly name: string;
  readonly path: string;
  /** Lax unless told: a link from elsewhere finds a station signed in. Strict for what only our own pages ask for. */
  readonly sameSite?: 'Lax' | 'Strict';
  /** Until the browser closes unless told. */
  readonly maxAgeSeconds?: number;
};

/** The value that the browser sent; null when there is none. */
export function readCookie(ctx: WebContext, shape: CookieShape): string | null {
  for (const part of ctx.get('Cookie').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === shape.name) {
      const value = part.slice(at + 1).trim();
      return /^[\w.~-]+$/.test(value) ? value : null;
    }
  }
  return null;
}

/**
 * A cookie; it lasts until the browser closes unless its shape says otherwise: computers at a station are shared. `Secure` exactly when people
 * reach us by https: over plain http a browser would drop a Secure cookie and nobody could sign in.
 */
export function cookieLine(shape: CookieShape, value: string, publicUrl: string): string {
  const secure = publicUrl.startsWith('https://') ? '; Secure' : '';
  const age = shape.maxAgeSeconds === undefined ? '' : `; Max-Age=${shape.maxAgeSeconds}`;
  return `${shape.name}=${value}; Path=${shape.path}; HttpOnly; SameSite=${shape.sameSite ?? 'Lax'}${age}${secure}`;
}

export function setCookie(
  ctx: WebContext,
  shape: CookieShape,
  value: string,
  publicUrl: string,
): void {
  ctx.set('Set-Cookie', cookieLine(shape, value, publicUrl));
}

/** Takes the cookie out of the browser. */
export function clearCookie(ctx: WebContext, shape: CookieShape, publicUrl: string): void {
  ctx.set('Set-Cookie', `${cookieLine(shape, '', publicUrl)}; Max-Age=0`);
}
