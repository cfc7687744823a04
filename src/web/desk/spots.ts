import type { Ports } from '../../composition/ports';
import type { SpotVersion } from '../../domain/audio';
import {
  prepareMissing,
  readSpot,
  readSpots,
  submitRecording,
  type SpotOverview,
} from '../../use-cases/audio';
import { verdictSentence } from '../../wording/audio';
import { holdSentence } from '../../wording/consent';
import { sendFile } from '../shared';
import { refuseRecording } from './refuse-recording';
import { answer, personOf, refuseDesk, refuseUnknown, type DeskRoute } from './route';
import { uploadedFile } from './uploaded-file';

const UNKNOWN_SPOT = 'Ce spot n’existe pas.';

/** Spots: their sound, what the check says of it, and the files made for the stations. */
export function spotRoutes(ports: Ports, wakeWorkers: () => void): readonly DeskRoute[] {
  return [
    {
      method: 'GET',
      path: '/spots',
      action: 'desk.spots.read',
      handler: async (ctx) => {
        answer(ctx, 200, { data: (await readSpots(ports)).map(withSentences) });
      },
    },
    {
      method: 'GET',
      path: '/spots/:spotCode',
      action: 'desk.spots.read',
      handler: async (ctx) => {
        const spot = await readSpot(ports, ctx.params['spotCode'] ?? '');
        if (spot === null) refuseUnknown(ctx, UNKNOWN_SPOT);
        else answer(ctx, 200, { data: withSentences(spot) });
      },
    },
    {
      method: 'POST',
      path: '/spots/:spotCode/recording',
      action: 'desk.spots.record',
      handler: async (ctx) => {
        const upload = uploadedFile(ctx);
        if (upload === null) {
          refuseDesk(ctx, 400, ['Aucun fichier n’a été envoyé. Choisissez un son et recommencez.']);
          return;
        }
        try {
          const spotCode = ctx.params['spotCode'] ?? '';
          const { content } = upload;
          const submitted = await submitRecording(ports, { spotCode, content, by: personOf(ctx) });
          if (submitted.kind === 'received') {
            wakeWorkers();
            answer(ctx, 201, { data: versionWithSentences(submitted.version) });
            return;
          }
          refuseRecording(ctx, submitted);
        } finally {
          await upload.dispose();
        }
      },
    },
    {
      method: 'POST',
      path: '/spots/prepare-missing',
      action: 'desk.spots.record',
      handler: async (ctx) => {
        const queued = await prepareMissing(ports);
        wakeWorkers();
        answer(ctx, 202, { data: { queued } });
      },
    },
    {
      method: 'GET',
      path: '/renditions/:renditionId/sound',
      action: 'desk.spots.read',
      handler: async (ctx) => {
        const rendition = await ports.renditions.byId(ctx.params['renditionId'] ?? '');
        const isSent =
          rendition !== null &&
          (await sendFile(ctx, ports.files, rendition, {
            asAttachment: false,
            visibility: 'private',
          }));
        if (!isSent) refuseUnknown(ctx, 'Ce fichier n’existe pas ou n’est plus là.');
      },
    },
  ];
}

function withSentences(view: SpotOverview) {
  return {
    ...view,
    versions: view.versions.map(versionWithSentences),
    holds: view.holds.map((hold) => ({ ...hold, sentences: hold.reasons.map(holdSentence) })),
  };
}

function versionWithSentences(version: SpotVersion) {
  return { ...version, sentences: (version.verdict?.reasons ?? []).map(verdictSentence) };
}
