import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';

import type { WebContext } from './route';

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
export function uploadedFile(ctx: WebContext): Upload | null {
  const isForm = /^multipart\/form-data/i.test(ctx.get('Content-Type'));
  if (!isForm) return uploadedBody(ctx);
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

/**
 * The body in a stream of its own: whoever stops reading ends that stream and not the line, on which the refusal has yet
 * to be said. What nobody wants any more is read and thrown away.
 */
function uploadedBody({ req }: WebContext): Upload {
  const content = new PassThrough();
  req.pipe(content);
  req.once('close', () => {
    if (!req.complete) content.destroy(new Error('The sender hung up.'));
  });
  return {
    content,
    path: null,
    dispose: () => {
      req.unpipe(content);
      req.resume();
      content.destroy();
      return Promise.resolve();
    },
  };
}

/** Each field's file; where a field was given twice, its last. */
function parsedFiles(ctx: WebContext): Record<string, ParsedFile> {
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
