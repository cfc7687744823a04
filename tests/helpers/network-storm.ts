import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { build } from 'esbuild';
import type { Knex } from 'knex';

import { copyDatabase } from '../../scripts/archive/copy-database';
import { doubtDeliveries } from '../../scripts/archive/doubt-deliveries';
import { createFacebookChannel } from '../../src/adapters/facebook';
import { createSecretBox } from '../../src/adapters/secret-box';
import { createAccountSecretStore } from '../../src/adapters/sql';
import { createTelegramChannel } from '../../src/adapters/telegram';
import { createXChannel } from '../../src/adapters/x';
import type { AccountSecretStore, ChannelNeeds, SocialChannel } from '../../src/composition/ports';
import type { Account, AccountSecrets, Delivery, Post } from '../../src/domain/social';
import { approvePost, publishDue, type PlanningPorts } from '../../src/use-cases/social';
import { buildAccount } from './builders';
import { seededChance } from './chance';
import { buildContent, createTestContentStore } from './content';
import { connect, openTestDatabase } from './database';
import { startGraphServer } from './graph-server';
import type { LedgerPost, NetworkFaults, NetworkServer, NextFault } from './network-server';
import {
  POSTS_A_ROUND,
  ROUND_MINUTES,
  runningClock,
  STORM_START,
  stormPorts,
  stormPosts,
  type StormOrder,
} from './social-storm';
import { startTelegramServer } from './telegram-server';
import { startXServer } from './x-server';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** Where the loopback networks answer. */
export type NetworkUrls = {
  readonly x: string;
  readonly facebook: string;
  readonly telegram: string;
};
/** What one process of this storm is told. */
export type NetworkStormOrder = StormOrder & { readonly urls: NetworkUrls };

const ACCOUNTS: readonly (Account & { readonly secrets: AccountSecrets })[] = [
  {
    ...buildAccount({ code: 'X', name: 'Compte exemple', network: 'x' }),
    secrets: {
      appKey: 'app-key-exemple',
      appSecret: 'app-secret-exemple',
      accessToken: '1001-jeton-exemple',
      accessSecret: 'access-secret-exemple',
    },
  },
  {
    ...buildAccount({ code: 'PAGE', name: 'Page exemple', network: 'facebook' }),
    secrets: { pageId: '10001', pageToken: 'EAA-10001-exemple' },
  },
  {
    ...buildAccount({ code: 'CANAL', name: 'Canal exemple', network: 'telegram' }),
    secrets: { botToken: '42:jeton-exemple', chatId: '@mur_exemple' },
  },
];

/** Everything goes to X and to the Page; one post in ten also to the channel, whose timeline nobody can read. */
export function networkStormPosts(count: number): Post[] {
  return stormPosts(count).map((post, index) => ({
    ...post,
    accountCodes: index % 10 === 0 ? ['X', 'PAGE', 'CANAL'] : ['X', 'PAGE'],
  }));
}

/** Ports of one process: the real libraries in front of the loopback networks. */
export function networkStormPorts(
  knex: Knex,
  order: Omit<NetworkStormOrder, 'startsAt' | 'seed'>,
  now: () => Date,
): PlanningPorts {
  const posts = networkStormPosts(order.postCount);
  const { ports } = stormPorts(knex, order, posts, now);
  const accountSecrets = createAccountSecretStore(
    knex,
    createSecretBox('clé exemple de la tempête'),
  );
  const needs = (apiUrl: string): ChannelNeeds => ({
    apiUrl,
    now,
    secretsOf: (code) => secretsOf(accountSecrets, code),
    readMedia: async (key) =>
      Buffer.concat((await ports.files.read(key).toArray()) as readonly Buffer[]),
    onPaid: () => Promise.resolve(),
  });
  const channels: readonly SocialChannel[] = [
    createXChannel(needs(order.urls.x)),
    createFacebookChannel(needs(order.urls.facebook)),
    createTelegramChannel(needs(order.urls.telegram)),
  ];
  return {
    ...ports,
    accountSecrets,
    channels: new Map(channels.map((channel) => [channel.network, channel])),
    content: createTestContentStore(
      buildContent({ accounts: ACCOUNTS.map(({ secrets: _, ...account }) => account), posts }),
    ),
  };
}

function secretsOf({ read }: AccountSecretStore, code: string): Promise<AccountSecrets | null> {
  const account = ACCOUNTS.find((each) => each.code === code);
  return account === undefined ? Promise.resolve(null) : read(code, account.network);
}

