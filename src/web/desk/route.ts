import type { z } from 'zod';

import type { DeskAction } from '../../domain/people';
import type { WebContext } from '../shared';

/** A request of a signed-in person whose role allows the route's action. */
export type DeskContext = WebContext & {
  /** False where the route answers by itself, past the framework. */
  respond?: boolean;
  readonly state: {
    readonly user?: { readonly id: number | string };
    /** What the person's role allows; Strapi puts it there when it signs the request in. */
    readonly userAbility?: { can(action: string): boolean };
  };
};

/** A route of the desk. There is none without an action: signed in is not enough. */
export type DeskRoute = {
  /** A GET answers HEAD too. */
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/desk`. */
  readonly path: string;
  readonly action: DeskAction;
  readonly handler: (ctx: DeskContext) => Promise<void>;
};

/** Who asks, as the journal and the stores name people: `user:<id>`. */
export function personOf(ctx: DeskContext): string {
  return `user:${ctx.state.user?.id ?? 'unknown'}`;
}

/** Whether the person's role allows another action than the route's own. */
export function mayDo(ctx: DeskContext, action: DeskAction): boolean {
  return ctx.state.userAbility?.can(`api::${action}`) === true;
}

/** Answers JSON that no cache keeps. */
export function answer(ctx: DeskContext, status: number, body: unknown): void {
  ctx.status = status;
  ctx.set('Cache-Control', 'no-store');
  ctx.body = body;
}

/**
 * Refuses in the form in which Strapi refuses, so that the admin shows the sentence. Several reasons are told together
 * and also one by one.
 */
export function refuseDesk(
  ctx: DeskContext,
  status: number,
  sentences: readonly string[],
  reasons: readonly unknown[] = [],
): void {
  answer(ctx, status, refusalBody(status, sentences, reasons));
}

/** The body of a refusal, for a route that answers by itself. */
export function refusalBody(
  status: number,
  sentences: readonly string[],
  reasons: readonly unknown[] = [],
) {
  const message = sentences.join(' ');
  return {
    data: null,
    error: { status, name: NAMES[status] ?? 'Error', message, details: { sentences, reasons } },
  };
}

const NAMES: Readonly<Record<number, string>> = {
  400: 'ValidationError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
  412: 'PreconditionFailedError',
  413: 'PayloadTooLargeError',
  422: 'UnprocessableEntityError',
  503: 'ServiceUnavailableError',
};

export function refuseUnknown(ctx: DeskContext, sentence: string): void {
  refuseDesk(ctx, 404, [sentence]);
}

/** Reads a JSON body; answers 400 in French and null when it is not what the route asks for. */
export function readBody<Schema extends z.ZodType>(
  ctx: DeskContext,
  schema: Schema,
): z.output<Schema> | null {
  const parsed = schema.safeParse(ctx.request.body ?? {});
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'la demande');
  refuseDesk(
    ctx,
    400,
    [
      `Champ manquant ou mal rempli : ${[...new Set(fields)].join(', ')}. Corrigez-le et recommencez.`,
    ],
    parsed.error.issues.map(({ path, code }) => ({ path: path.join('.'), code })),
  );
  return null;
}
