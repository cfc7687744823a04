import type { AudioEngine } from './audio-engine';
import type { System } from './system';
import type { ContentStore } from './content-store';
import type { FileStore } from './file-store';
import type { JobQueue } from './job-queue';
import type { CardPainter, SocialChannel } from './social-channel';
import type {
  AiringStore,
  ApprovalStore,
  ConsentStore,
  DeliveryStore,
  Journal,
  ReceiptStore,
  RenditionStore,
  SlotStore,
  SpotVersionStore,
  StationAccessStore,
} from './stores';
import type { AudiogramMaker, AudiogramPainter, AudiogramStore } from './audiograms';
import type { IncomingFiles, UploadStore } from './uploads';

export * from './audio-engine';
export * from './audiograms';
export * from './broadcast-writer';
export * from './system';
export * from './content-store';
export * from './file-store';
export * from './job-queue';
export * from './social-channel';
export * from './stores';
export * from './uploads';

export type Settings = {
  /** The address people use, without a trailing slash. */
  readonly publicUrl: string;
  readonly maximumUploadBytes: number;
  readonly maximumSpotSeconds: number;
  /** Longest film of a spot; of longer spots the beginning is taken. */
  readonly audiogramSeconds: number;
  /** Secret under which addresses and other personal values are digested before they are stored. */
  readonly digestKey: string;
};

/** Everything the trade needs from the outside world. Only `compose.ts` knows who provides it. */
export type Ports = {
  readonly settings: Settings;
  readonly system: System;
  readonly files: FileStore;
  readonly incoming: IncomingFiles;
  readonly audio: AudioEngine;
  readonly painter: CardPainter;
  readonly channels: ReadonlyMap<string, SocialChannel>;
  readonly jobs: JobQueue;
  readonly content: ContentStore;
  readonly spotVersions: SpotVersionStore;
  readonly renditions: RenditionStore;
  readonly consents: ConsentStore;
  readonly slots: SlotStore;
  readonly receipts: ReceiptStore;
  readonly airings: AiringStore;
  readonly stationAccess: StationAccessStore;
  readonly deliveries: DeliveryStore;
  readonly approvals: ApprovalStore;
  readonly uploads: UploadStore;
  readonly audiograms: AudiogramStore;
  readonly audiogramMaker: AudiogramMaker;
  readonly audiogramPainter: AudiogramPainter;
  readonly journal: Journal;
};
