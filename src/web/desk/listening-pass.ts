import { createHmac, timingSafeEqual } from 'node:crypto';

import { readCookie, setCookie, type WebContext } from '../shared';

/** Long enough to hear the longest spot on a good line; on a weak one the player asks for another. */
export const PASS_SECONDS = 10 * 60;

const NAME = 'yeelen_listen';

type Terms = {
  /** `user:<id>` of who asked for it. */
  readonly by: string;
  /** The only address it opens. */
  readonly path: string;
  readonly until: Date;
};

/**
 * A pass to one sound, for its person, for minutes: `<id>.<end>.<signature>`. `<audio>` cannot send a bearer, so the browser
 * carries this as a cookie; no row is kept, the signature covers everything.
 */
function signPass({ by, path, until }: Terms, digestKey: string): string {
  const end = Math.floor(until.getTime() / 1000);
  const id = by.replace(/^user:/, '');
  return `${id}.${end}.${signature(`${by} ${path} ${end}`, digestKey)}`;
}

/** Gives the browser a pass to an address of ours. */
export function givePass(
  ctx: WebContext,
  terms: { readonly by: string; readonly path: string; readonly now: Date },
  settings: { readonly digestKey: string; readonly publicUrl: string },
): Date {
  const until = new Date(terms.now.getTime() + PASS_SECONDS * 1000);
  const value = signPass({ by: terms.by, path: terms.path, until }, settings.digestKey);
  setCookie(
    ctx,
    { name: NAME, path: terms.path, sameSite: 'Strict', maxAgeSeconds: PASS_SECONDS },
    value,
    settings.publicUrl,
  );
  return until;
}

/** Whose living pass to this very address the browser carries; null when it carries none. */
export function passHolder(ctx: WebContext, now: Date, digestKey: string): string | null {
  const value = readCookie(ctx, { name: NAME, path: ctx.path });
  const [, id, end] = /^([\w-]{1,40})\.(\d{1,12})\.[\w-]{43}$/.exec(value ?? '') ?? [];
  if (value === null || id === undefined || end === undefined) return null;
  const until = new Date(Number(end) * 1000);
  const by = `user:${id}`;
  const isOurs = isSame(value, signPass({ by, path: ctx.path, until }, digestKey));
  return isOurs && now < until ? by : null;
}

/** Under a key of its own, derived from a secret of the installation. */
function signature(terms: string, digestKey: string): string {
  const key = createHmac('sha256', digestKey).update('listening pass').digest();
  return createHmac('sha256', key).update(terms).digest('base64url');
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
