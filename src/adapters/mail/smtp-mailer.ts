import { createTransport } from 'nodemailer';

import type { Mail, Mailer, MailOutcome } from '../../composition/ports';

type MailSettings = {
  /** `smtp://` or `smtps://`, with the account in it. */
  readonly smtpUrl: string;
  readonly from: string;
  /** A server that says nothing for so long is given up; a quarter of a minute unless told. */
  readonly silenceMs?: number | undefined;
};

const USUAL_SILENCE_MS = 15_000;

/** The server's own words are shown at the desk: short, and without the addresses that servers like to repeat. */
const LONGEST_WORDS = 160;

/** After one of these the message was not taken: the server said so, or it never came to the message. */
const NOTHING_WENT_OUT = new Set(['EENVELOPE', 'EMESSAGE', 'EAUTH', 'EDNS']);

function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words
    .replace(/\S*@\S*/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_WORDS);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** An address that no other digest has, so that a copy can be told from a second one. */
function messageId({ id }: Mail, from: string): string {
  const host = /@([\w.-]+)/.exec(from)?.[1] ?? 'yeelen.invalid';
  return `<${id}@${host}>`;
}

/** E-mail by SMTP. The first connection only asks whether the server is there: what fails in it sent nothing. */
export function createSmtpMailer({
  smtpUrl,
  from,
  silenceMs = USUAL_SILENCE_MS,
}: MailSettings): Mailer {
  const open = () =>
    createTransport(
      {
        url: smtpUrl,
        connectionTimeout: silenceMs,
        greetingTimeout: silenceMs,
        socketTimeout: silenceMs,
        // Text of ours alone: nothing is ever fetched from the disk or the network for it.
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      { from },
    );
  return {
    async send(mail): Promise<MailOutcome> {
      const transport = open();
      try {
        try {
          await transport.verify();
        } catch (error) {
          return { kind: 'refused', words: wordsOf(error) };
        }
        try {
          await transport.sendMail({
            messageId: messageId(mail, from),
            to: mail.to,
            subject: mail.subject,
            text: mail.text,
            // Nobody's holiday notice answers a machine.
            headers: { 'Auto-Submitted': 'auto-generated' },
          });
          return { kind: 'sent' };
        } catch (error) {
          const words = wordsOf(error);
          return NOTHING_WENT_OUT.has(codeOf(error))
            ? { kind: 'refused', words }
            : { kind: 'unknown', words };
        }
      } finally {
        transport.close();
      }
    },
  };
}
