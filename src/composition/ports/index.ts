import type { AccountSecretStore, AccountStateStore, SpendingStore } from './accounts';
import type { AttestationStore } from './attestations';
import type { AiringRecordingStore } from './airing-recordings';
import type { AsRunReader } from './as-run-reader';
import type { AudioEngine } from './audio-engine';
import type { BroadcastWriter } from './broadcast-writer';
import type { System } from './system';
import type { ClientScripts } from './client-scripts';
import type { ContentStore } from './content-store';
import type { FileStore } from './file-store';
import type { DeliveryTokenStore } from './delivery-tokens';
import type { FlightStore } from './flights';
import type { HandPostStore } from './hand-posts';
import type { InsightStore } from './insights';
import type { JobQueue } from './job-queue';
import type { People } from './people';
import type { PaperPrinter } from './paper';
import type { PostMover, TextCounter } from './post-mover';
import type { ChecksumStore, ManifestStore } from './manifests';
import type { SmsGateway, SmsMessageStore } from './sms';
import type { CardPainter, SocialChannel } from './social-channel';
import type { RumourStore } from './rumours';
import type { StationDayStore } from './station-days';
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
import type { Mailer } from './mailer';
import type { NoticeStore } from './notices';
import type { StationLinkStore } from './station-links';
import type { NudgeMailStore } from './nudge-mails';
import type { AudiogramMaker, AudiogramPainter, AudiogramStore } from './audiograms';
import type { IncomingFiles, UploadStore } from './uploads';

export * from './accounts';
export * from './attestations';
export * from './airing-recordings';
export * from './as-run-reader';
export * from './audio-engine';
export * from './audiograms';
export * from './broadcast-writer';
export * from './client-scripts';
export * from './station-links';
export * from './system';
export * from './content-store';
export * from './delivery-tokens';
export * from './file-store';
export * from './flights';
export * from './hand-posts';
export * from './insights';
export * from './job-queue';
export * from './mailer';
export * from './manifests';
export * from './notices';
export * from './people';
export * from './paper';
export * from './post-mover';
export * from './nudge-mails';
export * from './rumours';
export * from './sms';
export * from './social-channel';
export * from './station-days';
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
  readonly broadcastWriter: BroadcastWriter;
  readonly painter: CardPainter;
  readonly paper: PaperPrinter;
  readonly channels: ReadonlyMap<string, SocialChannel>;
  readonly jobs: JobQueue;
  readonly content: ContentStore;
  readonly people: People;
  readonly spotVersions: SpotVersionStore;
  readonly renditions: RenditionStore;
  readonly consents: ConsentStore;
  readonly slots: SlotStore;
  readonly flights: FlightStore;
  readonly receipts: ReceiptStore;
  readonly notices: NoticeStore;
  readonly nudgeMails: NudgeMailStore;
  /** Null where no mail server is set: then nobody is told by e-mail, and the desk says so. */
  readonly mailer: Mailer | null;
  readonly manifests: ManifestStore;
  readonly checksums: ChecksumStore;
  readonly deliveryTokens: DeliveryTokenStore;
  readonly airings: AiringStore;
  readonly attestations: AttestationStore;
  readonly airingRecordings: AiringRecordingStore;
  readonly stationDays: StationDayStore;
  readonly smsMessages: SmsMessageStore;
  readonly smsGateway: SmsGateway;
  readonly asRun: AsRunReader;
  readonly stationAccess: StationAccessStore;
  readonly stationLinks: StationLinkStore;
  readonly clientScripts: ClientScripts;
  readonly deliveries: DeliveryStore;
  readonly approvals: ApprovalStore;
  readonly postMover: PostMover;
  readonly textCounter: TextCounter;
  readonly handPosts: HandPostStore;
  readonly insights: InsightStore;
  readonly rumours: RumourStore;
  readonly uploads: UploadStore;
  readonly audiograms: AudiogramStore;
  readonly audiogramMaker: AudiogramMaker;
  readonly audiogramPainter: AudiogramPainter;
  readonly accountSecrets: AccountSecretStore;
  readonly accountStates: AccountStateStore;
  readonly spending: SpendingStore;
  readonly journal: Journal;
};
