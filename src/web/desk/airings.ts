import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import { MISSED_REASONS } from '../../domain/broadcast';
import { isCalendarDay } from '../../domain/shared';
import {
  attachRecording,
  confirmDayExcept,
  findRecording,
  readDay,
  readRecordings,
  removeRecording,
  type RecordedAiring,
} from '../../use-cases/broadcast';
import { dayConfirmedSentence, recordingRefusalSentence } from '../../wording/airings';
import { airingRefusalSentence } from '../../wording/broadcast';
import { holdSentence } from '../../wording/consent';
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
import { uploadedFile } from './uploaded-file';

const dayBody = z.object({
  idempotencyKey: z.string(),
  exceptions: z
    .array(z.object({ slotId: z.string(), missedReason: z.enum(MISSED_REASONS) }))
    .max(500)
    .default([]),
});

const NO_DAY = 'Rien n’est prévu ce jour-là pour cette radio.';
const NO_RECORDING = 'Cet enregistrement n’existe pas.';
const SOMEBODY_ELSE =
  'Quelqu’un corrige la même diffusion en ce moment. Rechargez la page et recommencez.';

const RECORDING_STATUS = {
  'not-aired': 409,
  'already-attached': 409,
  'held-back': 409,
  'too-large': 413,
  empty: 422,
  unusable: 422,
} as const;

const SMS_SHOWN = 50;
const STRANGERS_DAYS = 30;

/** Whole days confirmed by telephone, recordings of what was aired, and text messages that came. */
export function airingRoutes(ports: Ports): readonly DeskRoute[] {
  return [
    {
      method: 'GET',
      path: '/broadcast/days/:stationCode/:day',
      action: 'desk.broadcast.read',
      handler: (ctx) => showDay(ctx, ports),
    },
    {
      method: 'POST',
      path: '/broadcast/days/:stationCode/:day/confirmation',
      action: 'desk.broadcast.confirm',
      handler: (ctx) => postDay(ctx, ports),
    },
    {
      method: 'POST',
      path: '/broadcast/slots/:slotId/recording',
      action: 'desk.broadcast.confirm',
      handler: (ctx) =>
        postRecording(ctx, ports, { stationCode: null, slotId: ctx.params['slotId'] ?? '' }),
    },
    {
      method: 'POST',
      path: '/airings/:airingId/recording',
      action: 'desk.broadcast.confirm',
      handler: (ctx) =>
        postRecording(ctx, ports, { stationCode: null, airingId: ctx.params['airingId'] ?? '' }),
    },
    {
      method: 'GET',
      path: '/recordings',
      action: 'desk.broadcast.read',
      handler: async (ctx) => {
        const recordings = await readRecordings(ports);
        answer(ctx, 200, {
          data: recordings.map((each) => ({ ...each, sentences: each.holds.map(holdSentence) })),
        });
      },
    },
    {
      method: 'GET',
      path: '/recordings/:recordingId/sound',
      action: 'desk.broadcast.read',
      handler: (ctx) => sendRecording(ctx, ports),
    },
    {
      method: 'POST',
      path: '/recordings/:recordingId/erase',
      action: 'desk.recordings.erase',
      handler: async (ctx) => {
        const recordingId = ctx.params['recordingId'] ?? '';
        const { kind } = await removeRecording(ports, { recordingId, by: personOf(ctx) });
        if (kind === 'not-found') refuseUnknown(ctx, NO_RECORDING);
        else answer(ctx, 200, { data: { recordingId, state: 'erased' } });
      },
    },
    {
      method: 'GET',
      path: '/sms',
      action: 'desk.broadcast.read',
      handler: async (ctx) => {
        const since = new Date(ports.system.now().getTime() - STRANGERS_DAYS * 86_400_000);
        const messages = await ports.smsMessages.recent(SMS_SHOWN);
        answer(ctx, 200, {
          data: {
            gateway: ports.smsGateway.name,
            strangers: await ports.smsMessages.strangersSince(since),
            messages: messages.map(
              ({ id, receivedAt, stationCode, outcome, reply, replyState }) => ({
                id: id.slice(0, 12),
                receivedAt,
                stationCode,
                outcome,
                reply,
                replyState,
              }),
            ),
          },
        });
      },
    },
  ];
}

