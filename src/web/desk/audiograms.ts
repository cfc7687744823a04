import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import { AUDIOGRAM_SHAPES, audiogramFileName } from '../../domain/audio';
import {
  findAudiogram,
  readAudiograms,
  requestAudiogram,
  type RequestAudiogramAnswer,
} from '../../use-cases/audiogram';
import {
  AUDIOGRAM_GONE,
  ENGINE_MISSING,
  engineLacksSentence,
  NO_SOUND_TO_FILM,
} from '../../wording/audiogram';
import { holdSentence } from '../../wording/consent';
import { queryValue, sendFile } from '../shared';
import {
  answer,
  personOf,
  readBody,
  refuseDesk,
  refuseUnknown,
  type DeskContext,
  type DeskRoute,
} from './route';

const UNKNOWN_SPOT = 'Ce spot n’existe pas.';

const requestBody = z.object({ shape: z.enum(AUDIOGRAM_SHAPES) });

/** Short films of spots for social networks: asked for, followed, seen and saved. */
export function audiogramRoutes(ports: Ports, wakeWorkers: () => void): readonly DeskRoute[] {
  return [
    {
      method: 'GET',
      path: '/spots/:spotCode/audiograms',
      action: 'desk.audiograms.make',
      handler: async (ctx) => {
        const view = await readAudiograms(ports, ctx.params['spotCode'] ?? '');
        if (view === null) refuseUnknown(ctx, UNKNOWN_SPOT);
        else answer(ctx, 200, { data: { ...view, sentences: view.reasons.map(holdSentence) } });
      },
    },
    {
      method: 'POST',
      path: '/spots/:spotCode/audiograms',
      action: 'desk.audiograms.make',
      handler: async (ctx) => {
        const body = readBody(ctx, requestBody);
        if (body === null) return;
        const spotCode = ctx.params['spotCode'] ?? '';
        const asked = { spotCode, shape: body.shape, by: personOf(ctx) };
        const requested = await requestAudiogram(ports, asked);
        if (requested.kind !== 'requested') {
          refuseRequest(ctx, requested);
          return;
        }
        wakeWorkers();
        answer(ctx, 202, { data: requested.audiogram });
      },
    },
    {
      method: 'GET',
      path: '/audiograms/:audiogramId/video',
      action: 'desk.audiograms.make',
      handler: async (ctx) => {
        const film = await findAudiogram(ports, ctx.params['audiogramId'] ?? '');
        const isSent =
          film !== null &&
          (await sendFile(
            ctx,
            ports.files,
            { ...film, mediaType: 'video/mp4', fileName: audiogramFileName(film) },
            { asAttachment: queryValue(ctx, 'dl') === '1', visibility: 'private' },
          ));
        if (!isSent) refuseUnknown(ctx, AUDIOGRAM_GONE);
      },
    },
  ];
}

function refuseRequest(
  ctx: DeskContext,
  refusal: Exclude<RequestAudiogramAnswer, { readonly kind: 'requested' }>,
): void {
  switch (refusal.kind) {
    case 'unknown-spot':
      return refuseUnknown(ctx, UNKNOWN_SPOT);
    case 'no-sound':
      return refuseDesk(ctx, 409, [NO_SOUND_TO_FILM], [refusal]);
    case 'held-back':
      return refuseDesk(ctx, 409, refusal.reasons.map(holdSentence), refusal.reasons);
    case 'engine': {
      const { readiness } = refusal;
      const sentence =
        readiness.kind === 'missing' ? ENGINE_MISSING : engineLacksSentence(readiness.what);
      return refuseDesk(ctx, 503, [sentence], [readiness]);
    }
  }
}
