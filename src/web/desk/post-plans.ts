import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import { dayInZone, instantInZone, isCalendarDay, isClockTime } from '../../domain/shared';
import {
  attachFilm,
  movePost,
  readCalendar,
  readChoices,
  readFilms,
  readPosts,
} from '../../use-cases/social';
import { HOUR_SKIPPED, postRefusalSentence } from '../../wording/social';
import { postsCsv, type ExportedPart } from '../../wording/social-csv';
import {
  answer,
  mayDo,
  personOf,
  readBody,
  refuseDesk,
  type DeskContext,
  type DeskRoute,
} from './route';

const moveBody = z.object({
  day: z.string().refine(isCalendarDay),
  time: z.string().refine(isClockTime),
});

const filmBody = z.object({ audiogramId: z.string().max(64).nullable() });

/** Planning of posts: the calendar, the queue, a move to another time, a film of a spot, the table for the donor. */
export function postPlanRoutes(ports: Ports, wakeWorkers: () => void): readonly DeskRoute[] {
  return [
    {
      method: 'GET',
      path: '/posts/calendar',
      action: 'desk.posts.read',
      handler: async (ctx) => answer(ctx, 200, { data: await readCalendar(ports) }),
    },
    {
      method: 'GET',
      path: '/posts/table',
      action: 'desk.posts.read',
      handler: (ctx) => sendTable(ctx, ports),
    },
    {
      method: 'GET',
      path: '/posts/choices',
      action: 'desk.posts.plan',
      handler: async (ctx) => {
        const mayUseEvery = mayDo(ctx, 'desk.accounts.manage');
        answer(ctx, 200, { data: await readChoices(ports, personOf(ctx), mayUseEvery) });
      },
    },
    {
      method: 'GET',
      path: '/posts/films',
      action: 'desk.posts.plan',
      handler: async (ctx) => answer(ctx, 200, { data: await readFilms(ports) }),
    },
    {
      method: 'POST',
      path: '/posts/:postCode/film',
      action: 'desk.posts.plan',
      handler: async (ctx) => {
        const body = readBody(ctx, filmBody);
        if (body === null) return;
        const asked = { ...body, postCode: ctx.params['postCode'] ?? '', by: personOf(ctx) };
        const attached = await attachFilm(ports, asked);
        if (attached.ok) answer(ctx, 200, { data: attached.value });
        else await refusePost(ctx, ports, attached.refusals);
      },
    },
    {
      method: 'POST',
      path: '/posts/:postCode/move',
      action: 'desk.posts.plan',
      handler: async (ctx) => {
        const body = readBody(ctx, moveBody);
        if (body === null) return;
        const { timeZone } = await ports.content.campaign();
        const dueAt = instantInZone(body.day, body.time, timeZone);
        if (dueAt === null) {
          refuseDesk(ctx, 422, [HOUR_SKIPPED]);
          return;
        }
        const moved = await movePost(ports, {
          postCode: ctx.params['postCode'] ?? '',
          dueAt,
          by: personOf(ctx),
          mayApprove: mayDo(ctx, 'desk.posts.approve'),
        });
        if (!moved.ok) {
          await refusePost(ctx, ports, moved.refusals);
          return;
        }
        wakeWorkers();
        answer(ctx, 200, { data: moved.value });
      },
    },
  ];
}

async function refusePost(
  ctx: DeskContext,
  ports: Ports,
  refusals: readonly Parameters<typeof postRefusalSentence>[0][],
): Promise<void> {
  const { timeZone } = await ports.content.campaign();
  const kind = refusals[0]?.kind;
  const status = kind === 'post-not-found' ? 404 : kind === 'changed-meanwhile' ? 409 : 422;
  refuseDesk(
    ctx,
    status,
    refusals.map((refusal) => postRefusalSentence(refusal, timeZone)),
    refusals,
  );
}

async function sendTable(ctx: DeskContext, ports: Ports): Promise<void> {
  const { timeZone } = await ports.content.campaign();
  const parts = (await readPosts(ports)).flatMap(({ post, deliveries }): ExportedPart[] =>
    deliveries.length === 0
      ? [{ post, delivery: null }]
      : deliveries.map(({ delivery }) => ({ post, delivery })),
  );
  const day = dayInZone(ports.system.now(), timeZone);
  ctx.status = 200;
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Content-Type', 'text/csv; charset=utf-8');
  ctx.set('Content-Disposition', `attachment; filename="publications-${day}.csv"`);
  ctx.body = postsCsv(parts, timeZone);
}
