import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import type { FlightTerms } from '../../domain/broadcast';
import { LANGUAGES } from '../../domain/shared';
import {
  previewFlight,
  readFlights,
  saveFlight,
  stopFlight,
  type FlightAnswerRefusal,
  type FlightPreview,
  type FlightSaved,
} from '../../use-cases/broadcast';
import { contractNoteSentence } from '../../wording/contracts';
import { conflictSentence, flightRefusalSentence } from '../../wording/flights';
import { answer, personOf, readBody, refuseDesk, type DeskContext, type DeskRoute } from './route';

const texts = (maximum: number) => z.array(z.string().max(100)).max(maximum);

const termsBody = z.object({
  name: z.string().max(1000),
  spotCodes: texts(1000),
  stationCodes: texts(10_000),
  from: z.string().max(20),
  to: z.string().max(20),
  weekdays: z.array(z.number()).max(100),
  dayparts: z.array(z.object({ from: z.string().max(20), to: z.string().max(20) })).max(100),
  timesADay: z.number(),
  windowMinutes: z.number(),
  languageShares: z.partialRecord(z.enum(LANGUAGES), z.number()),
  separationMinutes: z.number(),
  capADay: z.number(),
  priority: z.number(),
});

const previewBody = z.object({ flightId: z.string().nullable(), terms: termsBody });
const planBody = z.object({ revision: z.number().int().positive(), terms: termsBody });

const UNKNOWN = flightRefusalSentence({ kind: 'unknown-flight' });
const CHANGED =
  'Quelqu’un a changé cette vague ou une de ses diffusions en même temps. Rechargez la page et vérifiez l’aperçu.';

function refuseFlight(ctx: DeskContext, refusals: readonly FlightAnswerRefusal[]): void {
  const isUnknown = refusals.some(({ kind }) => kind === 'unknown-flight');
  refuseDesk(ctx, isUnknown ? 404 : 422, refusals.map(flightRefusalSentence), refusals);
}

function inWords(preview: FlightPreview) {
  return {
    ...preview,
    conflicts: preview.conflicts.map((conflict) => ({
      ...conflict,
      sentence: conflictSentence(conflict),
    })),
    contractNotes: preview.contractNotes.map(contractNoteSentence),
  };
}

function answerSaved(ctx: DeskContext, saved: FlightSaved, status: number): void {
  if (saved.kind === 'saved') answer(ctx, status, { data: saved });
  else if (saved.kind === 'refused') refuseFlight(ctx, saved.refusals);
  else refuseDesk(ctx, 409, [CHANGED]);
}

/** Flights: what they would plan, planning them, planning them again, ending them. */
export function flightRoutes(ports: Ports): readonly DeskRoute[] {
  const save = async (
    ctx: DeskContext,
    flight: { readonly id: string; readonly revision: number } | null,
    terms: FlightTerms,
  ) => {
    const saved = await saveFlight(ports, { flight, terms, by: personOf(ctx) });
    answerSaved(ctx, saved, flight === null ? 201 : 200);
  };
  return [
    {
      method: 'GET',
      path: '/flights',
      action: 'desk.broadcast.read',
      handler: async (ctx) => answer(ctx, 200, { data: await readFlights(ports) }),
    },
    {
      method: 'POST',
      path: '/flights/preview',
      action: 'desk.broadcast.plan',
      handler: async (ctx) => {
        const asked = readBody(ctx, previewBody);
        if (asked === null) return;
        const previewed = await previewFlight(ports, asked);
        if (previewed.kind === 'refused') refuseFlight(ctx, previewed.refusals);
        else answer(ctx, 200, { data: inWords(previewed.preview) });
      },
    },
    {
      method: 'POST',
      path: '/flights',
      action: 'desk.broadcast.plan',
      handler: async (ctx) => {
        const terms = readBody(ctx, termsBody);
        if (terms !== null) await save(ctx, null, terms);
      },
    },
    {
      method: 'POST',
      path: '/flights/:flightId/plan',
      action: 'desk.broadcast.plan',
      handler: async (ctx) => {
        const asked = readBody(ctx, planBody);
        if (asked === null) return;
        const id = ctx.params['flightId'] ?? '';
        await save(ctx, { id, revision: asked.revision }, asked.terms);
      },
    },
    {
      method: 'POST',
      path: '/flights/:flightId/stop',
      action: 'desk.broadcast.plan',
      handler: async (ctx) => {
        const flightId = ctx.params['flightId'] ?? '';
        const stopped = await stopFlight(ports, { flightId, by: personOf(ctx) });
        if (stopped.kind === 'stopped') answer(ctx, 200, { data: stopped });
        else if (stopped.kind === 'not-found') refuseDesk(ctx, 404, [UNKNOWN]);
        else if (stopped.kind === 'changed-meanwhile') refuseDesk(ctx, 409, [CHANGED]);
        else refuseDesk(ctx, 409, ['Cette vague est déjà arrêtée.']);
      },
    },
  ];
}
