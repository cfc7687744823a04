import { setSlimHeaders, french, type WebContext } from '../shared';

/** Answers a program with a status and a French sentence: whoever reads its log knows what to do. */
export function say(ctx: WebContext, status: number, sentence: string): void {
  setSlimHeaders(ctx, 'no-store');
  ctx.status = status;
  ctx.set('Content-Type', 'text/plain; charset=utf-8');
  ctx.body = `${french(sentence)}\n`;
}
