import { describe, expect, it } from 'vitest';
import { frenchProblem } from '../../../../src/web/shared/french-problem';
import type { WebContext } from '../../../../src/web/shared/route';
import { fakeContext } from '../fake-context';

async function visit(
  path: string,
  accept: string,
  answered: { readonly status: number; readonly contentType?: string },
): Promise<string> {
  const { ctx } = fakeContext({ accept });
  const there = {
    ...ctx,
    path,
    res: { getHeader: () => answered.contentType },
  } as unknown as WebContext;
  await frenchProblem(there, async () => {
    there.status = answered.status;
    there.body = 'as before';
  });
  return String(there.body);
}

const BROWSER = 'text/html,application/xhtml+xml,*/*;q=0.8';

describe('a wrong link or an unreadable form', () => {
  it('leads a visitor to a page in French', async () => {
    const page = await visit('/rien', BROWSER, { status: 404, contentType: 'application/json' });
    expect(page).toContain('Page introuvable');
  });

  it('tells a visitor whose form is too long that nothing was kept', async () => {
    const page = await visit('/station/session', BROWSER, { status: 413 });
    expect(page).toContain('Rien n’a été enregistré');
  });

  it.each([
    ['a program', '/rien', 'application/json', { status: 404 }],
    ['the interface for programs', '/api/rien', BROWSER, { status: 404 }],
    ['the desk', '/desk/rien', BROWSER, { status: 404 }],
    ['a page that is there', '/', BROWSER, { status: 200 }],
    [
      'a page that says more',
      '/messages/X',
      BROWSER,
      { status: 404, contentType: 'text/html; charset=utf-8' },
    ],
  ])('leaves the answer to %s alone', async (_who, path, accept, answered) => {
    expect(await visit(path, accept, answered)).toBe('as before');
  });
});
