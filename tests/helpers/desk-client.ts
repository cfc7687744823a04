import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { App } from './strapi';

export type Json = Record<string, unknown>;

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; empty when it is not JSON. */
  readonly json: Json;
  /** What the answer is about; empty when there is none. */
  readonly data: Json;
  /** The sentence of a refusal, or the text of the answer. */
  readonly message: string;
};

/** Somebody at the desk, by the value of their `Authorization` header; without it an anonymous visitor. */
export type Person = {
  get(address: string): Promise<Answer>;
  post(address: string, body?: unknown): Promise<Answer>;
  put(address: string, body?: unknown): Promise<Answer>;
  ask(method: string, address: string, body?: unknown): Promise<Answer>;
  /** Sends a file in the field `file` of a form. */
  upload(address: string, content: Uint8Array, fileName: string): Promise<Answer>;
};

/** @param headers on top of what a program sends: `Accept`, `Cookie`, a type of content. */
export function personAt(
  app: App,
  authorization: string | null,
  headers: Readonly<Record<string, string>> = {},
): Person {
  const base: Record<string, string> = { Origin: app.url, ...headers };
  if (authorization !== null) base['Authorization'] = authorization;

  async function send(method: string, address: string, body?: string | FormData): Promise<Answer> {
    const isJson = typeof body === 'string' && base['Content-Type'] === undefined;
    const response = await fetch(`${app.url}${address}`, {
      method,
      headers: isJson ? { ...base, 'Content-Type': 'application/json' } : base,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    return readAnswer(response);
  }
  const ask: Person['ask'] = (method, address, body) =>
    send(
      method,
      address,
      body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    );

  return {
    ask,
    get: (address) => ask('GET', address),
    post: (address, body = {}) => ask('POST', address, body),
    put: (address, body = {}) => ask('PUT', address, body),
    upload: (address, content, fileName) => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(content)]), fileName);
      return send('POST', address, form);
    },
  };
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const json = parse(text);
  const error = json['error'] as { message?: string } | undefined;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json,
    data: (json['data'] ?? {}) as Json,
    message: error?.message ?? text,
  };
}

function parse(text: string): Json {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Json) : {};
  } catch {
    return {};
  }
}

/** A sound of the demo: `spot-fr.mp3`. */
export function demoSound(name: string): Promise<Buffer> {
  return readFile(path.resolve(import.meta.dirname, '..', '..', 'media', 'demo', name));
}

/** Address of the documents of a type in the desk's editor. */
export function documentsAt(type: string): string {
  return `/content-manager/collection-types/api::${type}.${type}`;
}
