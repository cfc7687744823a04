export type Mail = {
  /** Makes the message's own number: the same digest sent twice could be told as one. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

export type MailOutcome =
  | { readonly kind: 'sent' }
  /** The server said no, or was never reached: nothing went out. */
  | { readonly kind: 'refused'; readonly words: string }
  /** The line broke in between: it may have arrived. */
  | { readonly kind: 'unknown'; readonly words: string };

/** Sends one e-mail. It never throws: what it does not know it says. */
export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
}
