import path from 'node:path';
import { buffer } from 'node:stream/consumers';

import type { Core } from '@strapi/strapi';

import { createAsRunReader } from '../adapters/as-run';
import { createFfmpegEngine, createAudiogramMaker } from '../adapters/ffmpeg';
import { createFacebookChannel } from '../adapters/facebook';
import { createGammuSmsGateway } from '../adapters/gammu';
import { createPaperPrinter } from '../adapters/paper';
import { createSmtpMailer } from '../adapters/mail';
import { createJobQueue } from '../adapters/queue';
import { createCardPainter, createAudiogramPainter } from '../adapters/sharp';
import { createSimulatorChannel, createSimulatorSmsGateway } from '../adapters/simulator';
import { createSecretBox } from '../adapters/secret-box';
import { createAccountSecretStore, createSqlStores, movePostRows } from '../adapters/sql';
import { createDiskFileStore, createIncomingFiles, readClientScripts } from '../adapters/storage';
import { createContentStore, createPeople, createPostMover } from '../adapters/strapi';
import { createSystem } from '../adapters/system';
import { createTelegramChannel } from '../adapters/telegram';
import { createTextCounter } from '../adapters/twitter-text';
import { createBroadcastWriter } from '../adapters/wave';
import { createXChannel } from '../adapters/x';
import { isLanguage, SOURCE_LANGUAGE } from '../domain/shared';
import type { WallEntry } from '../web/public';
import { microUsdOf } from '../domain/social';
import type { Network } from '../domain/social';
import type { ChannelNeeds, Ports, SocialChannel } from './ports';
import {
  audiogramSeconds,
  gammuOutbox,
  libraryFolder,
  mailSettings,
  mediaFolder,
  publicUrl,
  requireSecret,
  socialSettings,
} from './settings';

/** Longest spot in seconds: an announcement, a testimony or a short drama; a programme is not a spot. */
const MAXIMUM_SPOT_SECONDS = 10 * 60;

/** Ten minutes of 48 kHz 16-bit mono WAV are 58 MB; a phone's recording is far below. */
const MAXIMUM_UPLOAD_BYTES = 50 * 1024 * 1024;

export type Composition = {
  readonly ports: Ports;
  /** What the simulated network shows. */
  readonly wallEntries: () => Promise<readonly WallEntry[]>;
  /** Removes what a killed process left unfinished. */
  readonly sweep: () => Promise<void>;
};

/** The only place that builds adapters. */
export function compose(strapi: Core.Strapi): Composition {
  const knex = strapi.db.connection;
  const system = createSystem();
  const media = mediaFolder();
  const files = createDiskFileStore(media);
  const address = publicUrl();
  const simulator = createSimulatorChannel({
    folder: path.join(media, 'wall'),
    now: () => system.now(),
    wallUrl: `${address}/mur`,
  });
  const broadcastWriter = createBroadcastWriter();
  const mail = mailSettings();
  const outbox = gammuOutbox();
  const social = socialSettings();
  const stores = createSqlStores(knex);
  const secretBox = createSecretBox(social.secretsKey, social.oldSecretsKeys);
  const accountSecrets = createAccountSecretStore(knex, secretBox);
  const needsOf = (network: Network, apiUrl: string): ChannelNeeds => ({
    apiUrl,
    now: () => system.now(),
    secretsOf: (accountCode) => accountSecrets.read(accountCode, network),
    readMedia: (key) => buffer(files.read(key)),
    onPaid: async (accountCode, call, times) => {
      const microUsd = microUsdOf(call, times);
      await stores.spending
        .add({ accountCode, call, times, microUsd, at: system.now() })
        .catch((error: unknown) =>
          strapi.log.error(`Spending of ${accountCode}: ${String(error)}`),
        );
    },
  });
  const channels: readonly SocialChannel[] = [
    simulator,
    createXChannel(needsOf('x', social.xApiUrl)),
    createFacebookChannel(needsOf('facebook', social.facebookGraphUrl)),
    createTelegramChannel(needsOf('telegram', social.telegramApiUrl)),
  ];
  const ports: Ports = {
    settings: {
      publicUrl: address,
      maximumUploadBytes: MAXIMUM_UPLOAD_BYTES,
      maximumSpotSeconds: MAXIMUM_SPOT_SECONDS,
      audiogramSeconds: audiogramSeconds(),
      digestKey: requireSecret('DIGEST_KEY'),
    },
    system,
    files,
    incoming: createIncomingFiles(media),
    audio: createFfmpegEngine({
      maximumSeconds: MAXIMUM_SPOT_SECONDS,
      refusesOld: process.env['FFMPEG_REFUSE_OLD'] === 'true',
      broadcastWriter,
    }),
    broadcastWriter,
    audiogramMaker: createAudiogramMaker({ maximumSeconds: MAXIMUM_SPOT_SECONDS }),
    audiogramPainter: createAudiogramPainter(),
    painter: createCardPainter(),
    paper: createPaperPrinter(),
    asRun: createAsRunReader(),
    smsGateway: outbox === null ? createSimulatorSmsGateway() : createGammuSmsGateway(outbox),
    channels: new Map(channels.map((channel) => [channel.network, channel])),
    jobs: createJobQueue(knex),
    content: createContentStore(strapi, libraryFolder()),
    postMover: createPostMover(strapi, movePostRows),
    textCounter: createTextCounter(),
    people: createPeople(strapi),
    clientScripts: readClientScripts(path.join(strapi.dirs.dist.root, 'client')),
    mailer: mail === null ? null : createSmtpMailer(mail),
    accountSecrets,
    ...stores,
  };
  return {
    ports,
    sweep: () => files.sweepScratch(),
    wallEntries: async () => {
      const accounts = await ports.content.accounts();
      const nameOf = (code: string) => accounts.find((account) => account.code === code)?.name;
      const entries = await simulator.wallEntries();
      return entries.map(({ language, ...entry }) => ({
        ...entry,
        language: isLanguage(language) ? language : SOURCE_LANGUAGE,
        accountName: nameOf(entry.accountCode) ?? entry.accountCode,
      }));
    },
  };
}
