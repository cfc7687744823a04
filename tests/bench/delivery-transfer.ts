import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { makeSecrets } from '../../scripts/lib/secrets.mjs';
import { startServerProcess } from '../helpers/server-process';
import { cutBundles, type CutsReading } from './delivery-cuts';
import type { DeliveryHouse } from './delivery-house';
import { fetchBytes, millisecondsEach } from './fetching';
import { startPlainNode } from './plain-node';
import { REST_LIST_PATH, TOKEN_FILE, writeRestStrapi } from './rest-list';
import { median } from './statistics';

const ROUNDS = 7;
/** A server that runs for weeks is warm: what it compiles in its first minute is no part of its speed. */
const WARMING_ROUNDS = 3;
const LARGE_DOWNLOADS = 60;
const USUAL_DOWNLOADS = 60;
const NOT_MODIFIED = 200;
const REST_LISTS = 15;

type Rounds = Readonly<Record<string, readonly number[]>>;

export type TransferReading = CutsReading & {
  /** Speed of a file through the door, over that of a bare Node stream of the same file. */
  readonly downloadToPlainNode: number;
  readonly usualDownloadToPlainNode: number;
  /** Rate of a 304 on the feed, over that of Strapi's own list. */
  readonly notModifiedToStrapi: number;
  /** Milliseconds for one answer, round by round. */
  readonly transferReadings: Rounds;
};

/** Measures the doors of a house against a bare Node server and against Strapi's own REST list. */
export async function measureTransfer(
  house: DeliveryHouse,
  seed: number,
): Promise<TransferReading> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yeelen-bench-rest-'));
  const running: { stop(): Promise<void> }[] = [];
  try {
    const server = await startServerProcess(house.server);
    running.push(server);
    const plain = await startPlainNode([house.sounds.large.file, house.sounds.usual.file]);
    running.push(plain);
    const rest = await startRestStrapi(folder);
    running.push(rest);
    const feed = `${server.url}${house.feedPath}/manifest.json`;
    const etag = (await fetchBytes(feed)).headers.etag ?? '';
    const measures: Readonly<Record<string, () => Promise<number>>> = {
      large: downloads(`${server.url}${house.sounds.large.path}`, LARGE_DOWNLOADS),
      plainLarge: downloads(`${plain.url}/0`, LARGE_DOWNLOADS),
      usual: downloads(`${server.url}${house.sounds.usual.path}`, USUAL_DOWNLOADS),
      plainUsual: downloads(`${plain.url}/1`, USUAL_DOWNLOADS),
      notModified: () =>
        millisecondsEach(NOT_MODIFIED, () => fetchBytes(feed, { 'if-none-match': etag }), 304),
      restList: () =>
        millisecondsEach(REST_LISTS, () => fetchBytes(rest.listUrl, rest.headers), 200),
    };
    const readings = await inTurn(measures, seed);
    const ratio = (theirs: string, ours: string) =>
      median(readings[theirs] ?? []) / median(readings[ours] ?? []);
    return {
      downloadToPlainNode: thousandths(ratio('plainLarge', 'large')),
      usualDownloadToPlainNode: thousandths(ratio('plainUsual', 'usual')),
      notModifiedToStrapi: thousandths(ratio('restList', 'notModified')),
      ...(await cutBundles(`${server.url}${house.bundlePath}`, seed)),
      transferReadings: readings,
    };
  } finally {
    await Promise.all(running.map((one) => one.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

function downloads(url: string, count: number): () => Promise<number> {
  return () => millisecondsEach(count, () => fetchBytes(url), 200);
}

async function startRestStrapi(folder: string) {
  const rest = path.join(folder, 'rest');
  mkdirSync(rest);
  writeRestStrapi(rest, path.resolve(__dirname, '..', '..'));
  const data = path.join(rest, 'data');
  const env = { ...makeSecrets(), DATA_DIR: data };
  const server = await startServerProcess({ appDir: rest, distDir: rest, env });
  try {
    const listUrl = `${server.url}${REST_LIST_PATH}`;
    const key = readFileSync(path.join(data, TOKEN_FILE), 'utf8');
    const headers = { authorization: `Bearer ${key}` };
    const { body } = await fetchBytes(listUrl, headers);
    if (!isFullList(body)) {
      throw new Error(
        `Strapi’s own list is not 100 full documents: ${body.toString().slice(0, 200)}`,
      );
    }
    return { listUrl, headers, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** A hundred documents, each with its spot and its station. */
function isFullList(body: Buffer): boolean {
  const { data } = JSON.parse(body.toString()) as {
    data?: readonly { spot?: { code?: string }; station?: { code?: string } }[];
  };
  return (
    data?.length === 100 && data.every(({ spot, station }) => spot?.code && station?.code) === true
  );
}

/** Every measure some times to warm up, then round by round, each round in another order, so that no one has the quiet minute. */
async function inTurn(
  measures: Readonly<Record<string, () => Promise<number>>>,
  seed: number,
): Promise<Rounds> {
  const names = Object.keys(measures);
  const readings: Record<string, number[]> = {};
  for (let round = 0; round < WARMING_ROUNDS + ROUNDS; round += 1) {
    const start = (seed + round) % names.length;
    for (const name of [...names.slice(start), ...names.slice(0, start)]) {
      const milliseconds = (await measures[name]?.()) ?? Number.NaN;
      if (round >= WARMING_ROUNDS)
        readings[name] = [...(readings[name] ?? []), thousandths(milliseconds)];
    }
  }
  return readings;
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
