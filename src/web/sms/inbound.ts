import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import { receiveSms, sendReply } from '../../use-cases/broadcast';
import { smsReply } from '../../wording/sms';
import type { Report, WebContext, WebRoute } from '../shared';
import { checkSignature, MINIMUM_SECRET_LETTERS } from './signature';

/** One message is a few hundred bytes. */
const MAXIMUM_BYTES = 8 * 1024;

const messageBody = z.object({
  id: z.string().min(1).max(200),
  from: z.string().min(3).max(40),
  text: z.string().max(2000),
});

const CLOSED =
  'La porte des SMS est fermée : réglez SMS_INBOUND_SECRET (32 caractères au moins), puis redémarrez.';
const TOO_LARGE = `Ce message est trop long (${MAXIMUM_BYTES / 1024} Ko au plus).`;
const UNSIGNED =
  'Signature absente ou fausse : vérifiez le secret et les en-têtes X-Sms-Timestamp et X-Sms-Signature.';
const STALE =
  'Message signé il y a plus de cinq minutes : réglez l’horloge de la passerelle, puis renvoyez-le.';
const MALFORMED =
  'Message incomplet : envoyez en JSON id (texte), from (numéro de téléphone) et text (texte).';

/** Where gateways hand in text messages. */
export function createSmsRoutes(
  ports: Ports,
  given: { readonly secret: string | undefined; readonly report: Report },
): readonly WebRoute[] {
  return [
    {
      method: 'POST',
      path: '/sms/inbound',
      handler: async (ctx) => {
        try {
          await receive(ctx, ports, given.secret ?? '');
        } catch (error) {
          // Asked again, the gateway delivers again, and the message still counts once.
          given.report('POST /sms/inbound', error);
          refuse(ctx, 500, 'Le message n’a pas pu être pris. Renvoyez-le plus tard.');
        }
      },
    },
  ];
}

async function receive(ctx: WebContext, ports: Ports, secret: string): Promise<void> {
  if (secret.length < MINIMUM_SECRET_LETTERS) {
    ctx.req.resume();
    refuse(ctx, 503, CLOSED);
    return;
  }
  const body = await readBytes(ctx);
  if (body === null) {
    refuse(ctx, 413, TOO_LARGE);
    return;
  }
  const verdict = checkSignature(
    secret,
    { timestamp: ctx.get('X-Sms-Timestamp'), signature: ctx.get('X-Sms-Signature'), body },
    ports.system.now(),
  );
  if (verdict !== 'good') {
    refuse(ctx, 401, verdict === 'stale' ? STALE : UNSIGNED);
    return;
  }
  const message = messageBody.safeParse(parsed(body));
  if (!message.success) {
    refuse(ctx, 422, MALFORMED);
    return;
  }
  const received = await receiveSms(ports, message.data, smsReply);
  if (received.replyState === 'due') await sendReply(ports, received);
  answer(ctx, 200, { data: { outcome: received.outcome, reply: received.reply } });
}

/** The bytes as they were signed; null when there are too many. */
async function readBytes(ctx: WebContext): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size <= MAXIMUM_BYTES) chunks.push(bytes);
  }
  return size > MAXIMUM_BYTES ? null : Buffer.concat(chunks);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

function answer(ctx: WebContext, status: number, body: unknown): void {
  ctx.status = status;
  ctx.set('Cache-Control', 'no-store');
  ctx.body = body;
}

function refuse(ctx: WebContext, status: number, message: string): void {
  answer(ctx, status, { data: null, error: { status, message } });
}
