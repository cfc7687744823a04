import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { CONTENT_SECURITY_POLICY, LEAN_POLICY, SCRIPTED_POLICY, setSlimHeaders } from './headers';
import { sendWord, wantsWord, type Word } from './json-answer';
import type { WebContext } from './route';
import { chosenEncoding, etagOf, isFresh, packed, setEncoding } from './send-compressed';
import { LEAN_STYLE, STYLE } from './styles';

export type Page = {
  /** Without the name of the product: it is added. */
  readonly title: string;
  /** Said under the name of the product: the campaign. */
  readonly subtitle: string;
  readonly main: ComponentChildren;
  /** Above the main column, over the whole width. */
  readonly hero?: VNode;
  /** At the right of the bar: who is signed in, or where to go. */
  readonly bar?: VNode;
  readonly foot?: VNode;
  /** More `<meta>` elements. */
  readonly meta?: VNode;
  /** Where the name of the product leads. */
  readonly home: string;
  readonly isIndexed: boolean;
  readonly isWide?: boolean;
  /** For the weakest lines: a small style sheet, the icon within the page, no other image. */
  readonly isLean?: boolean;
  /** Address of a script of ours, for a lean page, which works without it. */
  readonly script?: string | null;
};

export type PageOptions = {
  readonly status?: number;
  readonly cacheControl?: string;
  /** The browser may keep the page, and asks each time whether it is still the same: 304 then. */
  readonly isRevalidated?: boolean;
};

/** The icon of a lean page: fetched as a file it would cost ten times its size in headers. */
const ICON =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 30'><path d='M8 24a12 12 0 0 1 24 0z' fill='%23e8930c'/></svg>";

/** The sun that comes up over the line. */
function Sunrise() {
  return (
    <svg width="40" height="30" viewBox="0 0 40 30" aria-hidden="true" focusable="false">
      <path d="M8 24a12 12 0 0 1 24 0z" fill="#e8930c" />
      <path
        d="M20 2v6M5 9l4.500 4.500M35 9l-4.500 4.500M1 28h38"
        stroke="#e8930c"
        stroke-width="2.500"
        stroke-linecap="round"
        fill="none"
      />
    </svg>
  );
}

function Document({ page }: { readonly page: Page }) {
  const width = page.isWide ? 'wrap wide' : 'wrap';
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${page.title} – Yeelen`}</title>
        {page.isIndexed ? null : <meta name="robots" content="noindex" />}
        <meta name="theme-color" content="#1b1f4b" />
        <link rel="icon" href={page.isLean ? ICON : '/favicon.svg'} type="image/svg+xml" />
        {page.meta}
        {page.isLean && typeof page.script === 'string' ? <script src={page.script} defer /> : null}
        <style dangerouslySetInnerHTML={{ __html: page.isLean ? LEAN_STYLE : STYLE }} />
      </head>
      <body>
        <a class="skip" href="#contenu">
          Aller au contenu
        </a>
        <header class="top">
          <div class={width}>
            <a class="brand" href={page.home}>
              <Sunrise />
              <span>
                Yeelen
                <small>{page.subtitle}</small>
              </span>
            </a>
            {page.bar}
          </div>
        </header>
        <main id="contenu">
          {page.hero}
          <div class={`${width} column`}>{page.main}</div>
        </main>
        {page.foot === undefined ? null : (
          <footer class="bottom">
            <div class={width}>{page.foot}</div>
          </footer>
        )}
      </body>
    </html>
  );
}

/** The page as text. */
export function renderPage(page: Page): string {
  return `<!doctype html>${renderToString(<Document page={page} />)}`;
}

function policyOf(page: Page): string {
  if (page.isLean !== true) return CONTENT_SECURITY_POLICY;
  return typeof page.script === 'string' ? SCRIPTED_POLICY : LEAN_POLICY;
}

/** Sends a page, compressed as the browser likes: on a slow line every kilobyte is waited for. */
export async function sendPage(
  ctx: WebContext,
  page: Page,
  options: PageOptions = {},
): Promise<void> {
  const html = Buffer.from(renderPage(page));
  const encoding = chosenEncoding(ctx);
  setSlimHeaders(ctx, options.cacheControl ?? 'no-store');
  ctx.status = options.status ?? 200;
  if (options.isRevalidated === true) {
    const etag = etagOf(html, encoding);
    ctx.set('ETag', etag);
    if (isFresh(ctx, etag)) {
      ctx.status = 304;
      return;
    }
  }
  ctx.set('Content-Security-Policy', policyOf(page));
  ctx.set('Content-Type', 'text/html; charset=utf-8');
  setEncoding(ctx, encoding);
  ctx.body = await packed(html, encoding);
}

/**
 * Sends the browser to another page with a GET, after a form was taken in. The script of a page stays where it is, and
 * is told in a word.
 */
export function redirect(ctx: WebContext, path: string, word: Word = {}): void {
  if (wantsWord(ctx)) {
    sendWord(ctx, 200, word);
    return;
  }
  setSlimHeaders(ctx, 'no-store');
  ctx.set('Location', path);
  ctx.status = 303;
  ctx.set('Content-Type', 'text/plain; charset=utf-8');
  ctx.body = 'Voir la page suivante.';
}
