import type { Core } from '@strapi/strapi';

import {
  installDocumentRules,
  keepLibraryPrivate,
  registerDeskActions,
  registerPartnerField,
  seedDeskLayout,
  seedExamples,
  seedLocales,
  seedRoles,
  type DocumentNews,
} from '../adapters/strapi';
import { whoPostsInstead } from '../use-cases/accounts';
import { protectWitness } from '../use-cases/alerts';
import { prepareMissing } from '../use-cases/audio';
import { voidApproval } from '../use-cases/social';
import { startTicker, type Ticker } from '../workers';
import { compose, type Composition } from './compose';
import { mountRoutes } from './mount-routes';
import type { Ports } from './ports';
import { libraryFolder, requireSecret } from './settings';

const COMPOSITION = 'yeelen';
const TICKER = 'yeelen-ticker';

/** Before anything is loaded: who may do what, the rules of documents, the doors. */
export async function registerYeelen(strapi: Core.Strapi): Promise<void> {
  // A test adds its own composition before loading, and wins.
  if (!strapi.has(COMPOSITION)) strapi.add(COMPOSITION, () => compose(strapi));
  const composition = strapi.get<Composition>(COMPOSITION);
  const signingKey = requireSecret('MEDIA_SIGNING_KEY');
  const folder = libraryFolder();

  await registerDeskActions(strapi);
  registerPartnerField(strapi);
  keepLibraryPrivate(strapi, folder, signingKey, composition.ports.system);
  const news: DocumentNews = {
    onPostChanged: (postCode) => voidApproval(composition.ports, postCode),
    onProfileChanged: async () => {
      await prepareMissing(composition.ports);
      tickerOf(strapi)?.wake();
    },
    onSpotProtected: (spotCode, person) =>
      protectWitness(composition.ports, { spotCode, isProtected: true, by: person ?? 'system' }),
  };
  const questions = {
    closedTo: (codes: readonly string[], person: string) =>
      whoPostsInstead(composition.ports, codes, person),
  };
  installDocumentRules(strapi, composition.ports.system, news, questions);
  mountRoutes(strapi, {
    composition,
    library: { folder, signingKey },
    wakeWorkers: () => tickerOf(strapi)?.wake(),
  });
}

/** Once everything is loaded: languages, roles and examples the first time, then the workers. */
export async function bootstrapYeelen(strapi: Core.Strapi): Promise<void> {
  const { ports, sweep } = strapi.get<Composition>(COMPOSITION);
  await seedLocales(strapi);
  await seedRoles(strapi, ports.system.now());
  await seedDeskLayout(strapi, ports.system.now());
  if (process.env['SEED_EXAMPLES'] !== 'false') await seedExamples(strapi, ports.system.now());
  await sweep();
  void announceEngine(strapi, ports);
  if (process.env['WORKERS'] === 'off') return;
  const ticker = startTicker(ports, {
    onError: (part, error) => strapi.log.error(`Worker ${part}: ${describe(error)}`),
  });
  strapi.add(TICKER, () => ticker);
}

/** Says which ffmpeg does the work and what it lacks. Without one the desk works on; a spot then says what is missing. */
async function announceEngine(strapi: Core.Strapi, ports: Ports): Promise<void> {
  try {
    const { version, origin, shortcomings } = await ports.audio.toolchain();
    strapi.log.info(`ffmpeg ${version} (${origin})`);
    for (const shortcoming of shortcomings) strapi.log.warn(`ffmpeg: ${shortcoming}`);
  } catch (error) {
    strapi.log.error(error instanceof Error ? error.message : String(error));
  }
}

/** Waits for the round of work in hand. */
export async function destroyYeelen(strapi: Core.Strapi): Promise<void> {
  await tickerOf(strapi)?.stop();
}

function tickerOf(strapi: Core.Strapi): Ticker | null {
  return strapi.has(TICKER) ? strapi.get<Ticker>(TICKER) : null;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
