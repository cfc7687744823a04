/**
 * What publishing costs and whether it holds: a storm over loopback X, Facebook and Telegram with the real libraries, calm
 * weather for lateness, a heartbeat over many old rows, and a picture card beside bare sharp. What counts in the storm is
 * what the networks' own ledgers hold.
 */
import { performance } from 'node:perf_hooks';

import type { Knex } from 'knex';

import { publishDue } from '../../src/use-cases/social';
import { openTestDatabase } from '../helpers/database';
import { runNetworkStorm } from '../helpers/network-storm';
import { openSocialWorld } from '../helpers/social-world';
import { buildPost } from '../helpers/builders';
import { seededChance } from '../helpers/chance';
import { STORM_START, stormPorts } from '../helpers/social-storm';
import { benchCards } from './social-cards';
import { median } from './statistics';

const SEED = 20261201;
/** 4 processes in each of 26 rounds are 104 kills; 6 posts a round are more than 600 deliveries. */
const STORM = { rounds: 26, workersARound: 4, seed: SEED, copiedInRound: 12 } as const;

/** As `src/workers/ticker.ts` beats. */
const HEARTBEAT_MS = 15_000;
const CALM_POSTS = 120;
const OLD_ROWS = { few: 1_000, many: 1_000_000 } as const;
const BEATS = 41;

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Lateness in heartbeats of posts that fall due at any moment of an hour, where nothing is killed; 95th percentile. */
async function lateP95Ticks(): Promise<number> {
  const chance = seededChance(SEED);
  const start = new Date('2026-12-01T12:00:00Z');
  const world = await openSocialWorld({
    posts: Array.from({ length: CALM_POSTS }, (_, index) =>
      buildPost({
        code: `CALM-${index}`,
        texts: { fr: `Message ${index}.`, bm: `Cikan ${index}.` },
        dueAt: new Date(start.getTime() + Math.floor(chance() * 3_600_000)),
      }),
    ),
  });
  try {
    for (let index = 0; index < CALM_POSTS; index += 1) await world.approve(`CALM-${index}`);
    const end = start.getTime() + 3_600_000 + 10 * HEARTBEAT_MS;
    for (let at = start.getTime(); at <= end; at += HEARTBEAT_MS) {
      world.clock.set(new Date(at));
      await publishDue(world.ports, new Date(at));
    }
    const late = (await world.ports.deliveries.all()).map(({ sentAt, content, state }) => {
      if (sentAt === null) throw new Error(`${content.postCode} is ${state}`);
      return Math.ceil((sentAt.getTime() - content.dueAt.getTime()) / HEARTBEAT_MS);
    });
    return late.sort((one, other) => one - other)[Math.ceil(late.length * 0.95) - 1] ?? Infinity;
  } finally {
    await world.close();
  }
}

/** Posts that went out long ago, with their history, as rows of the same shape that sending leaves. */
async function addOldRows(knex: Knex, count: number): Promise<void> {
  const content = JSON.stringify({
    postCode: 'OLD',
    accountCode: 'MUR',
    network: 'simulator',
    language: 'fr',
    text: 'Un message d’hier.',
    altText: 'Une carte',
    mediaKind: 'card',
    pictureKey: null,
    pictureSha256: null,
    dueAt: '2025-01-01T00:00:00.000Z',
    lateToleranceMinutes: 60,
    notAfter: null,
  });
  await knex.raw(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
     INSERT INTO ops_deliveries (id, idempotency_key, post_code, account_code, content, approval_hash, approved_by,
       state, version, not_before, attempts, remote_id, remote_url, sent_at, created_at)
     SELECT 'old-' || i, 'old/' || i, 'OLD-' || (i / 2), 'MUR', ?, 'hash', 'user:manager', 'sent', 3,
       '2025-01-01T00:00:00.000Z', 1, 'remote-' || i, '/mur#' || i, '2025-01-01T00:00:05.000Z', '2025-01-01T00:00:00.000Z'
     FROM n`,
    [count, content],
  );
}

/** Milliseconds of a heartbeat at which nothing is due, over so many rows of the past. */
async function heartbeatMs(oldRows: number): Promise<number> {
  const database = await openTestDatabase();
  try {
    await addOldRows(database.knex, oldRows);
    const place = { databaseFile: database.file, wallFolder: '/nowhere', mediaFolder: '/nowhere' };
    const { ports } = stormPorts(database.knex, place, [], () => STORM_START);
    const times: number[] = [];
    for (let beat = 0; beat < BEATS; beat += 1) {
      const begun = performance.now();
      const { troubles } = await publishDue(ports, STORM_START);
      times.push(performance.now() - begun);
      if (troubles.length > 0) throw new Error(JSON.stringify(troubles));
    }
    return median(times);
  } finally {
    await database.close();
  }
}

async function main(): Promise<void> {
  const few = await heartbeatMs(OLD_ROWS.few);
  const many = await heartbeatMs(OLD_ROWS.many);
  console.log(JSON.stringify({ heartbeatMs: { few: rounded(few), many: rounded(many) } }));
  const late = await lateP95Ticks();
  const { cardToSharp } = await benchCards();
  const storm = await runNetworkStorm(STORM);
  console.log(
    JSON.stringify({
      bench: 'social',
      deliveries: storm.deliveries,
      calls: storm.calls,
      kills: storm.kills,
      doubles: storm.doubles.length,
      lost: storm.lost.length,
      unknown: storm.unknown,
      lateP95Ticks: late,
      tickGrowth: rounded(many / few),
      cardToSharp: rounded(cardToSharp),
      unknownShare: rounded(storm.unknown / storm.deliveries),
      unknownButOut: storm.unknownButOut,
      diedInACall: storm.diedInACall,
      doubtedAfterCopy: storm.doubted,
      disagreeing: storm.disagreeing.length,
    }),
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
