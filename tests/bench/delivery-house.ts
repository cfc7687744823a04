import { createHash } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';

import { makeSecrets } from '../../scripts/lib/secrets.mjs';
import { addDays, dayInZone, instantInZone } from '../../src/domain/shared';
import { profileHash } from '../../src/use-cases/audio';
import { currentManifest, issueDeliveryToken } from '../../src/use-cases/delivery';
import { buildRendition, buildSlot, buildSpotVersion } from '../helpers/builders';
import { seededChance } from '../helpers/chance';
import type { ServerRequest } from '../helpers/server-process';
import { bootApp, newFolders, type App } from '../helpers/strapi';

const STATION = 'KAY';
const SPOTS = 20;
const SLOTS = 100;
/** Half a minute of 48 kHz 16-bit stereo WAV. */
const LARGE_SOUND_BYTES = 5_760_044;
/** Half a minute of MP3 at 128 kbit/s. */
const SOUND_BYTES = 480_000;

export type DeliveryHouse = {
  /** The installation, to be started as a process of its own. */
  readonly server: ServerRequest;
  readonly feedPath: string;
  readonly bundlePath: string;
  readonly sounds: Readonly<
    Record<'large' | 'usual', { readonly path: string; readonly file: string }>
  >;
};

/** An installation with 100 slots of 20 spots on one station, and links to its feed and bundle. */
export async function furnishHouse(seed: number): Promise<DeliveryHouse> {
  const secrets = makeSecrets();
  const folders = newFolders();
  const app = await bootApp({ env: secrets, folders });
  try {
    const names = await addSpots(app, seed);
    await addSlots(app, [...names.keys()]);
    const feed = await linkFor(app, 'feed');
    const bundle = await linkFor(app, 'bundle');
    const head = await currentManifest(app.ports, STATION);
    const manifest = await app.ports.manifests.byVersion(STATION, head?.version ?? 0);
    if (manifest?.slots.length !== SLOTS) {
      throw new Error(`The list has ${manifest?.slots.length ?? 0} slots instead of ${SLOTS}.`);
    }
    const sound = (spotCode: string) => ({
      path: `/d/${feed}/sounds/${manifest.files.find((file) => file.spotCode === spotCode)?.fileName ?? ''}`,
      file: path.join(folders.media, names.get(spotCode) ?? ''),
    });
    const [large = '', usual = ''] = names.keys();
    const project = path.resolve(__dirname, '..', '..');
    return {
      server: {
        appDir: project,
        distDir: path.join(project, 'dist'),
        env: {
          ...secrets,
          DATABASE_CLIENT: 'sqlite',
          // The recordings have no master: nothing must be prepared from them.
          WORKERS: 'off',
          DATA_DIR: folders.data,
          MEDIA_DIR: folders.media,
        },
      },
      feedPath: `/d/${feed}`,
      bundlePath: `/d/${bundle}/bundle.zip`,
      sounds: { large: sound(large), usual: sound(usual) },
    };
  } finally {
    await app.stop();
  }
}

/** The spots, the first with a large file: their codes, and the key of each file. */
async function addSpots(app: App, seed: number): Promise<ReadonlyMap<string, string>> {
  const chance = seededChance(seed);
  const { ports } = app;
  const station = await ports.content.stationByCode(STATION);
  const profile = (await ports.content.profiles()).find(
    ({ code }) => code === station?.profileCode,
  );
  if (profile === undefined) throw new Error('The example station has no profile.');
  const today = dayInZone(ports.system.now(), 'Africa/Bamako');
  const keys = new Map<string, string>();
  for (let index = 0; index < SPOTS; index += 1) {
    const code = await addDocument(app, today, index);
    const sizeBytes = index === 0 ? LARGE_SOUND_BYTES : SOUND_BYTES + index;
    const bytes = Buffer.from(Array.from({ length: sizeBytes }, () => chance() * 256));
    const storageKey = `renditions/bench-${code}.mp3`;
    await ports.files.put(storageKey, Readable.from([bytes]), LARGE_SOUND_BYTES);
    const { number: _given, ...version } = buildSpotVersion({ spotCode: code });
    const { id } = await ports.spotVersions.add(version);
    await ports.renditions.add(
      buildRendition({
        id: `rendition-${code}`,
        spotVersionId: id,
        spotCode: code,
        profileCode: profile.code,
        profileHash: profileHash(profile),
        storageKey,
        sizeBytes,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        fileName: `${code}_v1_FR_030s.mp3`,
      }),
    );
    keys.set(code, storageKey);
  }
  return keys;
}

type Documents = (uid: string) => { create(call: object): Promise<{ readonly code: string }> };

async function addDocument(app: App, today: string, index: number): Promise<string> {
  const spots = (app.strapi.documents as unknown as Documents)('api::spot.spot');
  const { code } = await spots.create({
    data: {
      title: `Spot de mesure ${index + 1}`,
      language: 'fr',
      voices: 'no-real-person',
      flightStart: today,
      flightEnd: addDays(today, 60),
      liveText: 'Avant de partir, informez-vous auprès du centre d’écoute le plus proche.',
    },
  });
  return code;
}

/** The slots, spread over the days of the list. */
async function addSlots(app: App, codes: readonly string[]): Promise<void> {
  const now = app.ports.system.now();
  const today = dayInZone(now, 'Africa/Bamako');
  const slots = Array.from({ length: SLOTS }, (_, index) => {
    const airDate = addDays(today, index % 8);
    const hour = String(6 + Math.floor(index / 8)).padStart(2, '0');
    const at = (minutes: string) =>
      instantInZone(airDate, `${hour}:${minutes}`, 'Africa/Bamako') ?? now;
    return buildSlot({
      id: `slot-${index}`,
      stationCode: STATION,
      spotCode: codes[index % codes.length] ?? '',
      windowStart: at('00'),
      windowEnd: at('30'),
      airDate,
    });
  });
  await app.ports.slots.addAll(slots, 'user:1', now);
}

async function linkFor(app: App, purpose: 'feed' | 'bundle'): Promise<string> {
  const issued = await issueDeliveryToken(app.ports, {
    stationCode: STATION,
    purpose,
    label: 'Mesure',
    by: 'user:1',
  });
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  return issued.secret;
}