async function showDay(ctx: DeskContext, ports: Ports): Promise<void> {
  const { stationCode = '', day = '' } = ctx.params;
  if (!isCalendarDay(day)) {
    refuseDesk(ctx, 400, ['Donnez un jour du calendrier (AAAA-MM-JJ).']);
    return;
  }
  const station = await ports.content.stationByCode(stationCode);
  if (station === null) {
    refuseUnknown(ctx, 'Cette radio n’existe pas.');
    return;
  }
  const view = await readDay(ports, stationCode, day);
  const now = ports.system.now();
  answer(ctx, 200, {
    data: {
      stationCode,
      stationName: station.name,
      timeZone: station.timeZone,
      contacts: station.contacts,
      day,
      code: view?.code ?? null,
      lines: (view?.lines ?? []).map((line) => ({
        number: line.number,
        slotId: line.slot.id,
        spotCode: line.spot.code,
        title: line.spot.title,
        language: line.spot.language,
        windowStart: line.slot.windowStart,
        windowEnd: line.slot.windowEnd,
        isBegun: line.slot.windowStart <= now,
        isOver: line.slot.windowEnd <= now,
        isSuspended: line.isSuspended,
        airing: line.airing,
        isRecordingErased: line.isRecordingErased,
      })),
    },
  });
}

/** What a station says of its day on the telephone: the exceptions first, then the rest in one go. */
async function postDay(ctx: DeskContext, ports: Ports): Promise<void> {
  const said = readBody(ctx, dayBody);
  if (said === null) return;
  const { stationCode = '', day = '' } = ctx.params;
  const done = await confirmDayExcept(ports, {
    ...said,
    stationCode,
    day,
    saidBy: personOf(ctx),
    evidence: 'telephone',
  });
  if (done.kind === 'not-found') {
    refuseUnknown(ctx, NO_DAY);
    return;
  }
  if (done.kind === 'try-again') {
    refuseDesk(ctx, 409, [SOMEBODY_ELSE]);
    return;
  }
  if (done.kind === 'refused') {
    refuseDesk(ctx, 422, done.refusals.map(airingRefusalSentence), done.refusals);
    return;
  }
  answer(ctx, 201, { data: { ...done, sentence: dayConfirmedSentence(done) } });
}

async function postRecording(ctx: DeskContext, ports: Ports, of: RecordedAiring): Promise<void> {
  const upload = uploadedFile(ctx);
  if (upload === null) {
    refuseDesk(ctx, 400, ['Aucun fichier n’a été envoyé. Choisissez un son et recommencez.']);
    return;
  }
  try {
    const attached = await attachRecording(ports, {
      of,
      content: upload.content,
      by: personOf(ctx),
    });
    if (attached.kind === 'attached') {
      const { storageKey: _kept, ...recording } = attached.recording;
      answer(ctx, 201, { data: { recording, airing: attached.airing } });
    } else if (attached.kind === 'not-found') {
      refuseUnknown(ctx, 'Cette diffusion n’existe pas.');
    } else if (attached.kind === 'try-again') {
      refuseDesk(ctx, 409, [SOMEBODY_ELSE]);
    } else {
      const { refusal } = attached;
      refuseDesk(
        ctx,
        RECORDING_STATUS[refusal.kind],
        [recordingRefusalSentence(refusal)],
        [refusal],
      );
    }
  } finally {
    await upload.dispose();
  }
}

async function sendRecording(ctx: DeskContext, ports: Ports): Promise<void> {
  const found = await findRecording(ports, ctx.params['recordingId'] ?? '');
  if (found.kind === 'held-back') {
    refuseDesk(ctx, 403, [
      'Cet enregistrement ne s’écoute plus.',
      ...found.reasons.map(holdSentence),
    ]);
    return;
  }
  if (found.kind !== 'file') {
    refuseUnknown(ctx, found.kind === 'erased' ? 'Cet enregistrement a été effacé.' : NO_RECORDING);
    return;
  }
  const { recording } = found;
  const fileName = `antenne-${recording.stationCode}-${recording.spotCode}`;
  const isSent = await sendFile(
    ctx,
    ports.files,
    { ...recording, fileName },
    { asAttachment: false, visibility: 'private' },
  );
  if (!isSent) refuseUnknown(ctx, 'Ce fichier n’est plus là.');
}
