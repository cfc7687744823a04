import { Metadata } from '@tus/server';

import type { Ports } from '../../composition/ports';
import { isComplete, isVoicing, readVoicing, type Upload } from '../../domain/audio';
import { findUpload, finishUpload, openUpload } from '../../use-cases/audio';
import { voicingRefusalSentence } from '../../wording/witnesses';
import { refuseRecording } from './refuse-recording';
import {
  answer,
  personOf,
  refuseDesk,
  refuseUnknown,
  type DeskContext,
  type DeskRoute,
} from './route';
import { createTus, TUS_VERSION } from './tus';

const NO_UPLOAD = 'Cet envoi n’existe pas ou n’existe plus. Choisissez le fichier et recommencez.';
const NOT_TUS = 'Cette adresse attend un envoi par morceaux (protocole tus 1.0.0).';
const NO_ANNOUNCEMENT =
  'L’envoi doit annoncer sa taille (Upload-Length) et son spot (Upload-Metadata : spotCode).';

/** A spot's sound in pieces, over lines that break: see docs/uploads.md. */
export function uploadRoutes(ports: Ports, wakeWorkers: () => void): readonly DeskRoute[] {
  const answerTus = createTus(ports, wakeWorkers);

  /** Somebody else's upload is answered as if it were not there. */
  async function ofThePerson(ctx: DeskContext): Promise<Upload | null> {
    ctx.set('Tus-Resumable', TUS_VERSION);
    const upload = await findUpload(ports, ctx.params['uploadId'] ?? '', personOf(ctx));
    if (upload === null) refuseUnknown(ctx, NO_UPLOAD);
    return upload;
  }

  return [
    {
      method: 'POST',
      path: '/uploads',
      action: 'desk.spots.record',
      handler: async (ctx) => {
        ctx.set('Tus-Resumable', TUS_VERSION);
        if (ctx.get('Tus-Resumable') !== TUS_VERSION) return refuseDesk(ctx, 412, [NOT_TUS]);
        const announced = announcement(ctx);
        if (announced === null) return refuseDesk(ctx, 400, [NO_ANNOUNCEMENT]);
        const { voicing } = announced;
        if (!isVoicing(voicing)) {
          return refuseDesk(ctx, 422, [voicingRefusalSentence(voicing)], [voicing]);
        }
        const opened = await openUpload(ports, { ...announced, voicing, by: personOf(ctx) });
        if (opened.kind !== 'opened') return refuseRecording(ctx, opened);
        await answerTus(ctx, opened.upload);
      },
    },
    {
      method: 'GET',
      path: '/uploads/:uploadId',
      action: 'desk.spots.record',
      handler: async (ctx) => {
        const upload = await ofThePerson(ctx);
        if (upload === null) return;
        // A sender that hears "all of it is here" takes it for received: so it must be.
        if (isComplete(upload) && upload.submittedAt === null) {
          const finished = await finishUpload(ports, upload);
          if (finished.kind !== 'received') return refuseRecording(ctx, finished);
          wakeWorkers();
        }
        if (ctx.method === 'HEAD') await answerTus(ctx, upload);
        else answer(ctx, 200, { data: onWire(upload) });
      },
    },
    {
      method: 'PATCH',
      path: '/uploads/:uploadId',
      action: 'desk.spots.record',
      handler: async (ctx) => {
        const upload = await ofThePerson(ctx);
        if (upload !== null) await answerTus(ctx, upload);
      },
    },
    {
      method: 'DELETE',
      path: '/uploads/:uploadId',
      action: 'desk.spots.record',
      handler: async (ctx) => {
        const upload = await ofThePerson(ctx);
        if (upload !== null) await answerTus(ctx, upload);
      },
    },
  ];
}

function announcement(ctx: DeskContext) {
  const length = ctx.get('Upload-Length');
  const { spotCode, voicing, actorReference } = metadataOf(ctx.get('Upload-Metadata'));
  if (!/^\d{1,15}$/.test(length) || typeof spotCode !== 'string') return null;
  return { spotCode, sizeBytes: Number(length), voicing: readVoicing(voicing, actorReference) };
}

function metadataOf(header: string): Readonly<Record<string, string | null | undefined>> {
  try {
    return Metadata.parse(header);
  } catch {
    return {};
  }
}

function onWire({ id, spotCode, sizeBytes, receivedBytes }: Upload) {
  return { id, spotCode, sizeBytes, receivedBytes };
}
