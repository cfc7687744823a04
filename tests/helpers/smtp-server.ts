import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What the server does wrong: at which word of the client, and how. */
export type SmtpFault =
  | { readonly at: 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'the message'; readonly answer: string }
  /** The line breaks: after the message came whole, before the server's word. */
  | { readonly at: 'the message' | 'RCPT'; readonly answer: 'hang up' };

export type SmtpServer = {
  readonly url: string;
  /** Messages that came whole, with their head, decoded from quoted-printable. */
  readonly messages: readonly string[];
  fault: SmtpFault | null;
  close(): Promise<void>;
};

/** `=C3=A9` and soft line ends of a quoted-printable message. */
function decoded(message: string): string {
  const bytes = message
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A mail server of a dozen words (RFC 5321) on a free port of the loopback. */
export async function openSmtpServer(): Promise<SmtpServer> {
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const server: SmtpServer = { url: '', messages, fault: null, close: async () => undefined };

  const talk = (socket: Socket) => {
    sockets.add(socket);
    let pending = '';
    let isMessage = false;
    const say = (place: SmtpFault['at'] | null, answer: string) => {
      const { fault } = server;
      if (place === null || fault?.at !== place) socket.write(`${answer}\r\n`);
      else if (fault.answer === 'hang up') socket.destroy();
      else socket.write(`${fault.answer}\r\n`);
    };
    const command = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'EHLO' || verb === 'HELO') say('EHLO', '250 loopback');
      else if (verb === 'MAIL') say('MAIL', '250 ok');
      else if (verb === 'RCPT') say('RCPT', '250 ok');
      else if (verb === 'DATA') {
        isMessage = server.fault?.at !== 'DATA';
        say('DATA', '354 go on');
      } else if (verb === 'QUIT') {
        say(null, '221 bye');
        socket.end();
      } else say(null, '250 ok');
    };
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes: Buffer) => {
      pending += bytes.toString('latin1');
      for (;;) {
        const end = pending.indexOf(isMessage ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const text = pending.slice(0, end);
        pending = pending.slice(end + (isMessage ? 5 : 2));
        if (!isMessage) command(text);
        else {
          isMessage = false;
          messages.push(decoded(text));
          say('the message', '250 queued');
        }
      }
    });
    socket.write('220 loopback\r\n');
  };

  const listener = createServer(talk);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  return Object.assign(server, {
    url: `smtp://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        listener.close(() => resolve());
      }),
  });
}
