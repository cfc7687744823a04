import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { text } from 'node:stream/consumers';

import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';

import { createSmtpMailer } from '../../../src/adapters/mail';

const FROM = 'Yeelen <yeelen@exemple.ml>';
const MAIL = {
  id: 'digest-1',
  to: 'awa@exemple.ml',
  subject: 'Yeelen : 2 radios à appeler',
  text: 'Radio Nioro : 76 00 00 01 (Moussa Keïta, exemple).\n',
};
/** A silence that a test can wait for. */
const SHORT_MS = 300;

let closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.map((close) => close()));
  closers = [];
});

const send = (smtpUrl: string, silenceMs?: number) =>
  createSmtpMailer({ smtpUrl, from: FROM, silenceMs }).send(MAIL);

/** A mail server that is not ours, as Node's own world runs it; answers what it took. */
async function openServer(options: SMTPServerOptions) {
  const messages: string[] = [];
  const server = new SMTPServer({
    // Its certificate is its own: whoever checks it says no.
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onData: (stream, _session, done) => {
      void text(stream).then((message) => {
        messages.push(message);
        done();
      });
    },
    ...options,
  });
  // A client that turns away from its certificate is no accident.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closers.push(() => new Promise((resolve) => server.close(() => resolve(null))));
  const { port } = server.server.address() as AddressInfo;
  return { port, messages, url: `smtp://127.0.0.1:${port}` };
}

function refusal(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

describe('an e-mail by a server that is not ours', () => {
  it('goes out with an account, and its head is in order', async () => {
    const { messages, port } = await openServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        const isRight = username === 'yeelen' && password === 'p@ss/mot';
        done(isRight ? null : refusal(535, 'no'), { user: username });
      },
    });
    const account = `yeelen:${encodeURIComponent('p@ss/mot')}`;
    expect(await send(`smtp://${account}@127.0.0.1:${port}`)).toEqual({ kind: 'sent' });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('To: awa@exemple.ml\r\n');
    expect(messages[0]).toContain('=?UTF-8?Q?Yeelen_=3A_2_radios_=C3=A0_appeler?=');

    const wrong = await send(`smtp://yeelen:wrong@127.0.0.1:${port}`);
    expect(wrong.kind).toBe('refused');
    expect(JSON.stringify(wrong)).not.toContain('wrong');
    expect(messages).toHaveLength(1);
  });

  it('does not go out over a certificate that nobody vouches for', async () => {
    const { messages, port } = await openServer({ secure: true, disabledCommands: [] });
    expect((await send(`smtps://127.0.0.1:${port}`)).kind).toBe('refused');
    const opportunistic = await openServer({ disabledCommands: [] });
    expect((await send(opportunistic.url)).kind).toBe('refused');
    expect([...messages, ...opportunistic.messages]).toEqual([]);
  });

  it.each<[string, SMTPServerOptions]>([
    ['the sender', { onMailFrom: (_a, _s, done) => done(refusal(550, 'no relaying')) }],
    ['the colleague', { onRcptTo: (_a, _s, done) => done(refusal(550, 'no such user')) }],
    [
      'the message',
      {
        onData: (stream, _session, done) => {
          void text(stream).then(() => done(refusal(554, 'looks like spam')));
        },
      },
    ],
  ])('is refused for %s: nothing went out', async (_, options) => {
    const { url } = await openServer(options);
    const outcome = await send(url);
    expect(outcome.kind).toBe('refused');
    expect(JSON.stringify(outcome)).not.toContain('awa@');
  });
});

describe('a server that is slow', () => {
  /** Takes connections and says what it is told, then nothing. */
  async function openSilent(greeting: string): Promise<string> {
    const server: Server = createServer((socket) => {
      socket.on('error', () => undefined);
      if (greeting !== '') socket.write(greeting);
      closers.push(async () => socket.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closers.push(async () => server.close());
    return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it.each([
    ['never greets', ''],
    ['greets and falls silent', '220 loopback\r\n'],
  ])('and %s is given up: nothing went out', async (_, greeting) => {
    expect((await send(await openSilent(greeting), SHORT_MS)).kind).toBe('refused');
  });

  it('and falls silent over the whole message leaves it unknown: nobody sends it again blindly', async () => {
    const { url, messages } = await openServer({
      onData: (stream) => {
        void text(stream).then((message) => messages.push(message));
      },
    });
    expect((await send(url, SHORT_MS)).kind).toBe('unknown');
    expect(messages).toHaveLength(1);
  });
});
