import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import { CHANNELS, SPEAKERS, VOICES } from '../../domain/consent';
import { LANGUAGES } from '../../domain/shared';
import { approveConsent, recordConsent, withdrawConsent } from '../../use-cases/consent';
import { consentRefusalSentence, notTakenDownSentence } from '../../wording/consent';
import { queryValue } from '../shared';
import { answer, personOf, readBody, refuseDesk, refuseUnknown, type DeskRoute } from './route';

const SUBJECT_KINDS = ['spot', 'post'] as const;

const consentBody = z.object({
  subject: z.object({ kind: z.enum(SUBJECT_KINDS), code: z.string() }),
  reference: z.string(),
  speaker: z.enum(SPEAKERS).default('witness'),
  voices: z.enum(VOICES).exclude(['no-real-person']),
  channels: z.array(z.enum(CHANNELS)),
  languages: z.array(z.enum(LANGUAGES)),
  isAidIndependent: z.boolean(),
  hasChildAgreed: z.boolean().default(false),
  hasGuardianAgreed: z.boolean().default(false),
  expiresOn: z.string(),
});

const UNKNOWN_CONSENT = 'Ce consentement n’existe pas.';

/** Consents of the people heard or seen. They hold no name: the form's number leads to the paper. */
export function consentRoutes(ports: Ports): readonly DeskRoute[] {
  return [
    {
      method: 'GET',
      path: '/consents',
      action: 'desk.consents.record',
      handler: async (ctx) => {
        const code = queryValue(ctx, 'code');
        const kind = SUBJECT_KINDS.find((each) => each === queryValue(ctx, 'kind'));
        const consents =
          code !== null && kind !== undefined
            ? await ports.consents.of({ kind, code })
            : await ports.consents.all();
        answer(ctx, 200, { data: consents });
      },
    },
    {
      method: 'POST',
      path: '/consents',
      action: 'desk.consents.record',
      handler: async (ctx) => {
        const draft = readBody(ctx, consentBody);
        if (draft === null) return;
        const recorded = await recordConsent(ports, { ...draft, by: personOf(ctx) });
        if (recorded.kind === 'recorded') answer(ctx, 201, { data: recorded.consent });
        else refuseDesk(ctx, 422, recorded.refusals.map(consentRefusalSentence), recorded.refusals);
      },
    },
    {
      method: 'POST',
      path: '/consents/:consentId/approve',
      action: 'desk.consents.approve',
      handler: async (ctx) => {
        const consentId = ctx.params['consentId'] ?? '';
        const { kind } = await approveConsent(ports, { consentId, by: personOf(ctx) });
        if (kind === 'approved') answer(ctx, 200, { data: await ports.consents.byId(consentId) });
        else if (kind === 'not-found') refuseUnknown(ctx, UNKNOWN_CONSENT);
        else if (kind === 'same-person') {
          refuseDesk(ctx, 409, [
            'Vous avez enregistré ce consentement : une seconde personne doit l’approuver.',
          ]);
        } else refuseDesk(ctx, 409, ['Ce consentement est déjà approuvé ou retiré.']);
      },
    },
    {
      method: 'POST',
      path: '/consents/:consentId/withdraw',
      action: 'desk.consents.record',
      handler: async (ctx) => {
        const consentId = ctx.params['consentId'] ?? '';
        const withdrawn = await withdrawConsent(ports, { consentId, by: personOf(ctx) });
        if (withdrawn.kind === 'not-found') {
          refuseUnknown(ctx, UNKNOWN_CONSENT);
          return;
        }
        const { notTakenBack } = withdrawn;
        const sentences = notTakenBack > 0 ? [notTakenDownSentence(notTakenBack)] : [];
        const consent = await ports.consents.byId(consentId);
        answer(ctx, 200, { data: { ...consent, notTakenBack, sentences } });
      },
    },
  ];
}
