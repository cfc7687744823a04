import { createRequire } from 'node:module';

import type * as sdkTypes from 'facebook-nodejs-business-sdk';

import type { GraphRefusal } from './graph-errors';

/** A refusal, thrown. Its words hold no address: the library puts the token into it. */
export class GraphRefused extends Error {
  constructor(readonly refusal: GraphRefusal) {
    super(refusal.message);
  }
}

/** The Graph for one Page. Every call ends within its time, or is broken off. */
export type Graph = {
  /** A call with parameters, by Meta's library. */
  call(
    method: 'GET' | 'POST' | 'DELETE',
    path: readonly string[],
    params?: Readonly<Record<string, unknown>>,
  ): Promise<unknown>;
  /** A call with a file, which the library cannot send. */
  upload(path: readonly string[], form: FormData, timeoutMs: number): Promise<unknown>;
};

/** Longest JSON call in milliseconds. */
export const JSON_CALL_MS = 10_000;

type Library = typeof sdkTypes;
type RequestConfig = { baseURL?: string; timeout?: number };
type Http = {
  readonly interceptors: {
    readonly request: { use(change: (config: RequestConfig) => RequestConfig): number };
  };
};

let loaded: Promise<Library> | null = null;
let base = '';

async function load(): Promise<Library> {
  const library = await import('facebook-nodejs-business-sdk');
  // CommonJS seen through an import has everything under `default`.
  const sdk = 'FacebookAdsApi' in library ? library : (library as { default: Library }).default;
  Object.defineProperty(sdk.FacebookAdsApi, 'GRAPH', { configurable: true, get: () => base });
  // The library sets no timeout, and a call given up on but still under way could publish much later. This is its own
  // copy of its HTTP client; the client's timeout covers connecting as well, and breaks the line.
  const ofLibrary = createRequire(require.resolve('facebook-nodejs-business-sdk'));
  const http = ofLibrary('axios') as Http;
  http.interceptors.request.use((config) =>
    config.baseURL === base ? { ...config, timeout: JSON_CALL_MS } : config,
  );
  return sdk;
}

function refusalOfThrown(thrown: unknown): GraphRefusal {
  const error = typeof thrown === 'object' && thrown !== null ? thrown : {};
  const status = 'status' in error && typeof error.status === 'number' ? error.status : null;
  const headers =
    'headers' in error && typeof error.headers === 'object' && error.headers !== null
      ? Object.fromEntries(Object.entries(error.headers))
      : {};
  const message = thrown instanceof Error ? thrown.message : 'The network did not answer';
  return { status, body: 'response' in error ? error.response : null, headers, message };
}

async function uploadTo(url: string, token: string, form: FormData, timeoutMs: number) {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(Math.max(1, timeoutMs)),
      redirect: 'error',
    });
    text = await response.text();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new GraphRefused({ status: null, body: null, headers: {}, message });
  }
  let body: unknown = null;
  try {
    body = JSON.parse(text);
  } catch {
    // Not the Graph that spoke: something on the way.
  }
  if (response.ok && body !== null) return body;
  const usage = 'x-business-use-case-usage';
  const headers = { [usage]: response.headers.get(usage) };
  throw new GraphRefused({ status: response.status, body, headers, message: response.statusText });
}

/**
 * Opens the Graph. The library is loaded at the first use: it takes a third of a second and 30 MB. It is given the token
 * by its constructor, without its reports of crashes to Meta.
 *
 * @param apiUrl one for the whole process: the library keeps it in a place of its own.
 */
export async function openGraph(apiUrl: string, token: string): Promise<Graph> {
  base = apiUrl;
  loaded ??= load();
  const { FacebookAdsApi } = await loaded;
  const api: sdkTypes.FacebookAdsApi = new FacebookAdsApi(token, 'fr_FR', false);
  return {
    async call(method, path, params = {}) {
      try {
        return await api.call<unknown>(method, [...path], { ...params });
      } catch (error) {
        throw new GraphRefused(refusalOfThrown(error));
      }
    },
    upload: (path, form, timeoutMs) =>
      uploadTo([apiUrl, FacebookAdsApi.VERSION, ...path].join('/'), token, form, timeoutMs),
  };
}
