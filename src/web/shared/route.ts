import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * What a page needs to know of a request, and to say in the answer. Koa's context fits it; so does a
 * small double in a test.
 */
export interface WebContext {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly query: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly params: Readonly<Record<string, string>>;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly request: { readonly ip: string; readonly body?: unknown };
  status: number;
  body: unknown;
  get(field: string): string;
  set(field: string, value: string): void;
  remove(field: string): void;
}

export type WebMethod = 'GET' | 'POST';

/** A page or an action. A GET answers HEAD too: the router asks the same handler. */
export type WebRoute = {
  readonly method: WebMethod;
  readonly path: string;
  readonly handler: (ctx: WebContext) => Promise<void>;
};

/** One value of the query; null when it is absent or given twice. */
export function queryValue(ctx: WebContext, name: string): string | null {
  const value = ctx.query[name];
  return typeof value === 'string' ? value : null;
}
