import { pipeline, Transform, type Readable, type TransformCallback } from 'node:stream';
import type { FileStore } from '../../composition/ports';
import { setSlimHeaders } from './headers';
import { planDownload } from './plan-download';
import type { WebContext } from './route';

export type DownloadableFile = {
  readonly storageKey: string;
  /** Hexadecimal SHA-256 of the content: the strong ETag. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  /** ASCII; other characters become `_`. */
  readonly fileName: string;
};

/** The bytes that were handed to the network, both ends included. */
export type BytesSent = {
  readonly firstByte: number;
  readonly lastByte: number;
  /** Everything that was asked for went out. */
  readonly isComplete: boolean;
};

export type SendFileOptions = {
  readonly asAttachment: boolean;
  /** `private` for a station's files, `public` for what anybody may hear. */
  readonly visibility: 'private' | 'public';
  /** Called once, after the last byte or the cut; never for HEAD, 304, 416, nor when no byte went out. */
  readonly onSent?: (sent: BytesSent) => void;
};

/** Bytes that can be read from any place on: a stored file, or one that stands nowhere as a whole. */
export type Downloadable = {
  /** Strong, with its quotes. */
  readonly etag: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  /** ASCII; other characters become `_`. */
  readonly fileName: string;
  /** The bytes `first` to `last`, both included. */
  readonly read: (range: { readonly first: number; readonly last: number }) => Readable;
};

/**
 * Answers with a stored file. Answers false when the storage does not hold the file as it is described; nothing is sent
 * then.
 */
export async function sendFile(
  ctx: WebContext,
  files: FileStore,
  file: DownloadableFile,
  options: SendFileOptions,
): Promise<boolean> {
  if ((await files.sizeOf(file.storageKey)) !== file.sizeBytes) return false;
  const { sha256, sizeBytes, mediaType, fileName, storageKey } = file;
  const read: Downloadable['read'] = (range) => files.read(storageKey, range);
  sendBytes(ctx, { etag: `"${sha256}"`, sizeBytes, mediaType, fileName, read }, options);
  return true;
}

/**
 * Answers with bytes: ETag, ranges, resume. `no-cache` rather than a lifetime, so that a recalled spot is gone at the next
 * look.
 */
export function sendBytes(ctx: WebContext, file: Downloadable, options: SendFileOptions): void {
  const { etag } = file;
  const plan = planDownload(
    {
      method: ctx.method,
      range: ctx.get('Range'),
      ifRange: ctx.get('If-Range'),
      ifNoneMatch: ctx.get('If-None-Match'),
    },
    { sizeBytes: file.sizeBytes, etag },
  );
  setSlimHeaders(ctx, `${options.visibility}, no-cache`);
  ctx.set('ETag', etag);
  ctx.set('Accept-Ranges', 'bytes');
  ctx.status = plan.status;
  if (plan.status === 304) return;
  if (plan.status === 416) {
    ctx.set('Content-Range', `bytes */${file.sizeBytes}`);
    ctx.set('Content-Type', 'text/plain; charset=utf-8');
    ctx.body = 'La partie demandée se trouve au-delà de la fin du fichier.';
    return;
  }
  const first = plan.status === 206 ? plan.first : 0;
  const last = plan.status === 206 ? plan.last : file.sizeBytes - 1;
  if (plan.status === 206) {
    ctx.set('Content-Range', `bytes ${first}-${last}/${file.sizeBytes}`);
  }
  ctx.set('Content-Type', file.mediaType);
  ctx.set('Content-Disposition', disposition(file.fileName, options.asAttachment));
  ctx.set('Content-Length', String(last - first + 1));
  if (ctx.method !== 'HEAD') stream(ctx, file, { first, last }, options.onSent);
}

/** `Content-Disposition` with a name that no header can be broken out of. */
export function disposition(fileName: string, asAttachment: boolean): string {
  const safe = fileName.replace(/[^A-Za-z0-9._ -]/g, '_');
  return `${asAttachment ? 'attachment' : 'inline'}; filename="${safe}"`;
}

/** Lets bytes through and counts them. */
class ByteCounter extends Transform {
  passed = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.passed += chunk.length;
    done(null, chunk);
  }

  /** What the reader of this stream has taken. */
  get taken(): number {
    return this.passed - this.readableLength;
  }
}

function stream(
  ctx: WebContext,
  file: Downloadable,
  range: { readonly first: number; readonly last: number },
  onSent: SendFileOptions['onSent'],
): void {
  const { res } = ctx;
  const counter = new ByteCounter();
  pipeline(file.read(range), counter, (error) => {
    // Part of the answer may be out already: only a cut tells the other side that it is not whole.
    if (error && !res.writableFinished) res.destroy();
  });
  res.once('close', () => {
    // On a cut, what still waits in our buffers never left.
    const waiting = res.writableFinished ? 0 : res.writableLength + ctx.req.socket.writableLength;
    const sent = Math.max(0, counter.taken - waiting);
    if (onSent === undefined || sent === 0) return;
    const lastByte = range.first + sent - 1;
    onSent({
      firstByte: range.first,
      lastByte,
      isComplete: res.writableFinished && lastByte === range.last,
    });
  });
  ctx.body = counter;
}
