import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import { masterMediaType } from '../../domain/audio';
import { destroyRecording, protectWitness } from '../../use-cases/alerts';
import { confirmRevoicing, hearMaster } from '../../use-cases/audio';
import { confirmVoiceSentence, eraseSentence, protectionSentence } from '../../wording/witnesses';
import { sendFile } from '../shared';
import {
  answer,
  personOf,
  readBody,
  refuseDesk,
  refuseUnknown,
  type DeskContext,
  type DeskRoute,
} from './route';

const UNKNOWN_RECORDING = 'Cet enregistrement n’existe pas, ou il a été détruit.';

const protectionBody = z.object({ isProtected: z.boolean() });

/** Protected witnesses: who may hear them, who says that nobody will know them, and the end of their recording. */
export function witnessRoutes(ports: Ports, wakeWorkers: () => void): readonly DeskRoute[] {
  return [
    {
      method: 'POST',
      path: '/spots/:spotCode/protection',
      action: 'desk.spots.protect',
      handler: async (ctx) => {
        const body = readBody(ctx, protectionBody);
        if (body === null) return;
        const spotCode = ctx.params['spotCode'] ?? '';
        const asked = { spotCode, isProtected: body.isProtected, by: personOf(ctx) };
        const { kind } = await protectWitness(ports, asked);
        if (kind === 'set') answer(ctx, 200, { data: { spotCode, isProtected: body.isProtected } });
        else if (kind === 'unknown-spot') refuseUnknown(ctx, 'Ce spot n’existe pas.');
        else refuseDesk(ctx, 409, [protectionSentence(kind)], [{ kind }]);
      },
    },
    {
      method: 'POST',
      path: '/versions/:versionId/confirm-voice',
      action: 'desk.spots.protect',
      handler: async (ctx) => {
        const versionId = ctx.params['versionId'] ?? '';
        const { kind } = await confirmRevoicing(ports, { versionId, by: personOf(ctx) });
        if (kind === 'confirmed') {
          wakeWorkers();
          answer(ctx, 200, { data: { versionId } });
        } else if (kind === 'not-found') refuseUnknown(ctx, UNKNOWN_RECORDING);
        else refuseDesk(ctx, 409, [confirmVoiceSentence(kind)], [{ kind }]);
      },
    },
    {
      method: 'POST',
      path: '/versions/:versionId/erase',
      action: 'desk.spots.erase-protected',
      handler: async (ctx) => {
        const versionId = ctx.params['versionId'] ?? '';
        const erased = await destroyRecording(ports, { versionId, by: personOf(ctx) });
        if (erased.kind === 'erased') answer(ctx, 200, { data: { versionId } });
        else if (erased.kind === 'not-found') refuseUnknown(ctx, UNKNOWN_RECORDING);
        else refuseDesk(ctx, 409, [eraseSentence(erased.kind)], [erased]);
      },
    },
    {
      method: 'GET',
      path: '/versions/:versionId/protected-sound',
      action: 'desk.spots.hear-protected',
      handler: (ctx) => playProtected(ctx, ports),
    },
  ];
}

/** To be heard and not to be kept: no name to save it under, nothing stays in a cache. */
async function playProtected(ctx: DeskContext, ports: Ports): Promise<void> {
  const heard = await hearMaster(ports, {
    versionId: ctx.params['versionId'] ?? '',
    by: personOf(ctx),
    listener: { mayHearMasters: false, mayHearProtected: true },
  });
  const isSent =
    heard.kind === 'heard' &&
    (await sendFile(
      ctx,
      ports.files,
      {
        storageKey: heard.version.masterKey,
        sha256: heard.version.masterSha256,
        sizeBytes: heard.version.masterSizeBytes,
        mediaType: masterMediaType(heard.version.measurement),
        fileName: 'son',
      },
      { asAttachment: false, visibility: 'private' },
    ));
  if (!isSent) {
    refuseUnknown(ctx, UNKNOWN_RECORDING);
    return;
  }
  ctx.set('Cache-Control', 'no-store');
  ctx.remove('ETag');
  ctx.set('Content-Disposition', 'inline');
}
