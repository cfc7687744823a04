import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSmtpMailer } from '../../../src/adapters/mail';
import { mailSettings } from '../../../src/composition/settings';
import { freePort } from '../../helpers/free-port';
import { openSmtpServer, type SmtpServer } from '../../helpers/smtp-server';

const MAIL = {
  id: 'digest-1',
  to: 'awa@exemple.ml',
  subject: 'Yeelen : 2 radios à appeler',
  text: 'Radio Nioro : 76 00 00 01 (Moussa Keïta). Spot 0042, à diffuser à 7 h 00.\n',
};

let server: SmtpServer;
beforeEach(async () => {
  server = await openSmtpServer();
});
afterEach(() => server.close());

const send = (smtpUrl = server.url) =>
  createSmtpMailer({ smtpUrl, from: 'Yeelen <yeelen@exemple.ml>' }).send(MAIL);

describe('an e-mail', () => {
  it('arrives in French, from the campaign, under its own number', async () => {
    expect(await send()).toEqual({ kind: 'sent' });
    expect(server.messages).toHaveLength(1);
    const [message = ''] = server.messages;
    expect(message).toContain('From: Yeelen <yeelen@exemple.ml>');
    expect(message).toContain('To: awa@exemple.ml');
    expect(message).toContain('Message-ID: <digest-1@exemple.ml>');
    expect(message).toContain('Auto-Submitted: auto-generated');
    expect(message).toContain('Radio Nioro : 76 00 00 01 (Moussa Keïta). Spot 0042, à diffuser');
  });

  it.each([
    { at: 'EHLO', answer: '421 too busy' },
    { at: 'MAIL', answer: '550 no relaying' },
    { at: 'RCPT', answer: '550 no such user awa@exemple.ml' },
    { at: 'DATA', answer: '451 try later' },
    { at: 'the message', answer: '554 looks like spam' },
  ] as const)('is refused at $at by « $answer »: nothing went out', async (fault) => {
    server.fault = fault;
    const outcome = await send();
    expect(outcome.kind).toBe('refused');
    expect(JSON.stringify(outcome)).not.toContain('awa@');
  });

  it('is unknown when the line breaks after the whole message: it may have arrived', async () => {
    server.fault = { at: 'the message', answer: 'hang up' };
    expect((await send()).kind).toBe('unknown');
    expect(server.messages).toHaveLength(1);
  });

  it('is refused where no server listens, or its name leads nowhere', async () => {
    expect((await send(`smtp://127.0.0.1:${await freePort()}`)).kind).toBe('refused');
  });
});

describe('the settings of the mail', () => {
  it('are none by default', () => {
    expect(mailSettings({})).toBeNull();
    expect(mailSettings({ SMTP_URL: '', MAIL_FROM: '' })).toBeNull();
  });

  it('are both, or an error that says which', () => {
    const SMTP_URL = 'smtps://compte:secret@mail.exemple.ml';
    const MAIL_FROM = 'Yeelen <yeelen@exemple.ml>';
    expect(mailSettings({ SMTP_URL, MAIL_FROM })).toEqual({ smtpUrl: SMTP_URL, from: MAIL_FROM });
    expect(() => mailSettings({ SMTP_URL })).toThrow('MAIL_FROM');
    expect(() => mailSettings({ MAIL_FROM })).toThrow('SMTP_URL');
    expect(() => mailSettings({ SMTP_URL: 'mail.exemple.ml', MAIL_FROM })).toThrow('SMTP_URL');
    expect(() => mailSettings({ SMTP_URL, MAIL_FROM: 'Yeelen' })).toThrow('MAIL_FROM');
    // The password in it stays out of the message.
    expect(() => mailSettings({ SMTP_URL })).not.toThrow('secret');
  });
});
