import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSecretBox } from '../../../../src/adapters/secret-box';
import { createAccountSecretStore } from '../../../../src/adapters/sql';
import { createTelegramChannel } from '../../../../src/adapters/telegram';
import {
  checkAccounts,
  closedAccounts,
  connectAccount,
  disconnectAccount,
  readAccounts,
  setAccountPeople,
  steerAccount,
  whoPostsInstead,
} from '../../../../src/use-cases/accounts';
import type { SocialChannel } from '../../../../src/composition/ports';
import { approvePost, publishDue, readChoices } from '../../../../src/use-cases/social';
import { buildAccount, buildPost } from '../../../helpers/builders';
import type { NetworkServer } from '../../../helpers/network-server';
import { wordPainter } from '../../../helpers/social-world';
import { startTelegramServer } from '../../../helpers/telegram-server';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';

const TOKEN = '4200:jeton-exemple-de-vingt-signes';
const ENTERED = { botToken: TOKEN, chatId: '@canal_exemple' };

describe('an account on Telegram', () => {
  let server: NetworkServer;
  let world: TestPorts;
  beforeEach(async () => {
    server = await startTelegramServer();
    const channels = new Map<string, SocialChannel>();
    world = await openTestPorts({
      now: '2026-12-01T09:00:00Z',
      painter: wordPainter,
      channels,
      content: {
        accounts: [buildAccount({ code: 'CANAL', network: 'telegram' })],
        posts: [buildPost({ accountCodes: ['CANAL'] })],
      },
    });
    const { accountSecrets } = world.ports;
    channels.set(
      'telegram',
      createTelegramChannel({
        apiUrl: server.url,
        now: () => world.clock.now(),
        secretsOf: (account) => accountSecrets.read(account, 'telegram'),
        readMedia: () => Promise.resolve(Buffer.alloc(10)),
        onPaid: () => Promise.resolve(),
      }),
    );
  });
  afterEach(async () => {
    await world.close();
    await server.close();
  });

  const connect = (entered: Record<string, string> = ENTERED) =>
    connectAccount(world.ports, 'CANAL', entered, 'user:7');
  const beat = async () =>
    (await publishDue(world.ports, world.clock.now())).events.map(({ event }) => event);
  const view = async () => (await readAccounts(world.ports)).accounts[0];

  it('waits to be connected, then is looked at once and posts', async () => {
    expect((await view())?.hold).toEqual({ kind: 'not-connected' });
    expect(await connect()).toMatchObject({ ok: true, value: { report: { kind: 'connected' } } });
    expect(await view()).toMatchObject({
      hold: null,
      connectedAt: new Date('2026-12-01T09:00:00Z'),
      state: { report: { accountName: 'Canal exemple @canal_exemple' } },
    });
    await approvePost(world.ports, 'POST-1', 'user:7');
    world.clock.set('2026-12-01T12:00:00Z');
    expect(await beat()).toEqual(['published']);
    expect(server.ledger()).toHaveLength(1);
  });

  it('keeps its secret out of every answer, every row and the journal', async () => {
    await connect();
    const rows = [
      await world.knex('ops_account_secrets'),
      await world.knex('ops_account_states'),
      await world.knex('ops_journal'),
      await readAccounts(world.ports),
    ];
    expect(JSON.stringify(rows)).not.toContain('jeton-exemple');
    expect(await world.ports.accountSecrets.read('CANAL', 'telegram')).toEqual(ENTERED);
  });

  it('names every field that lacks, and keeps nothing then', async () => {
    const answer = await connect({ botToken: 'rien' });
    expect(answer.ok ? [] : answer.refusals.map(({ kind }) => kind)).toEqual([
      'secret-misshapen',
      'secret-missing',
    ]);
    expect(await world.ports.accountSecrets.saved()).toEqual([]);
  });

  it('cannot be connected in a house without a key', async () => {
    const keyless = createAccountSecretStore(world.knex, createSecretBox(undefined));
    const ports = { ...world.ports, accountSecrets: keyless };
    expect(await connectAccount(ports, 'CANAL', ENTERED, 'user:7')).toMatchObject({
      refusals: [{ kind: 'no-key' }],
    });
  });

  it('rests when its access is refused, burns no attempt, and goes on once it is well again', async () => {
    await connect();
    await approvePost(world.ports, 'POST-1', 'user:7');
    world.clock.set('2026-12-01T12:00:00Z');
    server.faults.isExpired = true;
    expect(await beat()).toEqual(['unauthorized']);
    expect((await view())?.hold).toMatchObject({ kind: 'paused', reason: 'connection-broken' });
    world.clock.set('2026-12-01T12:10:00Z');
    expect(await beat()).toEqual(['account-paused']);
    server.faults.isExpired = false;
    await connect();
    world.clock.set('2026-12-01T12:15:00Z');
    expect(await beat()).toEqual(['published']);
    expect((await world.ports.deliveries.all())[0]?.attempts).toBe(1);
  });

  it('is looked at daily, and each hour while it is broken', async () => {
    await connect();
    expect(await checkAccounts(world.ports)).toBe(0);
    world.clock.advance({ days: 1 });
    server.faults.isExpired = true;
    expect(await checkAccounts(world.ports)).toBe(1);
    expect((await view())?.hold).toMatchObject({ kind: 'paused', reason: 'connection-broken' });
    world.clock.advance({ minutes: 60 });
    server.faults.isExpired = false;
    expect(await checkAccounts(world.ports)).toBe(1);
    expect((await view())?.hold).toBeNull();
  });

  it('loses its secret with its sheet, and by a press of a button', async () => {
    await connect();
    expect(await disconnectAccount(world.ports, 'CANAL', 'user:7')).toBe(true);
    expect(await disconnectAccount(world.ports, 'CANAL', 'user:7')).toBe(false);
    await connect();
    world.content.accounts = [];
    await checkAccounts(world.ports);
    expect(await world.ports.accountSecrets.saved()).toEqual([]);
  });

  it('is paused and let go on by a person', async () => {
    await connect();
    await steerAccount(world.ports, 'CANAL', { kind: 'pause' }, 'user:7');
    expect((await view())?.hold).toMatchObject({ kind: 'paused', reason: 'by-a-person' });
    await steerAccount(world.ports, 'CANAL', { kind: 'resume' }, 'user:7');
    expect((await view())?.hold).toBeNull();
    expect(await steerAccount(world.ports, 'AUTRE', { kind: 'pause' }, 'user:7')).toBeNull();
  });

  it('is closed to whoever is not named for it, once somebody is', async () => {
    const closed = (person: string) => closedAccounts(world.ports, ['CANAL'], person);
    expect(await closed('user:8')).toEqual([]);
    expect(await setAccountPeople(world.ports, 'CANAL', ['user:7'], 'user:1')).toBe(true);
    expect(await closed('user:7')).toEqual([]);
    expect(await closed('user:8')).toEqual(['CANAL']);
    expect((await view())?.people).toEqual([{ person: 'user:7', name: 'Awa Diarra' }]);
  });

  it('tells whoever is not named for it whom to ask, and is no choice for them', async () => {
    await setAccountPeople(world.ports, 'CANAL', ['user:7'], 'user:1');
    const instead = (person: string) => whoPostsInstead(world.ports, ['CANAL'], person);
    expect(await instead('user:7')).toEqual([]);
    expect(await instead('user:8')).toEqual([{ accountCode: 'CANAL', people: ['Nom de user:7'] }]);
    const offered = async (person: string, mayUseEvery = false) =>
      (await readChoices(world.ports, person, mayUseEvery)).accounts.map(({ code }) => code);
    expect(await offered('user:7')).toEqual(['CANAL']);
    expect(await offered('user:8')).toEqual([]);
    expect(await offered('user:8', true)).toEqual(['CANAL']);
  });

  it('says when its owner is none of the partners', async () => {
    const isOwned = async () => (await view())?.isOwnedByPartner;
    expect(await isOwned()).toBe(false);
    const partner = { name: 'La  campagne', website: '', logoFile: null };
    world.content.accounts = [
      buildAccount({ code: 'CANAL', network: 'telegram', owner: 'La campagne ' }),
    ];
    world.content.campaign = { ...world.content.campaign, partners: [partner] };
    expect(await isOwned()).toBe(true);
  });
});

describe('an account on X', () => {
  let world: TestPorts;
  beforeEach(async () => {
    world = await openTestPorts({
      now: '2026-12-01T09:00:00Z',
      content: { accounts: [buildAccount({ code: 'FIL', network: 'x' })] },
    });
  });
  afterEach(() => world.close());

  it('waits for the next month once its cap is reached, and shows what it spent', async () => {
    const { ports } = world;
    const account = { accountCode: 'FIL', network: 'x' } as const;
    await ports.accountSecrets.save(account, {}, 'user:7', world.clock.now());
    await steerAccount(ports, 'FIL', { kind: 'cap', capMicroUsd: 200_000 }, 'user:7');
    const spent = { accountCode: 'FIL', call: 'createWithLink', times: 1 } as const;
    await ports.spending.add({ ...spent, microUsd: 200_000, at: world.clock.now() });
    const [view] = (await readAccounts(ports)).accounts;
    expect(view).toMatchObject({
      spentMicroUsd: 200_000,
      hold: { kind: 'cap-reached', until: new Date('2027-01-01T00:00:00Z') },
    });
    world.clock.set('2027-01-01T00:00:00Z');
    expect((await readAccounts(ports)).accounts[0]?.hold).toBeNull();
  });
});
