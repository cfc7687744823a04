import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import type { AddressInfo } from 'node:net';

import { createAudiogramPainter, createCardPainter } from '../../../src/adapters/sharp';
import { readClientScripts } from '../../../src/adapters/storage';
import type { Rendition } from '../../../src/domain/audio';
import type { Slot } from '../../../src/domain/broadcast';
import { profileHash } from '../../../src/use-cases/audio';
import { fingerprintOf } from '../../../src/use-cases/messages';
import { issueStationCode } from '../../../src/use-cases/stations';
import { createPublicRoutes, type WallEntry } from '../../../src/web/public';
import { createDoorRoutes, DOOR_FORMATS } from '../../../src/web/doors';
import { createStationRoutes, stationCodeOfVisitor } from '../../../src/web/station';
import type { WebRoute } from '../../../src/web/shared';
import {
  buildMessage,
  buildProfile,
  buildRendition,
  buildSlot,
  buildSpot,
  buildSpotVersion,
  buildStation,
  buildTranslation,
} from '../../helpers/builders';
import { buildCampaign } from '../../helpers/content';
import { openTestPorts, type TestPorts } from '../../helpers/test-ports';

/** The morning of the stories, in Bamako (UTC+0). */
export const MORNING = '2026-12-02T08:00:00Z';
export const TODAY = '2026-12-02';

type Handler = WebRoute['handler'];
type KoaApp = {
  use(middleware: unknown): void;
  callback(): (request: unknown, response: unknown) => void;
  proxy: boolean;
  silent: boolean;
};
type KoaRouter = {
  get(path: string, h: Handler): void;
  post(path: string, h: Handler): void;
  routes(): unknown;
};

const load = createRequire(import.meta.url);
const Koa = load('koa') as new () => KoaApp;
const Router = load('@koa/router') as new () => KoaRouter;

