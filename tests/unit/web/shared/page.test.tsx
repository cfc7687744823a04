import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../../src/web/shared/headers';
import { renderPage, sendPage, type Page } from '../../../../src/web/shared/page';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { fakeContext } from '../fake-context';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;

function page(what: Partial<Page> = {}): Page {
  return {
    title: 'Essai',
    subtitle: 'Campagne',
    main: 'Texte',
    home: '/',
    isIndexed: false,
    ...what,
  };
}

describe('a page', () => {
  it('writes hostile text as text, in the title, in elements and in attributes', () => {
    const html = renderPage(
      page({
        title: HOSTILE,
        subtitle: HOSTILE,
        main: <input value={HOSTILE} aria-label={HOSTILE} />,
      }),
    );
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('value=""');
    expect(html).toContain('&lt;script>');
  });

  it('is in French, fits a telephone and has no script', () => {
    const html = renderPage(page());
    expect(html).toMatch(/^<!doctype html><html lang="fr">/);
    expect(html).toContain('name="viewport"');
    expect(html).not.toContain('<script');
  });

  it('lets its own style sheet through and nothing else', () => {
    const style = /<style>([^]*?)<\/style>/.exec(renderPage(page()))?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(style.length).toBeGreaterThan(100);
    expect(CONTENT_SECURITY_POLICY).toContain(`style-src 'sha256-${digest}'`);
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe');
  });

  it('uses no style that Chrome 109 does not know', () => {
    const style = /<style>([^]*?)<\/style>/.exec(renderPage(page()))?.[1] ?? '';
    expect(style).not.toMatch(/color-mix|:has\(|@container|@layer|&[:. >]|oklch|light-dark/);
  });

  it('goes out compressed as the browser likes it', async () => {
    for (const [accepted, unpack] of [
      ['gzip, deflate', gunzipSync],
      ['gzip, deflate, br', brotliDecompressSync],
      ['identity', (body: Buffer) => body],
      ['gzip;q=0', (body: Buffer) => body],
    ] as const) {
      const { ctx } = fakeContext({ 'Accept-Encoding': accepted });
      await sendPage(ctx, page());
      expect(unpack(ctx.body as Buffer).toString()).toBe(renderPage(page()));
    }
  });

  it('sheds the heavy headers of the framework and keeps its own', async () => {
    const { ctx, sent } = fakeContext({});
    ctx.set('Strict-Transport-Security', 'max-age=1');
    ctx.set('X-Powered-By', 'Framework');
    ctx.set('X-Permitted-Cross-Domain-Policies', 'none');
    await sendPage(ctx, page());
    expect([...sent.keys()].sort()).toEqual([
      'cache-control',
      'content-security-policy',
      'content-type',
      'referrer-policy',
      'strict-transport-security',
      'vary',
      'x-content-type-options',
    ]);
    expect(sent.get('referrer-policy')).toBe('same-origin');
    expect(sent.get('cache-control')).toBe('no-store');
  });
});
