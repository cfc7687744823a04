import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import { makeGood, moveSlot, readMakeGood } from '../../use-cases/broadcast';
import { contractNoteSentence } from '../../wording/contracts';
import { makeGoodRefusalSentence, moveRefusalSentence } from '../../wording/flights';
import { answer, personOf, readBody, refuseDesk, type DeskRoute } from './route';

const moveBody = z.object({
  day: z.string().max(20),
  time: z.string().max(20),
  stationCode: z.string().max(20).optional(),
});

const NOT_THERE = {
  'not-found': [404, 'Cette diffusion n’existe pas.'],
  gone: [409, 'Le spot ou la radio de cette diffusion a été supprimé : elle ne peut plus changer.'],
} as const;

/** Moving one slot, and making good a missed one. */
export function slotChangeRoutes(ports: Ports): readonly DeskRoute[] {
  return [
    {
      method: 'POST',
      path: '/broadcast/slots/:slotId/move',
      action: 'desk.broadcast.plan',
      handler: async (ctx) => {
        const asked = readBody(ctx, moveBody);
        if (asked === null) return;
        const slotId = ctx.params['slotId'] ?? '';
        const moved = await moveSlot(ports, { ...asked, slotId, by: personOf(ctx) });
        if (moved.kind === 'moved') {
          const contractNotes = moved.contractNotes.map(contractNoteSentence);
          answer(ctx, 201, { data: { ...moved.slot, contractNotes } });
        } else if (moved.kind === 'refused') {
          refuseDesk(ctx, 422, moved.refusals.map(moveRefusalSentence), moved.refusals);
        } else {
          const [status, sentence] = NOT_THERE[moved.kind];
          refuseDesk(ctx, status, [sentence]);
        }
      },
    },
    {
      method: 'GET',
      path: '/broadcast/slots/:slotId/make-good',
      action: 'desk.broadcast.plan',
      handler: async (ctx) => {
        const found = await readMakeGood(ports, ctx.params['slotId'] ?? '');
        if (found.kind === 'proposed') {
          answer(ctx, 200, { data: found.plan });
        } else if (found.kind === 'refused') {
          refuseDesk(ctx, 422, found.refusals.map(makeGoodRefusalSentence), found.refusals);
        } else {
          const [status, sentence] = NOT_THERE[found.kind];
          refuseDesk(ctx, status, [sentence]);
        }
      },
    },
    {
      method: 'POST',
      path: '/broadcast/slots/:slotId/make-good',
      action: 'desk.broadcast.plan',
      handler: async (ctx) => {
        const slotId = ctx.params['slotId'] ?? '';
        const made = await makeGood(ports, { slotId, by: personOf(ctx) });
        if (made.kind === 'planned') {
          answer(ctx, 201, { data: made.slot });
        } else if (made.kind === 'refused') {
          refuseDesk(ctx, 422, made.refusals.map(makeGoodRefusalSentence), made.refusals);
        } else {
          const [status, sentence] = NOT_THERE[made.kind];
          refuseDesk(ctx, status, [sentence]);
        }
      },
    },
  ];
}