export type World = TestPorts & {
  readonly address: string;
  readonly accidents: string[];
  readonly wall: WallEntry[];
  /** Adds a spot with its recording of `seconds`, prepared in the profile of station KAY. */
  addSpot(what: {
    readonly code: string;
    readonly sizeBytes?: number;
    readonly spot?: Partial<Parameters<typeof buildSpot>[0]>;
  }): Promise<Rendition & { readonly content: Buffer }>;
  addSlot(what: Partial<Slot> & { readonly id: string }): Promise<Slot>;
  /** The access code of a station, made anew. */
  accessCode(stationCode?: string): Promise<string>;
  /** Signs a station in and gives the cookie. */
  signIn(stationCode?: string): Promise<string>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  post(
    path: string,
    form: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Response>;
};

/** Bytes that differ from place to place, so that a part from the wrong place is noticed. */
export function recording(sizeBytes: number, seed: string): Buffer {
  const bytes = Buffer.alloc(sizeBytes);
  let block = createHash('sha256').update(seed).digest();
  for (let at = 0; at < sizeBytes; at += block.length) {
    block = createHash('sha256').update(block).digest();
    block.copy(bytes, at);
  }
  return bytes;
}

/** A server with the pages as they are mounted, real tables and files, and two stations. */
export async function openWorld(
  given: {
    readonly publicUrl?: string;
    readonly proxy?: boolean;
    /** Where the scripts of the pages were built; without, the pages have none. */
    readonly clientFolder?: string;
  } = {},
): Promise<World> {
  const profile = buildProfile();
  const test = await openTestPorts({
    now: MORNING,
    painter: createCardPainter(),
    audiogramPainter: createAudiogramPainter(),
    ...(given.clientFolder === undefined
      ? {}
      : { clientScripts: readClientScripts(given.clientFolder) }),
    settings: {
      publicUrl: given.publicUrl ?? 'http://127.0.0.1:1337',
      maximumUploadBytes: 20 * 1024 * 1024,
      audiogramSeconds: 60,
      maximumSpotSeconds: 180,
      digestKey: 'only for tests',
    },
    content: {
      campaign: buildCampaign({
        pitch: 'Partir, rester ou revenir : un choix libre, fait en connaissance de cause.',
        partners: [
          {
            name: 'Association des radios de Kayes',
            website: 'https://radios.example',
            logoFile: null,
          },
        ],
        donors: [{ name: 'Fonds pour la protection', website: '', logoFile: null }],
      }),
      profiles: [profile],
      stations: [
        buildStation({ code: 'KAY', name: 'Radio Rurale de Kayes', place: 'Kayes' }),
        buildStation({ code: 'BKO', name: 'Radio Bamako-Rive', place: 'Bamako' }),
      ],
      messages: [messageInThreeLanguages()],
    },
  });
  const accidents: string[] = [];
  const wall: WallEntry[] = [];
  const report = (address: string, error: unknown) =>
    void accidents.push(`${address}: ${String(error)}`);
  const { server, address } = await serve(
    [
      ...createPublicRoutes(test.ports, { wallEntries: async () => wall, report }),
      ...createStationRoutes(test.ports, report),
      ...createDoorRoutes({
        ports: test.ports,
        formats: DOOR_FORMATS,
        report,
        signedIn: (ctx) => stationCodeOfVisitor(ctx, test.ports),
      }),
    ],
    given.proxy ?? false,
  );
  const { ports, content } = test;

  const fetchHere = (path: string, init: RequestInit = {}) =>
    fetch(`${address}${path}`, { redirect: 'manual', ...init });
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    fetchHere(path, { method: 'POST', body: new URLSearchParams(form), headers });
  const accessCode = async (stationCode = 'KAY') => {
    const issued = await issueStationCode(ports, stationCode, 'user:manager');
    if (issued === null) throw new Error(`There is no station ${stationCode}.`);
    return issued.accessCode;
  };

  return {
    ...test,
    address,
    accidents,
    wall,
    fetch: fetchHere,
    post,
    accessCode,
    async addSpot({ code, sizeBytes = 48_000, spot = {} }) {
      content.spots.push(buildSpot({ code, messageCode: 'CHOIX-01', ...spot }));
      const bytes = recording(sizeBytes, code);
      const storageKey = `renditions/${code}.mp3`;
      await ports.files.put(storageKey, Readable.from([bytes]), 50_000_000);
      const version = await ports.spotVersions.add(
        buildSpotVersion({ spotCode: code, id: `v-${code}` }),
      );
      const rendition = await ports.renditions.add(
        buildRendition({
          id: `r-${code}`,
          spotVersionId: version.id,
          spotCode: code,
          profileHash: profileHash(profile),
          storageKey,
          fileName: `${code}_v1_FR_030s.mp3`,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          sizeBytes,
        }),
      );
      return { ...rendition, content: bytes };
    },
    async addSlot(what) {
      const slot = buildSlot({
        windowStart: new Date(`${what.airDate ?? TODAY}T07:00:00Z`),
        windowEnd: new Date(`${what.airDate ?? TODAY}T07:30:00Z`),
        airDate: TODAY,
        ...what,
      });
      await ports.slots.addAll([slot], 'user:manager', new Date(MORNING));
      return slot;
    },
    async signIn(stationCode = 'KAY') {
      const answer = await post('/station/session', {
        station: stationCode,
        access: await accessCode(stationCode),
      });
      const cookie = answer.headers.get('set-cookie') ?? '';
      return cookie.slice(0, cookie.indexOf(';'));
    },
    async close() {
      await new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
      await test.close();
    },
  };
}

async function serve(
  routes: readonly WebRoute[],
  proxy: boolean,
): Promise<{ readonly server: Server; readonly address: string }> {
  const app = new Koa();
  app.proxy = proxy;
  app.silent = true;
  const router = new Router();
  for (const { method, path, handler } of routes) {
    if (method === 'GET') router.get(path, handler);
    else router.post(path, handler);
  }
  app.use(router.routes());
  const server = createServer(app.callback());
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${port}` };
}

/** French and Bambara are published, Soninke is still a draft. */
export function messageInThreeLanguages() {
  const fr = buildTranslation({
    title: 'Avant de partir, informez-vous',
    body: 'Chaque année, des jeunes de la région prennent la route sans connaître leurs droits.\n\nUn conseil gratuit existe : on y parle de la route, des papiers, et aussi de ce que l’on peut faire ici.',
    callToAction: 'Appelez le numéro vert : l’appel est gratuit et personne ne vous jugera.',
    reviewState: 'approved',
    isPublished: true,
  });
  return buildMessage({
    code: 'CHOIX-01',
    factsSource: 'Enquête de la campagne auprès de 400 jeunes, 2026',
    helpContact: 'Centre d’écoute de Kayes, quartier Liberté.',
    translations: {
      fr,
      bm: buildTranslation({
        language: 'bm',
        title: 'Sani i ka taa, i yɛrɛ kunnafoni',
        body: 'Laadilikan fu bɛ yen. Sɛbɛnw ni sira kan, u bɛ kuma o bɛɛ kan.',
        callToAction: 'Telefɔni wele : a fu don.',
        reviewState: 'approved',
        isPublished: true,
        translatedFrom: fingerprintOf(fr),
      }),
      snk: buildTranslation({
        language: 'snk',
        title: 'Draft',
        body: 'Draft',
        callToAction: 'Draft',
        reviewState: 'draft',
        translatedFrom: fingerprintOf(fr),
      }),
    },
  });
}
