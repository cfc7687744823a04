import type { WebContext } from '../../../src/web/shared/route';
import { Readable } from 'node:stream';

/** A request with these headers, and what was answered: header names in lower case. */
export function fakeContext(
  headers: Readonly<Record<string, string>>,
  body: { readonly parsed?: unknown; readonly raw?: string } = {},
): { readonly ctx: WebContext; readonly sent: ReadonlyMap<string, string> } {
  const sent = new Map<string, string>();
  const asked = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const ctx = {
    method: asked.get(':method') ?? 'GET',
    path: '/',
    host: 'yeelen.example',
    query: {},
    params: {},
    req: Readable.from(body.raw === undefined ? [] : [Buffer.from(body.raw)]),
    res: {},
    request: { ip: '127.0.0.1', body: body.parsed },
    status: 404,
    body: undefined,
    get: (name: string) => asked.get(name.toLowerCase()) ?? '',
    set: (name: string, value: string) => void sent.set(name.toLowerCase(), value),
    remove: (name: string) => void sent.delete(name.toLowerCase()),
  };
  return { ctx: ctx as unknown as WebContext, sent };
}
