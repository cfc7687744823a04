import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import { AIRING_OUTCOMES, MISSED_REASONS } from '../../domain/broadcast';
import { addDays, dayInZone, isCalendarDay } from '../../domain/shared';
import { cancelSlot, confirmAiring, planSlots, readPlannerWeek } from '../../use-cases/broadcast';
import { airingRefusalSentence, slotRefusalSentence } from '../../wording/broadcast';
import { contractNoteSentence } from '../../wording/contracts';
import { queryValue } from '../shared';
import { answer, personOf, readBody, refuseDesk, refuseUnknown, type DeskRoute } from './route';

const DEFAULT_DAYS_SHOWN = 7;
const MAXIMUM_DAYS_SHOWN = 62;

const planBody = z.object({
  spotCode: z.string(),
  stationCodes: z.array(z.string()).max(1000),
  days: z.array(z.string()).max(1000),
  times: z.array(z.string()).max(100),
  windowMinutes: z.number().int(),
});

const confirmationBody = z.object({
  outcome: z.enum(AIRING_OUTCOMES).exclude(['unplanned']),
  airedTime: z.string().optional(),
  missedReason: z.enum(MISSED_REASONS).optional(),
  idempotencyKey: z.string(),
});

const CANCEL_REFUSALS = {
  'not-found': [404, 'Cette diffusion n’existe pas.'],
  'already-cancelled': [409, 'Cette diffusion est déjà annulée.'],
  'already-confirmed': [
    409,
    'La radio a déjà répondu pour cette diffusion : elle reste dans le registre.',
  ],
} as const;

/** Planning of broadcasts, and what stations said by telephone. */
export function broadcastRoutes(ports: Ports): readonly DeskRoute[] {
  return [
    {
      method: 'GET',
      path: '/broadcast/week',
      action: 'desk.broadcast.read',
      handler: async (ctx) => {
        const { timeZone } = await ports.content.campaign();
        const today = dayInZone(ports.system.now(), timeZone);
        const from = queryValue(ctx, 'from') ?? today;
        const to = queryValue(ctx, 'to') ?? addDays(today, DEFAULT_DAYS_SHOWN);
        const isRange = isCalendarDay(from) && isCalendarDay(to) && from <= to;
        if (!isRange || to > addDays(from, MAXIMUM_DAYS_SHOWN)) {
          refuseDesk(ctx, 400, [
            `Donnez un premier et un dernier jour (AAAA-MM-JJ), ${MAXIMUM_DAYS_SHOWN} jours au plus.`,
          ]);
          return;
        }
        const rows = await readPlannerWeek(ports, { from, to });
        answer(ctx, 200, { data: { from, to, today, rows } });
      },
    },
    {
      method: 'POST',
      path: '/broadcast/slots',
      action: 'desk.broadcast.plan',
      handler: async (ctx) => {
        const asked = readBody(ctx, planBody);
        if (asked === null) return;
        const planned = await planSlots(ports, { ...asked, by: personOf(ctx) });
        if (planned.kind === 'refused') {
          refuseDesk(ctx, 422, planned.refusals.map(slotRefusalSentence), planned.refusals);
          return;
        }
        const contractNotes = planned.contractNotes.map(contractNoteSentence);
        answer(ctx, 201, { data: { ...planned, contractNotes } });
      },
    },
    {
      method: 'POST',
      path: '/broadcast/slots/:slotId/cancel',
      action: 'desk.broadcast.plan',
      handler: async (ctx) => {
        const slotId = ctx.params['slotId'] ?? '';
        const { kind } = await cancelSlot(ports, { slotId, by: personOf(ctx) });
        if (kind === 'cancelled') {
          answer(ctx, 200, { data: { slotId, state: kind } });
          return;
        }
        const [status, sentence] = CANCEL_REFUSALS[kind];
        refuseDesk(ctx, status, [sentence]);
      },
    },
    {
      method: 'POST',
      path: '/broadcast/slots/:slotId/confirmation',
      action: 'desk.broadcast.confirm',
      handler: async (ctx) => {
        const said = readBody(ctx, confirmationBody);
        if (said === null) return;
        const slotId = ctx.params['slotId'] ?? '';
        const slot = await ports.slots.byId(slotId);
        if (slot === null) {
          refuseUnknown(ctx, 'Cette diffusion n’existe pas.');
          return;
        }
        const by = personOf(ctx);
        const { stationCode } = slot;
        const confirmed = await confirmAiring(ports, {
          ...said,
          slotId,
          stationCode,
          saidBy: by,
          evidence: 'telephone',
        });
        if (confirmed.kind === 'recorded') {
          answer(ctx, 201, { data: confirmed.airing });
        } else if (confirmed.kind === 'refused') {
          refuseDesk(ctx, 422, confirmed.refusals.map(airingRefusalSentence), confirmed.refusals);
        } else if (confirmed.kind === 'not-found') {
          refuseUnknown(ctx, 'Cette diffusion n’existe pas.');
        } else {
          refuseDesk(ctx, 409, [
            'Quelqu’un corrige la même diffusion en ce moment. Rechargez la page et recommencez.',
          ]);
        }
      },
    },
  ];
}
