import { performance } from 'node:perf_hooks';

import type { Knex } from 'knex';

import { createSimulatorChannel } from '../../src/adapters/simulator';
import type { SimulatorChannel, SimulatorFaults } from '../../src/adapters/simulator';
import { createSecretBox } from '../../src/adapters/secret-box';
import { createAccountSecretStore, createSqlStores } from '../../src/adapters/sql';
import { createDiskFileStore } from '../../src/adapters/storage';
import { createSystem } from '../../src/adapters/system';
import { createTextCounter } from '../../src/adapters/twitter-text';
import type { Post } from '../../src/domain/social';
import type { PlanningPorts } from '../../src/use-cases/social';
import { buildAccount, buildPost } from './builders';
import { buildContent, createTestContentStore } from './content';
import { wordPainter } from './social-world';

/** What the processes of a storm share: one database file, one wall, one media folder. Nothing else. */
export type StormPlace = {
  readonly databaseFile: string;
  readonly wallFolder: string;
  readonly mediaFolder: string;
};

/** What one process is told on its command line. */
export type StormOrder = StormPlace & {
  readonly postCount: number;
  readonly startsAt: string;
  readonly seed: number;
};

export const STORM_START = new Date('2026-12-01T12:00:00Z');
export const ROUND_MINUTES = 3;
export const POSTS_A_ROUND = 6;

/** Posts that fall due round by round, in two languages; each text is unlike any other, so that the wall can be counted. */
export function stormPosts(count: number): Post[] {
  return Array.from({ length: count }, (_, index) =>
    buildPost({
      code: `STORM-${index}`,
      texts: { fr: `Message ${index}.`, bm: `Cikan ${index}.` },
      dueAt: new Date(
        STORM_START.getTime() + Math.floor(index / POSTS_A_ROUND) * ROUND_MINUTES * 60_000,
      ),
      lateToleranceMinutes: 10_000,
    }),
  );
}

/** A clock that starts where it is told and goes on as time does. */
export function runningClock(startsAt: Date): () => Date {
  const begun = performance.now();
  return () => new Date(startsAt.getTime() + Math.floor(performance.now() - begun));
}

/** Bad weather by chance: lines that break before and after, limits, refusals, a timeline that is slow or down. */
export function stormWeather(chance: () => number, now: () => Date): SimulatorFaults {
  return {
    onPublish: () => {
      const lot = chance();
      if (lot < 0.15) return { kind: 'hang-up-before' };
      if (lot < 0.3) return { kind: 'hang-up-after' };
      if (lot < 0.36) return { kind: 'rate-limit', until: new Date(now().getTime() + 60_000) };
      return lot < 0.38 ? { kind: 'unauthorized' } : null;
    },
    isTimelineDown: () => chance() < 0.4,
    timelineLagMs: 30_000,
    pause: () => new Promise((resume) => setTimeout(resume, chance() * 15)),
  };
}

/** Ports of one process in the storm. */
export function stormPorts(
  knex: Knex,
  place: StormPlace,
  posts: Post[],
  now: () => Date,
  faults: SimulatorFaults = {},
): { readonly ports: PlanningPorts; readonly channel: SimulatorChannel } {
  const channel = createSimulatorChannel({
    folder: place.wallFolder,
    now,
    wallUrl: '/mur',
    faults,
  });
  const content = buildContent({ accounts: [buildAccount()], posts });
  return {
    channel,
    ports: {
      system: { ...createSystem(), now },
      files: createDiskFileStore(place.mediaFolder),
      painter: wordPainter,
      channels: new Map([[channel.network, channel]]),
      content: createTestContentStore(content),
      accountSecrets: createAccountSecretStore(knex, createSecretBox(undefined)),
      textCounter: createTextCounter(),
      ...createSqlStores(knex),
    },
  };
}

/** A person who lets the account go on whenever it rests: otherwise a storm's first limit would end its round. */
export async function endPauses({ accountStates, system }: PlanningPorts): Promise<void> {
  await accountStates.change(
    buildAccount().code,
    (state) => (state.pause === null ? state : { ...state, pause: null }),
    system.now(),
  );
}
