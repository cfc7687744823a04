import { telephoneNumber } from '../../domain/stations';
import type { Ports, SmsMessage } from '../../composition/ports';
import { digestSms } from './receive-sms';

/** A reply that comes a day later helps nobody. */
const REPLY_MAXIMUM_HOURS = 24;

/** Minutes before the next attempt, by the number of attempts so far. */
const RETRY_MINUTES = [1, 5, 15, 60, 180] as const;

const AT_ONCE = 20;

/** Messages are kept for the questions of a season, no longer. */
const KEEP_DAYS = 90;

type Needs = Pick<Ports, 'content' | 'settings' | 'smsGateway' | 'smsMessages' | 'system'>;

/**
 * Hands the replies that wait to the gateway, also those of before a power cut. The number is not stored: it is found again
 * among the contacts of the stations, and a contact who was taken off meanwhile gets none.
 *
 * @returns how many were handed over.
 */
export async function sendSmsReplies(ports: Needs): Promise<number> {
  const due = await ports.smsMessages.dueReplies(ports.system.now(), AT_ONCE);
  let sent = 0;
  for (const message of due) if (await sendReply(ports, message)) sent += 1;
  return sent;
}

/** Forgets messages of long ago. */
export async function forgetOldSms(ports: Pick<Ports, 'smsMessages' | 'system'>): Promise<void> {
  await ports.smsMessages.sweep(new Date(ports.system.now().getTime() - KEEP_DAYS * 86_400_000));
}

/** One reply to the gateway; true when it was taken. */
export async function sendReply(ports: Needs, message: SmsMessage): Promise<boolean> {
  const now = ports.system.now();
  const isLate = now.getTime() - message.receivedAt.getTime() > REPLY_MAXIMUM_HOURS * 3_600_000;
  const to = isLate ? null : await numberOf(ports, message);
  if (to === null || message.reply === null) {
    await ports.smsMessages.noteReply(message.id, 'given-up', now);
    return false;
  }
  // A gateway that breaks off is tried again: the key makes it one message, and twice read is no harm.
  const answer = await ports.smsGateway
    .send({ to, text: message.reply, idempotencyKey: message.id })
    .catch(() => 'failed' as const);
  if (answer === 'accepted') {
    await ports.smsMessages.noteReply(message.id, 'sent', now);
    return true;
  }
  const minutes = RETRY_MINUTES[message.replyAttempts];
  await ports.smsMessages.noteReply(
    message.id,
    minutes === undefined ? 'given-up' : 'due',
    now,
    minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000),
  );
  return false;
}

async function numberOf(ports: Needs, { senderDigest }: SmsMessage): Promise<string | null> {
  const contacts = (await ports.content.stations()).flatMap((station) => station.contacts);
  const numbers = contacts.map(({ telephone }) => telephoneNumber(telephone));
  return (
    numbers.find(
      (number) =>
        number !== null && digestSms('number', number, ports.settings.digestKey) === senderDigest,
    ) ?? null
  );
}
