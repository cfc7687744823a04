import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { CONTENT_SECURITY_POLICY, setSlimHeaders } from './headers';
import type { WebContext } from './route';
import { STYLE } from './styles';

const zip = promisify(gzip);
const squeeze = promisify(brotliCompress);

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
};

export type PageOptions = { readonly status?: number; readonly cacheControl?: string };

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
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {page.meta}
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
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

/** Sends a page, compressed as the browser likes: on a slow line every kilobyte is waited for. */
export async function sendPage(
  ctx: WebContext,
  page: Page,
  options: PageOptions = {},
): Promise<void> {
  const html = Buffer.from(renderPage(page));
  setSlimHeaders(ctx, options.cacheControl ?? 'no-store');
  ctx.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  ctx.set('Vary', 'Accept-Encoding');
  ctx.status = options.status ?? 200;
  const accepted = ctx.get('Accept-Encoding').toLowerCase();
  ctx.set('Content-Type', 'text/html; charset=utf-8');
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)) {
    ctx.set('Content-Encoding', 'br');
    ctx.body = await squeeze(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  } else if (/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)) {
    ctx.set('Content-Encoding', 'gzip');
    ctx.body = await zip(html, { level: 7 });
  } else {
    ctx.body = html;
  }
}

/** Sends the browser to another page with a GET, after a form was taken in. */
export function redirect(ctx: WebContext, path: string): void {
  setSlimHeaders(ctx, 'no-store');
  ctx.set('Location', path);
  ctx.status = 303;
  ctx.set('Content-Type', 'text/plain; charset=utf-8');
  ctx.body = 'Voir la page suivante.';
}
