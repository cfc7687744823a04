import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import { CHOSEN_RECALL_REASONS, RECALL_REASONS } from '../../domain/delivery';
import {
  acknowledgeNotice,
  approveUrgent,
  chooseDigests,
  endNotice,
  raiseUrgent,
  readAlerts,
  readMailView,
  recallSpot,
} from '../../use-cases/alerts';
import { recallRefusalSentence, urgentRefusalSentence } from '../../wording/alerts';
import { notTakenDownSentence } from '../../wording/consent';
import { answer, personOf, readBody, refuseDesk, refuseUnknown, type DeskRoute } from './route';

const MAXIMUM_STATIONS = 1000;

const urgentBody = z.object({
  spotCode: z.string(),
  stationCodes: z.array(z.string()).max(MAXIMUM_STATIONS),
  reason: z.string().max(2000),
  endsAt: z.iso.datetime({ offset: true }),
});

const recallBody = z.object({
  reason: z.enum(RECALL_REASONS).refine((reason) => CHOSEN_RECALL_REASONS.includes(reason)),
  note: z.string().max(2000).default(''),
  withPosts: z.boolean().default(false),
});

const acknowledgementBody = z.object({ stationCode: z.string() });
const mailBody = z.object({ isOn: z.boolean() });

const UNKNOWN_ALERT = 'Cette alerte n’existe pas.';

const APPROVE_REFUSALS = {
  'already-approved': 'Ce message urgent est déjà approuvé.',
  'same-person':
    'Vous avez lancé ce message urgent : une seconde personne doit l’approuver. Prévenez un collègue.',
  over: 'Ce message urgent est terminé. Lancez-en un autre s’il le faut encore.',
} as const;

/** Urgent messages, recalls, and who answered. */
export function alertRoutes(ports: Ports): readonly DeskRoute[] {
  return [
    {
      method: 'GET',
      path: '/alerts',
      action: 'desk.alerts.read',
      handler: async (ctx) => {
        const person = personOf(ctx);
        const alerts = await readAlerts(ports);
        const mail = await readMailView(ports, person);
        const { timeZone } = await ports.content.campaign();
        const now = ports.system.now();
        answer(ctx, 200, { data: { person, timeZone, now, alerts, mail } });
      },
    },
    {
      method: 'POST',
      path: '/alerts/urgent',
      action: 'desk.alerts.decide',
      handler: async (ctx) => {
        const asked = readBody(ctx, urgentBody);
        if (asked === null) return;
        const raised = await raiseUrgent(ports, {
          ...asked,
          endsAt: new Date(asked.endsAt),
          by: personOf(ctx),
        });
        if (raised.kind === 'waiting') answer(ctx, 201, { data: raised.notice });
        else {
          const isTwice = raised.refusals.some(({ kind }) => kind === 'already-urgent');
          const sentences = raised.refusals.map(urgentRefusalSentence);
          refuseDesk(ctx, isTwice ? 409 : 422, sentences, raised.refusals);
        }
      },
    },
    {
      method: 'POST',
      path: '/alerts/:noticeId/approve',
      action: 'desk.alerts.decide',
      handler: async (ctx) => {
        const noticeId = ctx.params['noticeId'] ?? '';
        const approved = await approveUrgent(ports, { noticeId, by: personOf(ctx) });
        if (approved.kind === 'approved') {
          answer(ctx, 200, { data: await ports.notices.byId(noticeId) });
        } else if (approved.kind === 'refused') {
          const sentences = approved.refusals.map(urgentRefusalSentence);
          refuseDesk(ctx, 422, sentences, approved.refusals);
        } else if (approved.kind === 'not-found') refuseUnknown(ctx, UNKNOWN_ALERT);
        else refuseDesk(ctx, 409, [APPROVE_REFUSALS[approved.kind]]);
      },
    },
    {
      method: 'POST',
      path: '/alerts/:noticeId/end',
      action: 'desk.alerts.decide',
      handler: async (ctx) => {
        const noticeId = ctx.params['noticeId'] ?? '';
        const { kind } = await endNotice(ports, { noticeId, by: personOf(ctx) });
        if (kind === 'not-found') refuseUnknown(ctx, UNKNOWN_ALERT);
        else if (kind === 'already-ended')
          refuseDesk(ctx, 409, ['Cette alerte est déjà terminée.']);
        else answer(ctx, 200, { data: await ports.notices.byId(noticeId) });
      },
    },
    {
      method: 'POST',
      path: '/alerts/:noticeId/acknowledgements',
      action: 'desk.alerts.acknowledge',
      handler: async (ctx) => {
        const said = readBody(ctx, acknowledgementBody);
        if (said === null) return;
        const noticeId = ctx.params['noticeId'] ?? '';
        const { kind } = await acknowledgeNotice(ports, { noticeId, ...said, by: personOf(ctx) });
        if (kind === 'not-found') {
          refuseUnknown(ctx, 'Cette alerte n’existe pas, ou ne concerne pas cette radio.');
        } else if (kind === 'over') {
          refuseDesk(ctx, 409, ['Cette alerte est terminée : il n’y a plus rien à noter.']);
        } else answer(ctx, kind === 'acknowledged' ? 201 : 200, { data: { noticeId, ...said } });
      },
    },
    {
      method: 'POST',
      path: '/alerts/mail',
      action: 'desk.alerts.read',
      handler: async (ctx) => {
        const choice = readBody(ctx, mailBody);
        if (choice === null) return;
        const person = personOf(ctx);
        await chooseDigests(ports, { person, ...choice });
        answer(ctx, 200, { data: await readMailView(ports, person) });
      },
    },
    {
      method: 'POST',
      path: '/alerts/mails/:mailId/release',
      action: 'desk.alerts.decide',
      handler: async (ctx) => {
        const mailId = ctx.params['mailId'] ?? '';
        const isKnown = (await ports.nudgeMails.byId(mailId)) !== null;
        if (!isKnown) refuseUnknown(ctx, 'Cet e-mail n’existe pas.');
        else if (await ports.nudgeMails.release(mailId)) {
          answer(ctx, 200, { data: await readMailView(ports, personOf(ctx)) });
        } else refuseDesk(ctx, 409, ['On sait déjà ce que cet e-mail est devenu.']);
      },
    },
    {
      method: 'POST',
      path: '/spots/:spotCode/recall',
      action: 'desk.alerts.decide',
      handler: async (ctx) => {
        const asked = readBody(ctx, recallBody);
        if (asked === null) return;
        const spotCode = ctx.params['spotCode'] ?? '';
        const recalled = await recallSpot(ports, { ...asked, spotCode, by: personOf(ctx) });
        if (recalled.kind === 'refused') {
          const isUnknown = recalled.refusals.some(({ kind }) => kind === 'unknown-spot');
          const sentences = recalled.refusals.map(recallRefusalSentence);
          refuseDesk(ctx, isUnknown ? 404 : 422, sentences, recalled.refusals);
          return;
        }
        const { notice, cancelledSlots, notTakenBack } = recalled;
        const sentences = notTakenBack > 0 ? [notTakenDownSentence(notTakenBack)] : [];
        const status = recalled.kind === 'recalled' ? 201 : 200;
        answer(ctx, status, { data: { notice, cancelledSlots, notTakenBack, sentences } });
      },
    },
  ];
}
