import type { WebContext } from './route';

/** Our forms have a few short fields; a longer body is not one of them. */
export const MAXIMUM_FORM_BYTES = 16 * 1024;

export type Form = ReadonlyMap<string, string>;

/** Reads the fields of a posted form; null when it is over the limit. A field given twice counts once, the last. */
export async function readForm(ctx: WebContext): Promise<Form | null> {
  const parsed = ctx.request.body;
  if (parsed !== undefined && parsed !== null && typeof parsed === 'object') {
    return fromParsed(parsed);
  }
  const text = await readBody(ctx);
  return text === null ? null : new Map(new URLSearchParams(text));
}

/** A field without the spaces around it; empty when it is absent. */
export function field(form: Form, name: string): string {
  return (form.get(name) ?? '').trim();
}

function fromParsed(body: object): Form {
  const form = new Map<string, string>();
  for (const [name, value] of Object.entries(body)) {
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    if (typeof last === 'string') form.set(name, last);
  }
  return form;
}

async function readBody(ctx: WebContext): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > MAXIMUM_FORM_BYTES) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
