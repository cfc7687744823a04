import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';

import type { DeskContext } from './route';

export type Upload = {
  readonly content: Readable;
  /** Where the form parser put it; null for a file that is the body itself. */
  readonly path: string | null;
  readonly dispose: () => Promise<void>;
};

type ParsedFile = { readonly filepath: string };

/**
 * The file of a request: the body itself (`Content-Type: audio/…`), or the field `file` of a multipart form. Null when
 * there is none. What the form parser wrote to the temporary folder is removed by `dispose`.
 */
export function uploadedFile(ctx: DeskContext): Upload | null {
  const isForm = /^multipart\/form-data/i.test(ctx.get('Content-Type'));
  if (!isForm) return { content: ctx.req, path: null, dispose: () => Promise.resolve() };
  const files = parsedFiles(ctx);
  const file = files['file'];
  if (file === undefined) {
    return null;
  }
  const content = createReadStream(file.filepath);
  return {
    content,
    path: file.filepath,
    dispose: async () => {
      content.destroy();
      await Promise.all(Object.values(files).map(({ filepath }) => rm(filepath, { force: true })));
    },
  };
}

/** Each field's file; where a field was given twice, its last. */
function parsedFiles(ctx: DeskContext): Record<string, ParsedFile> {
  const { files } = ctx.request as { readonly files?: unknown };
  const found: Record<string, ParsedFile> = {};
  for (const [name, value] of Object.entries(files ?? {}) as [string, unknown][]) {
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    if (isParsedFile(last)) found[name] = last;
  }
  return found;
}

function isParsedFile(value: unknown): value is ParsedFile {
  return (
    typeof value === 'object' &&
    value !== null &&
    'filepath' in value &&
    typeof value.filepath === 'string'
  );
}
