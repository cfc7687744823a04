import type { IncomingMessage } from 'node:http';

import { errors } from '@strapi/utils';

import { TOO_LARGE_REQUEST, UNREADABLE_REQUEST } from '../wording/platform';

type Context = { readonly req: IncomingMessage };

/**
 * Around the body parser: a body that cannot be read is the sender's mistake, said in French, and no accident of ours.
 * The parser tells it in three ways: a status (JSON, forms), a code of its own (multipart), or a bare error.
 */
export default () =>
  async ({ req }: Context, next: () => Promise<void>): Promise<void> => {
    try {
      await next();
    } catch (error) {
      const kind = kindOf(error);
      if (kind === 'too-large') throw new errors.PayloadTooLargeError(TOO_LARGE_REQUEST);
      if (kind === 'unreadable') throw new errors.ValidationError(UNREADABLE_REQUEST);
      throw error;
    } finally {
      // A parser that gave up stops reading: the sender would wait for us, and never hear why.
      if (!req.complete) req.resume();
    }
  };

function kindOf(error: unknown): 'too-large' | 'unreadable' | null {
  if (!(error instanceof Error)) return null;
  const { status, httpCode, body, type } = error as Error & Readonly<Record<string, unknown>>;
  if (httpCode === 413 || type === 'entity.too.large') return 'too-large';
  const isJson = error instanceof SyntaxError && status === 400 && body !== undefined;
  const isEncoding = type === 'encoding.unsupported' || type === 'request.size.invalid';
  const isMultipart =
    httpCode === 400 || /^MultipartParser|no multipart boundary$/.test(error.message);
  return isJson || isEncoding || isMultipart ? 'unreadable' : null;
}
