/** What became of a message that came. */
export const SMS_OUTCOMES = [
  'confirmed',
  'excepted',
  'mistaken',
  'not-your-day',
  /** Nobody's contact: no reply, and counted. */
  'stranger',
] as const;
export type SmsOutcome = (typeof SMS_OUTCOMES)[number];

/** A message that came by the gateway. Neither the number nor the words are kept. */
export type SmsMessage = {
  /** Keyed digest of the gateway's own id: the same message delivered twice is one. */
  readonly id: string;
  readonly receivedAt: Date;
  /** Keyed digest of the number; null for a stranger. */
  readonly senderDigest: string | null;
  readonly stationCode: string | null;
  readonly outcome: SmsOutcome;
  readonly reply: string | null;
  readonly replyState: 'none' | 'due' | 'sent' | 'given-up';
  readonly replyAttempts: number;
};

export interface SmsMessageStore {
  byId(id: string): Promise<SmsMessage | null>;
  /** False when it is there already. */
  add(message: SmsMessage): Promise<boolean>;
  /** Replies that wait to be handed to the gateway, oldest first. */
  dueReplies(now: Date, limit: number): Promise<readonly SmsMessage[]>;
  /** Notes an attempt; with `nextAt` it is tried again then. */
  noteReply(id: string, state: SmsMessage['replyState'], at: Date, nextAt?: Date): Promise<void>;
  recent(limit: number): Promise<readonly SmsMessage[]>;
  strangersSince(since: Date): Promise<number>;
  sweep(before: Date): Promise<void>;
}

/** A way to send a text message, whatever stands behind it: a modem, a telephone, an operator. */
export interface SmsGateway {
  /** Shown at the desk. */
  readonly name: string;
  /**
   * Hands a message over. The same key is the same message: a gateway that knows keys sends it once.
   *
   * @param message.text at most 160 characters of the GSM alphabet: one message.
   */
  send(message: {
    readonly to: string;
    readonly text: string;
    readonly idempotencyKey: string;
  }): Promise<'accepted' | 'failed'>;
}
