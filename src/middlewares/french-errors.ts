import { frenchOfPlatform } from '../wording/platform';

type Answer = { status: number; body: unknown };
type PlatformError = {
  readonly status: number;
  readonly name: string;
  readonly message: string;
  readonly details?: { readonly errors?: unknown };
};

/** What Strapi says in English, the desk says in French: its sentences go to the screen as they are. */
export default () =>
  async (ctx: Answer, next: () => Promise<void>): Promise<void> => {
    await next();
    if (ctx.status < 400) return;
    if (ctx.status === 405 && !ctx.body) {
      const message = frenchOfPlatform('Method Not Allowed');
      answerWith(ctx, { status: 405, name: 'MethodNotAllowedError', message, details: {} });
      return;
    }
    const error = errorOf(ctx.body);
    if (error !== null) answerWith(ctx, inFrench(error));
  };

/** Setting a body sets the status too: it is said again. */
function answerWith(ctx: Answer, error: PlatformError): void {
  ctx.body = { data: null, error };
  ctx.status = error.status;
}

function inFrench(error: PlatformError): PlatformError {
  const message = frenchOfPlatform(error.message);
  const errors: unknown = error.details?.errors;
  if (!Array.isArray(errors)) return { ...error, message };
  const translated = errors.map((one: unknown) =>
    hasMessage(one) ? { ...one, message: frenchOfPlatform(one.message) } : one,
  );
  return { ...error, message, details: { ...error.details, errors: translated } };
}

function errorOf(body: unknown): PlatformError | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  return hasMessage(error) && 'status' in error ? (error as PlatformError) : null;
}

function hasMessage(value: unknown): value is { readonly message: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'message' in value &&
    typeof value.message === 'string'
  );
}
