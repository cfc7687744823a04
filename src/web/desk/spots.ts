import type { Ports } from '../../composition/ports';
import {
  isSensitive,
  isVoicing,
  mayHearMaster,
  type Listener,
  type SpotVersion,
} from '../../domain/audio';
import {
  findRenditionToHear,
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
import { voicingRefusalSentence } from '../../wording/witnesses';
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
import { saidVoicing } from './said-voicing';
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
        const rendition = await findRenditionToHear(ports, ctx.params['renditionId'] ?? '');
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

function listenerOf(ctx: DeskContext): Listener {
  return { mayHearMasters: true, mayHearProtected: mayDo(ctx, 'desk.spots.hear-protected') };
}

/** The view in French, and which of its recordings this person may hear as they were sent. */
function told(ctx: DeskContext, view: SpotOverview) {
  return {
    ...view,
    versions: view.versions.map((version) => versionOnWire(ctx, view.spot, version)),
    holds: view.holds.map((hold) => ({ ...hold, sentences: hold.reasons.map(holdSentence) })),
  };
}

/** What was measured of a voice is for whoever may hear it; what to mend in it, for whoever may send it again. */
function versionOnWire<Version extends SpotVersion>(
  ctx: DeskContext,
  spot: SpotOverview['spot'],
  version: Version,
) {
  const mayHear = mayHearMaster(spot, version, listenerOf(ctx));
  const isProtectedSound = isSensitive(spot, version);
  return {
    ...version,
    measurement: mayHear ? version.measurement : null,
    mayBeHeard: mayHear && !isProtectedSound && mayDo(ctx, 'desk.spots.hear-master'),
    isSensitive: isProtectedSound,
    mayHear,
    sentences: verdictSentences(version),
  };
}

function verdictSentences(version: SpotVersion): readonly string[] {
  return (version.verdict?.reasons ?? []).map(verdictSentence);
}