/** A person who lets each account go on whenever it rests: otherwise the first limit would end a round. */
async function endAllPauses({ accountStates, system }: PlanningPorts): Promise<void> {
  for (const { code } of ACCOUNTS) {
    await accountStates.change(
      code,
      (state) => (state.pause === null ? state : { ...state, pause: null }),
      system.now(),
    );
  }
}

/** Bad weather of a network, by chance, at each call that publishes. */
function weather(chance: () => number): NetworkFaults {
  return {
    timelineLagMs: 30_000,
    limitSeconds: 30,
    onPublish: (): NextFault | null => {
      const lot = chance();
      if (lot < 0.08) return 'hang-up-before';
      if (lot < 0.16) return 'hang-up-after';
      if (lot < 0.2) return 'server-error';
      if (lot < 0.26) return 'server-error-after';
      return lot < 0.29 ? 'rate-limit' : null;
    },
  };
}

export type StormSize = {
  readonly rounds: number;
  readonly workersARound: number;
  readonly seed: number;
  /** Round in the middle of which the database is copied; what follows goes on with that copy, as after a restore. */
  readonly copiedInRound: number;
};

/** Longest life of a process: loading the libraries takes half a second of it. */
const LIVES_MS = 2_000;

/** What the networks' own ledgers hold, and what our rows say. */
export type StormReport = {
  readonly deliveries: number;
  /** Calls that publish, as the networks counted them. */
  readonly calls: number;
  readonly kills: number;
  readonly diedInACall: number;
  readonly doubles: readonly string[];
  readonly lost: readonly string[];
  readonly unknown: number;
  /** Of them those whose post a ledger holds. */
  readonly unknownButOut: number;
  readonly doubted: number;
  /** Rows that say something else than the ledgers. */
  readonly disagreeing: readonly string[];
};

