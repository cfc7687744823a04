import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import { LANGUAGES } from '../../domain/shared';
import { readMessages, reviewMessage } from '../../use-cases/messages';
import { reviewRefusalSentence } from '../../wording/messages';
import type { DeskAction } from '../../domain/people';
import { answer, personOf, readBody, refuseDesk, refuseUnknown, type DeskRoute } from './route';

const submitBody = z.object({ language: z.enum(LANGUAGES) });
const reviewBody = z.object({
  language: z.enum(LANGUAGES),
  action: z.enum(['approve', 'return']),
  note: z.string().max(2000).default(''),
});

/** Where each message stands in each language, and its review. The locale guard holds people to their languages. */
export function messageRoutes(ports: Ports): readonly DeskRoute[] {
  const step = (
    path: string,
    action: DeskAction,
    read: (ctx: Parameters<DeskRoute['handler']>[0]) => Step | null,
  ): DeskRoute => ({
    method: 'POST',
    path,
    action,
    handler: async (ctx) => {
      const asked = read(ctx);
      if (asked === null) return;
      const documentId = ctx.params['documentId'] ?? '';
      const reviewed = await reviewMessage(ports, { ...asked, documentId, by: personOf(ctx) });
      if (reviewed.kind === 'moved') answer(ctx, 200, { data: reviewed });
      else if (reviewed.kind === 'not-found') refuseUnknown(ctx, 'Ce message n’existe pas.');
      else refuseDesk(ctx, 422, reviewed.refusals.map(reviewRefusalSentence), reviewed.refusals);
    },
  });
  return [
    {
      method: 'GET',
      path: '/messages',
      action: 'desk.messages.read',
      handler: async (ctx) => {
        answer(ctx, 200, { data: await readMessages(ports) });
      },
    },
    step('/messages/:documentId/submit', 'desk.messages.submit', (ctx) => {
      const body = readBody(ctx, submitBody);
      return body === null ? null : { ...body, action: 'submit', note: '' };
    }),
    step('/messages/:documentId/review', 'desk.messages.review', (ctx) =>
      readBody(ctx, reviewBody),
    ),
  ];
}

type Step = {
  readonly language: (typeof LANGUAGES)[number];
  readonly action: 'submit' | 'approve' | 'return';
  readonly note: string;
};
