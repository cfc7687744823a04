import type { Ports } from '../../composition/ports';
import {
  isPublishable,
  isSensitive,
  isVoicing,
  mayHearMaster,
  type Listener,
  type Rendition,
  type Spot,
  type SpotVersion,
} from '../../domain/audio';
import {
  prepareMissing,
  readSpot,
  readSpots,
  submitRecording,
  type SpotOverview,
} from '../../use-cases/audio';
import { verdictSentence } from '../../wording/audio';
import { holdSentence } from '../../wording/consent';
import { voicingRefusalSentence } from '../../wording/witnesses';
import { sendFile } from '../shared';
import { refuseRecording } from './refuse-recording';
import {
  answer,
  mayDo,
  personOf,
  refuseDesk,
  refuseUnknown,
  type DeskContext,
  type DeskRoute,
} from './route';
import { saidVoicing } from './said-voicing';
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
        const listener = listenerOf(ctx);
        const views = await readSpots(ports);
        answer(ctx, 200, { data: views.map((view) => withSentences(view, listener)) });
      },
    },
    {
      method: 'GET',
      path: '/spots/:spotCode',
      action: 'desk.spots.read',
      handler: async (ctx) => {
        const spot = await readSpot(ports, ctx.params['spotCode'] ?? '');
        if (spot === null) refuseUnknown(ctx, UNKNOWN_SPOT);
        else answer(ctx, 200, { data: withSentences(spot, listenerOf(ctx)) });
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
          const voicing = saidVoicing(ctx);
          if (!isVoicing(voicing)) {
            refuseDesk(ctx, 422, [voicingRefusalSentence(voicing)], [voicing]);
            return;
          }
          const spotCode = ctx.params['spotCode'] ?? '';
          const { content } = upload;
          const submitted = await submitRecording(ports, {
            spotCode,
            content,
            voicing,
            by: personOf(ctx),
          });
          if (submitted.kind === 'received') {
            wakeWorkers();
            answer(ctx, 201, {
              data: { ...submitted.version, sentences: verdictSentences(submitted.version) },
            });
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
          (await mayGoOut(ports, rendition)) &&
          (await sendFile(ctx, ports.files, rendition, {
            asAttachment: false,
            visibility: 'private',
          }));
        if (!isSent) refuseUnknown(ctx, 'Ce fichier n’existe pas ou n’est plus là.');
      },
    },
  ];
}

/** Files made of a protected witness's voice, before the protection was set, are for nobody any more. */
async function mayGoOut(ports: Ports, rendition: Rendition): Promise<boolean> {
  const version = await ports.spotVersions.byId(rendition.spotVersionId);
  const spot = await ports.content.spotByCode(rendition.spotCode);
  return version !== null && spot !== null && isPublishable(spot, version);
}

function listenerOf(ctx: DeskContext): Listener {
  return { mayHearMasters: true, mayHearProtected: mayDo(ctx, 'desk.spots.hear-protected') };
}

function withSentences(view: SpotOverview, listener: Listener) {
  return {
    ...view,
    versions: view.versions.map((version) => versionOnWire(view.spot, version, listener)),
    holds: view.holds.map((hold) => ({ ...hold, sentences: hold.reasons.map(holdSentence) })),
  };
}

/** What was measured of a voice is for whoever may hear it; what to mend in it, for whoever may send it again. */
function versionOnWire(spot: Spot, version: SpotVersion, listener: Listener) {
  const mayHear = mayHearMaster(spot, version, listener);
  return {
    ...version,
    measurement: mayHear ? version.measurement : null,
    isSensitive: isSensitive(spot, version),
    mayHear,
    sentences: verdictSentences(version),
  };
}

function verdictSentences(version: SpotVersion): readonly string[] {
  return (version.verdict?.reasons ?? []).map(verdictSentence);
}
