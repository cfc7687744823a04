import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Knex } from 'knex';

import { createAsRunReader } from '../../src/adapters/as-run';
import { createJobQueue } from '../../src/adapters/queue';
import { createSimulatorSmsGateway } from '../../src/adapters/simulator';
import { createSecretBox } from '../../src/adapters/secret-box';
import { createAccountSecretStore, createSqlStores, movePostRows } from '../../src/adapters/sql';
import { createDiskFileStore, createIncomingFiles } from '../../src/adapters/storage';
import { createSystem } from '../../src/adapters/system';
import { createTextCounter } from '../../src/adapters/twitter-text';
import { createBroadcastWriter } from '../../src/adapters/wave';
import type {
  AudioEngine,
  CardPainter,
  PaperPrinter,
  AudiogramMaker,
  AudiogramPainter,
  Ports,
  System,
} from '../../src/composition/ports';
import { buildContent, createTestContentStore, type TestContent } from './content';
import { openTestDatabase } from './database';

/** Time stands still until the story moves it. */
export type TestClock = {
  now(): Date;
  set(instant: Date | string): void;
  advance(by: {
    readonly days?: number;
    readonly minutes?: number;
    readonly seconds?: number;
  }): void;
};

function createTestClock(start: Date | string): TestClock {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    set: (instant) => {
      now = new Date(instant);
    },
    advance: ({ days = 0, minutes = 0, seconds = 0 }) => {
      now = new Date(now.getTime() + ((days * 24 * 60 + minutes) * 60 + seconds) * 1000);
    },
  };
}

/** A port that nobody prepared: any use of it fails, and says by name what was used. */
export function unprepared<Port extends object>(name: string): Port {
  // Asked of every object that passes through `await` or a printer: not a use of the port.
  const harmless = new Set<string | symbol>(['then', 'toJSON', 'constructor', '$$typeof']);
  return new Proxy({} as Port, {
    get(_target, property) {
      if (typeof property === 'symbol' || harmless.has(property)) return undefined;
      throw new Error(`The story did not prepare ${name}.${property}.`);
    },
  });
}

/** Ports over tables, a folder and documents that are there already. */
export function createTestPorts(given: {
  readonly knex: Knex;
  readonly folder: string;
  readonly content: TestContent;
  readonly now: () => Date;
  readonly overrides?: Partial<Omit<Ports, 'content'>>;
}): Ports {
  const system: System = { ...createSystem(), now: given.now };
  return {
    settings: {
      publicUrl: 'http://127.0.0.1:1337',
      maximumUploadBytes: 20 * 1024 * 1024,
      maximumSpotSeconds: 180,
      audiogramSeconds: 60,
      digestKey: 'only for tests',
    },
    system,
    files: createDiskFileStore(given.folder),
    incoming: createIncomingFiles(given.folder),
    audio: unprepared<AudioEngine>('audio'),
    broadcastWriter: createBroadcastWriter(),
    painter: unprepared<CardPainter>('painter'),
    paper: unprepared<PaperPrinter>('paper'),
    asRun: createAsRunReader(),
    smsGateway: createSimulatorSmsGateway(),
    audiogramMaker: unprepared<AudiogramMaker>('audiogramMaker'),
    audiogramPainter: unprepared<AudiogramPainter>('audiogramPainter'),
    channels: new Map(),
    jobs: createJobQueue(given.knex),
    // No story needs the browser's scripts unless it brings them along.
    clientScripts: { of: () => null },
    content: createTestContentStore(given.content),
    textCounter: createTextCounter(),
    postMover: {
      async move(move) {
        const isMoved = await given.knex.transaction((trx) => movePostRows(trx, move));
        const { posts } = given.content;
        const place = posts.findIndex(({ documentId }) => documentId === move.documentId);
        const post = posts[place];
        if (isMoved && post !== undefined) posts[place] = { ...post, dueAt: move.dueAt };
        return isMoved;
      },
    },
    mailer: null,
    people: {
      namesOf: async (people) => new Map(people.map((one) => [one, `Nom de ${one}`])),
      everybody: async () => [{ person: 'user:7', name: 'Awa Diarra' }],
      addressForAlerts: async () => null,
    },
    accountSecrets: createAccountSecretStore(given.knex, createSecretBox('only for tests')),
    ...createSqlStores(given.knex),
    ...given.overrides,
  };
}

export type TestPorts = {
  readonly ports: Ports;
  readonly clock: TestClock;
  /** The documents; change them as an editor would. */
  readonly content: TestContent;
  readonly knex: Knex;
  /** The SQLite file, for a second connection. */
  readonly databaseFile: string;
  /** Where the file store keeps its files. */
  readonly folder: string;
  close(): Promise<void>;
};

/**
 * Ports for a story: real tables and real files in scratch folders, documents in memory, a clock that the story
 * drives. The engine and the networks have to be brought along.
 *
 * @param given.now where the clock starts; 24 November 2026, 9:00 UTC unless told.
 */
export async function openTestPorts(
  given: Partial<Omit<Ports, 'content'>> & {
    readonly content?: Partial<TestContent>;
    readonly now?: Date | string;
  } = {},
): Promise<TestPorts> {
  const { content: documents, now, ...overrides } = given;
  const clock = createTestClock(now ?? '2026-11-24T09:00:00Z');
  const content = buildContent(documents);
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'yeelen-media-'));
  const ports = createTestPorts({
    knex: database.knex,
    folder,
    content,
    now: () => clock.now(),
    overrides,
  });
  return {
    ports,
    clock,
    content,
    knex: database.knex,
    databaseFile: database.file,
    folder,
    async close() {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
