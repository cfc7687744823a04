import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createSimulatorChannel } from '../../src/adapters/simulator';
import type { SimulatorChannel, SimulatorFaults } from '../../src/adapters/simulator';
import type { CardPainter } from '../../src/composition/ports';
import type { Delivery } from '../../src/domain/social';
import { approvePost, publishDue } from '../../src/use-cases/social';
import { buildAccount, buildPost } from './builders';
import type { TestContent } from './content';
import { openTestPorts } from './test-ports';
import type { TestPorts } from './test-ports';

/** Writes the words where the picture would be: enough to see which card went out. */
export const wordPainter: CardPainter = {
  revision: 1,
  paint: async (card, outputPath) => {
    await writeFile(outputPath, JSON.stringify(card));
    return 'painted';
  },
  clean: async (_inputPath, outputPath) => {
    await writeFile(outputPath, 'a cleaned photograph');
    return { width: 800, height: 600 };
  },
};

/** Weather that a story may change while it runs. */
export type Weather = { -readonly [Name in keyof SimulatorFaults]: SimulatorFaults[Name] };

export type SocialWorld = TestPorts & {
  readonly channel: SimulatorChannel;
  readonly weather: Weather;
  /** The texts on the wall, as the network itself holds them. */
  wallTexts(): Promise<readonly string[]>;
  /** Approves a post that has to be in order. */
  approve(postCode?: string): Promise<readonly Delivery[]>;
  /** One heartbeat at the clock's instant; answers its events. */
  beat(): Promise<readonly string[]>;
  /** The first delivery of a post, as the rows tell it. */
  delivery(postCode?: string): Promise<Delivery>;
};

/**
 * A post in order (`POST-1`, French, due 1 December 2026 at 12:00 UTC, an hour of tolerance), an account on the
 * simulator, its ledger in a folder of its own. The clock stands at nine in the morning of that day.
 */
export async function openSocialWorld(content: Partial<TestContent> = {}): Promise<SocialWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'yeelen-wall-'));
  const weather: Weather = {};
  let clockNow = () => new Date(0);
  const channel = createSimulatorChannel({
    folder,
    now: () => clockNow(),
    wallUrl: 'http://127.0.0.1/mur',
    faults: weather,
  });
  const world = await openTestPorts({
    now: '2026-12-01T09:00:00Z',
    painter: wordPainter,
    channels: new Map([[channel.network, channel]]),
    content: { accounts: [buildAccount()], posts: [buildPost()], ...content },
  });
  clockNow = () => world.clock.now();
  const { ports, clock } = world;

  return {
    ...world,
    channel,
    weather,
    wallTexts: async () => (await channel.wallEntries()).map(({ text }) => text).sort(),
    async approve(postCode = 'POST-1') {
      const answer = await approvePost(ports, postCode, 'user:manager');
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
      return answer.value.deliveries;
    },
    async beat() {
      const { events, troubles } = await publishDue(ports, clock.now());
      if (troubles.length > 0) throw new Error(JSON.stringify(troubles));
      return events.map(({ event }) => event);
    },
    async delivery(postCode = 'POST-1') {
      const [first] = await ports.deliveries.ofPost(postCode);
      if (first === undefined) throw new Error(`${postCode} has no delivery.`);
      return first;
    },
    async close() {
      await world.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
