import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import {
  HEARD_ON,
  RUMOUR_KINDS,
  RUMOUR_RISKS,
  type Rumour,
  type RumourRefusal,
} from '../../domain/outreach';
import { LANGUAGES, SOURCE_LANGUAGE, type Result } from '../../domain/shared';
import {
  answerRumour,
  hearAgain,
  noteRumour,
  readRumours,
  verifyRumour,
} from '../../use-cases/outreach';
import { rumourRefusalSentence } from '../../wording/rumours';
import { answer, personOf, readBody, refuseDesk, type DeskContext, type DeskRoute } from './route';

const hearing = { day: z.string(), heardOn: z.enum(HEARD_ON), zoneCode: z.string().nullable() };
const hearingBody = z.strictObject(hearing);
// Strict: a field for a person, sent by whatever program, is refused rather than dropped.
const noteBody = z.strictObject({
  kind: z.enum(RUMOUR_KINDS),
  text: z.string(),
  language: z.enum(LANGUAGES),
  risk: z.enum(RUMOUR_RISKS),
  ...hearing,
});
const verifyBody = z.strictObject({ risk: z.enum(RUMOUR_RISKS) });
const answerBody = z.strictObject({
  text: z.string(),
  source: z.string(),
  messageCode: z.string().nullable(),
  spotCode: z.string().nullable(),
});

/** Rumours and questions: what is heard, whether it is verified, its answer, and whether that was aired. */
export function rumourRoutes(ports: Ports): readonly DeskRoute[] {
  return [
    {
      method: 'GET',
      path: '/rumours',
      action: 'desk.rumours.read',
      handler: async (ctx) => {
        const [rumours, zones, messages, spots] = await Promise.all([
          readRumours(ports),
          ports.content.zones(),
          ports.content.messages(),
          ports.content.spots(),
        ]);
        answer(ctx, 200, {
          data: {
            rumours,
            zones: zones.map(({ code, name }) => ({ code, name })),
            messages: messages.map(({ code, translations }) => ({
              code,
              title: translations[SOURCE_LANGUAGE]?.title ?? code,
            })),
            spots: spots.map(({ code, title }) => ({ code, title })),
          },
        });
      },
    },
    {
      method: 'POST',
      path: '/rumours',
      action: 'desk.rumours.note',
      handler: async (ctx) => {
        const body = readBody(ctx, noteBody);
        if (body === null) return;
        const { day, heardOn, zoneCode, ...draft } = body;
        const heard = { day, heardOn, zoneCode };
        tell(ctx, await noteRumour(ports, draft, heard, personOf(ctx)), 201);
      },
    },
    {
      method: 'POST',
      path: '/rumours/:rumourId/hearings',
      action: 'desk.rumours.note',
      handler: async (ctx) => {
        const body = readBody(ctx, hearingBody);
        if (body !== null) tell(ctx, await hearAgain(ports, idOf(ctx), body, personOf(ctx)), 201);
      },
    },
    {
      method: 'POST',
      path: '/rumours/:rumourId/verify',
      action: 'desk.rumours.answer',
      handler: async (ctx) => {
        const body = readBody(ctx, verifyBody);
        if (body === null) return;
        tell(ctx, await verifyRumour(ports, idOf(ctx), body.risk, personOf(ctx)), 200);
      },
    },
    {
      method: 'POST',
      path: '/rumours/:rumourId/answer',
      action: 'desk.rumours.answer',
      handler: async (ctx) => {
        const body = readBody(ctx, answerBody);
        if (body !== null)
          tell(ctx, await answerRumour(ports, idOf(ctx), body, personOf(ctx)), 200);
      },
    },
  ];
}

function idOf(ctx: DeskContext): string {
  return ctx.params['rumourId'] ?? '';
}

const STATUS: Readonly<Partial<Record<RumourRefusal['kind'], number>>> = {
  'rumour-not-found': 404,
  'wrong-state': 409,
  'changed-meanwhile': 409,
};

function tell(ctx: DeskContext, told: Result<Rumour, RumourRefusal>, status: number): void {
  if (told.ok) {
    answer(ctx, status, { data: { id: told.value.id, revision: told.value.revision } });
    return;
  }
  const [first] = told.refusals;
  refuseDesk(
    ctx,
    STATUS[first.kind] ?? 422,
    told.refusals.map(rumourRefusalSentence),
    told.refusals,
  );
}