async function bundleWorker(folder: string): Promise<string> {
  const outfile = path.join(folder, 'network-storm-worker.cjs');
  await build({
    entryPoints: [path.join(ROOT, 'tests', 'helpers', 'network-storm-worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    // From a folder without packages: `require` finds them by NODE_PATH, `import` does not.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.dirname': JSON.stringify(path.join(ROOT, 'tests', 'helpers')) },
  });
  return outfile;
}

function start(worker: string, order: NetworkStormOrder): ChildProcess {
  return spawn(process.execPath, [worker, JSON.stringify(order)], {
    env: { ...process.env, NODE_PATH: path.join(ROOT, 'node_modules') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

async function isReady(worker: ChildProcess): Promise<void> {
  if (worker.stdout !== null) await once(worker.stdout, 'data');
}

/** Kills one process, by its own id, a moment after it was let begin. */
async function killAfter(worker: ChildProcess, milliseconds: number): Promise<void> {
  worker.stdin?.write('begin\n');
  await new Promise((resume) => setTimeout(resume, milliseconds));
  const isOver = once(worker, 'exit');
  worker.kill('SIGKILL');
  await isOver;
}

const keyOf = (network: string, text: string) => `${network} ${text}`;

/**
 * Several processes publish from one database to three networks whose lines break, and die at random moments, round after
 * round; in one round the database is copied while they write. Then one process settles what is left.
 */
export async function runNetworkStorm(size: StormSize): Promise<StormReport> {
  const chance = seededChance(size.seed);
  let now = () => new Date(STORM_START.getTime() - 60_000);
  const clock = () => now();
  const open = (starting: typeof startXServer) => starting({ faults: weather(chance), now: clock });
  const servers = {
    x: await open(startXServer),
    facebook: await open(startGraphServer),
    telegram: await open(startTelegramServer),
  };
  const urls = { x: servers.x.url, facebook: servers.facebook.url, telegram: servers.telegram.url };
  const database = await openTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'yeelen-network-storm-'));
  const afterRounds = (rounds: number) =>
    new Date(STORM_START.getTime() + rounds * ROUND_MINUTES * 60_000);
  let file = database.file;
  let knex = database.knex;
  try {
    const workerFile = await bundleWorker(folder);
    const place = {
      wallFolder: path.join(folder, 'wall'),
      mediaFolder: path.join(folder, 'media'),
      postCount: size.rounds * POSTS_A_ROUND,
      urls,
    };
    await mkdir(place.mediaFolder, { recursive: true });
    let ports = networkStormPorts(knex, { ...place, databaseFile: file }, clock);
    for (const { secrets, ...account } of ACCOUNTS) {
      const of = { accountCode: account.code, network: account.network };
      await ports.accountSecrets.save(of, secrets, 'user:manager', now());
    }
    for (const { code } of networkStormPosts(place.postCount)) {
      const answer = await approvePost(ports, code, 'user:manager');
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
    }
    const expected = (await ports.deliveries.all()).map(({ content }) =>
      keyOf(content.network, content.text),
    );

    let [kills, diedInACall, doubted] = [0, 0, 0];
    for (let round = 0; round < size.rounds; round += 1) {
      const startsAt = afterRounds(round);
      now = () => startsAt;
      await endAllPauses(ports);
      const workers = Array.from({ length: size.workersARound }, () =>
        start(workerFile, {
          ...place,
          databaseFile: file,
          startsAt: startsAt.toISOString(),
          seed: Math.floor(chance() * 2 ** 31),
        }),
      );
      await Promise.all(workers.map(isReady));
      now = runningClock(startsAt);
      const deaths = workers.map((worker) => killAfter(worker, 50 + chance() * LIVES_MS));
      const copy = path.join(folder, 'copied.db');
      const isCopied = round === size.copiedInRound;
      if (isCopied) {
        await new Promise((resume) => setTimeout(resume, LIVES_MS / 8));
        await copyDatabase(file, copy);
      }
      await Promise.all(deaths);
      kills += workers.length;
      diedInACall += (await ports.deliveries.living()).filter(
        ({ state, claim }) => state === 'sending' && claim !== null,
      ).length;
      if (isCopied) {
        await knex.destroy();
        file = path.join(folder, 'restored.db');
        await copyFile(copy, file);
        doubted = doubtDeliveries(file, clock());
        knex = connect(file);
        ports = networkStormPorts(knex, { ...place, databaseFile: file }, clock);
      }
    }

    await settle(ports, servers, (beat) => {
      const at = new Date(afterRounds(size.rounds).getTime() + beat * 60_000);
      now = () => at;
      return at;
    });
    return {
      ...judge(await ports.deliveries.all(), expected, servers),
      deliveries: expected.length,
      calls: Object.values(servers).reduce((sum, server) => sum + publishingCalls(server), 0),
      kills,
      diedInACall,
      doubted,
    };
  } finally {
    await knex.destroy();
    await database.close();
    for (const server of Object.values(servers)) await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One process, time driven forward in fair weather, until nothing changes any more. */
async function settle(
  ports: PlanningPorts,
  servers: Readonly<Record<string, NetworkServer>>,
  at: (beat: number) => Date,
): Promise<void> {
  for (const server of Object.values(servers)) server.faults.onPublish = () => null;
  for (let beat = 0; beat < 400; beat += 1) {
    const living = await ports.deliveries.living();
    const isLeft = ({ state, content }: Delivery) =>
      state !== 'unknown' || content.network !== 'telegram';
    if (!living.some(isLeft)) return;
    const instant = at(beat);
    await endAllPauses(ports);
    const { troubles } = await publishDue(ports, instant);
    if (troubles.length > 0) throw new Error(JSON.stringify(troubles));
  }
  throw new Error('Something is never settled.');
}

function publishingCalls({ requests }: NetworkServer): number {
  return requests.filter((line) =>
    /^POST \/(2\/tweets$|.*\/(feed|photos)\b|bot[^/]+\/send)/.test(line),
  ).length;
}

function judge(
  rows: readonly Delivery[],
  expected: readonly string[],
  servers: Readonly<Record<string, NetworkServer>>,
): Pick<StormReport, 'doubles' | 'lost' | 'unknown' | 'unknownButOut' | 'disagreeing'> {
  const counts = new Map<string, number>();
  const held = new Map<string, LedgerPost>();
  for (const [network, server] of Object.entries(servers)) {
    for (const post of server.ledger()) {
      const key = keyOf(network, post.text);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      held.set(key, post);
    }
  }
  const unknown = rows.filter(({ state }) => state === 'unknown');
  const open = new Set(unknown.map(({ content }) => keyOf(content.network, content.text)));
  return {
    doubles: expected.filter((key) => (counts.get(key) ?? 0) > 1),
    lost: expected.filter((key) => !counts.has(key) && !open.has(key)),
    unknown: unknown.length,
    unknownButOut: [...open].filter((key) => counts.has(key)).length,
    disagreeing: rows.flatMap(({ state, content, idempotencyKey }) => {
      const isOut = held.has(keyOf(content.network, content.text));
      const agrees = state === 'unknown' || (state === 'sent') === isOut;
      return agrees ? [] : [`${idempotencyKey} ${state}`];
    }),
  };
}
