import type { Readable } from 'node:stream';

import { DataStore, MemoryLocker, Server, Upload as TusUpload } from '@tus/server';

import type { Ports } from '../../composition/ports';
import type { SubmitRefusal, Upload } from '../../domain/audio';
import { continueUpload, dropUpload, finishUpload } from '../../use-cases/audio';
import { recordingRefusal } from './refuse-recording';
import type { DeskContext } from './route';

export const TUS_VERSION = '1.0.0';

/**
 * A phone whose line broke comes back while its last request still hangs here: that one has so long to note what it got.
 */
const DRAIN_MS = 200;

const TROUBLE =
  'L’envoi s’est arrêté : le serveur n’a pas pu garder la suite. Il reprendra où il en est.';

/** Speaks the protocol of resumable uploads (tus 1.0.0) about one upload of the person who asks. */
export type AnswerTus = (ctx: DeskContext, upload: Upload) => Promise<void>;

/**
 * The protocol is the vendor's; whose upload it is, whether it may be opened and what becomes of it was decided before,
 * by the route and the use cases. Hence a server for each request, about that one upload.
 */
export function createTus(ports: Ports, onReceived: () => void): AnswerTus {
  const locker = new MemoryLocker();
  const pieces: Pieces = new Map();

  return async (ctx, upload) => {
    let trouble: unknown = null;
    const server = new Server({
      path: '/desk/uploads',
      // Behind a proxy the address that people use is not the one that is seen here.
      relativeLocation: true,
      // No other site's script may send for a person; left alone, the vendor invites them all.
      allowedOrigins: () => false,
      locker,
      lockDrainTimeout: DRAIN_MS,
      maxSize: ports.settings.maximumUploadBytes,
      datastore: new OneUpload(ports, upload, pieces),
      namingFunction: () => upload.id,
      getFileIdFromRequest: () => upload.id,
      onUploadFinish: async () => {
        const answer = await finishUpload(ports, upload);
        if (answer.kind !== 'received') return refused(answer);
        onReceived();
        return {};
      },
      onResponseError: (_request, error) => {
        if ('status_code' in error) return undefined;
        trouble = error;
        return { status_code: 500, body: TROUBLE };
      },
    });
    ctx.respond = false;
    await server.handle(ctx.req, ctx.res);
    // Told already to the sender; the log wants to know too.
    if (trouble instanceof Error) throw trouble;
  };
}

function refused(refusal: SubmitRefusal) {
  const { status, body } = recordingRefusal(refusal);
  return {
    status_code: status,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}

/** Pieces that are being written, by upload. */
type Pieces = Map<string, Promise<unknown>>;

class OneUpload extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination'];

  constructor(
    private readonly ports: Ports,
    private readonly upload: Upload,
    private readonly pieces: Pieces,
  ) {
    super();
  }

  override async getUpload(): Promise<TusUpload> {
    // The request of a broken line is let go before what it brought is noted.
    await this.pieces.get(this.upload.id);
    return this.asTus((await this.ports.uploads.byId(this.upload.id)) ?? this.upload);
  }

  override async write(stream: Readable, _id: string, offset: number): Promise<number> {
    const { id } = this.upload;
    const piece = continueUpload(this.ports, { ...this.upload, receivedBytes: offset }, stream);
    const settled = piece.catch(() => undefined);
    this.pieces.set(id, settled);
    try {
      return await piece;
    } finally {
      if (this.pieces.get(id) === settled) this.pieces.delete(id);
    }
  }

  override async remove(): Promise<void> {
    await this.pieces.get(this.upload.id);
    await dropUpload(this.ports, this.upload.id);
  }

  /** Of what a sender tells about its file, the spot and whose voice it is are kept: a file's name may hold a person's. */
  private asTus({ id, sizeBytes, receivedBytes, spotCode, createdAt }: Upload): TusUpload {
    return new TusUpload({
      id,
      size: sizeBytes,
      offset: receivedBytes,
      metadata: { spotCode },
      creation_date: createdAt.toISOString(),
    });
  }
}
