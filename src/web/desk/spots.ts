import type { Ports } from '../../composition/ports';
import { mayHearMaster, type SpotVersion } from '../../domain/audio';
import {
  prepareAgain,
  prepareMissing,
  readSpot,
  readSpots,
  submitRecording,
  type SpotOverview,
} from '../../use-cases/audio';
import { prepareAgainSentence } from '../../wording/audio-desk';
import { verdictSentence } from '../../wording/audio';
import { holdSentence } from '../../wording/consent';
import { sendFile } from '../shared';
import { refuseRecording } from './refuse-recording';
import { engineWatch } from './engine-watch';
import {
  answer,
  mayDo,
  personOf,
  refuseDesk,
  refuseUnknown,
  type DeskContext,
  type DeskRoute,
} from './route';
import { uploadedFile } from './uploaded-file';

const UNKNOWN_SPOT = 'Ce spot n’existe pas.';

/** Spots: their sound, what the check says of it, and the files made for the stations. */
export function spotRoutes(ports: Ports, wakeWorkers: () => void): readonly DeskRoute[] {
  const engine = engineWatch(ports);
  return [
    {
      method: 'GET',
      path: '/spots',
      action: 'desk.spots.read',
      handler: async (ctx) => {
        const views = await readSpots(ports);
        const state = await engine();
        answer(ctx, 200, { data: views.map((view) => ({ ...told(ctx, view), engine: state })) });
      },
    },
    {
      method: 'GET',
      path: '/spots/:spotCode',
      action: 'desk.spots.read',
      handler: async (ctx) => {
        const spot = await readSpot(ports, ctx.params['spotCode'] ?? '');
        if (spot === null) refuseUnknown(ctx, UNKNOWN_SPOT);
        else answer(ctx, 200, { data: { ...told(ctx, spot), engine: await engine() } });
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
      method: 'POST',
      path: '/spots/:spotCode/prepare-again',
      action: 'desk.spots.prepare-again',
      handler: async (ctx) => {
        const spotCode = ctx.params['spotCode'] ?? '';
        const asked = await prepareAgain(ports, { spotCode, by: personOf(ctx) });
        if (asked.kind === 'asked') {
          wakeWorkers();
          answer(ctx, 202, { data: { versions: asked.versions } });
        } else {
          const status = asked.kind === 'unknown-spot' ? 404 : 409;
          refuseDesk(ctx, status, [prepareAgainSentence(asked)], [asked]);
        }
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

/** The view in French, and which of its recordings this person may hear as they were sent. */
function told(ctx: DeskContext, view: SpotOverview) {
  const listener = { isAllowed: mayDo(ctx, 'desk.spots.hear-master') };
  return {
    ...view,
    versions: view.versions.map((version) => ({
      ...versionWithSentences(version),
      mayBeHeard: mayHearMaster(listener, { spot: view.spot, version }),
    })),
    holds: view.holds.map((hold) => ({ ...hold, sentences: hold.reasons.map(holdSentence) })),
  };
}

function versionWithSentences<Version extends SpotVersion>(version: Version) {
  return { ...version, sentences: (version.verdict?.reasons ?? []).map(verdictSentence) };
}
