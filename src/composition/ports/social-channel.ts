import type {
  AccountSecrets,
  CardPalette,
  CardShape,
  CardTemplate,
  ConnectionReport,
  DeliveryContent,
  InsightReading,
  PaidCall,
  SendOutcome,
} from '../../domain/social';

/** A post as the network shows it. */
export type TimelineEntry = {
  readonly remoteId: string;
  readonly remoteUrl: string;
  readonly text: string;
  readonly publishedAt: Date;
};

/** One network. Never throws for what a network may answer: every answer is one of the trade's words. */
export interface SocialChannel {
  readonly network: string;
  /** No call lasts longer than this, in milliseconds. */
  readonly callTimeoutMs: number;
  /** Longest text the network takes, in its own weight, and the weight of a text. */
  readonly maximumWeight: number;
  weigh(text: string): number;
  publish(content: DeliveryContent): Promise<SendOutcome>;
  /** What the account published since an instant; null when the network does not answer. */
  timeline(accountCode: string, since: Date): Promise<readonly TimelineEntry[] | null>;
  /** Deleting twice is success; null when the network does not answer. */
  remove(accountCode: string, remoteId: string): Promise<'removed' | 'refused' | null>;
  /** Whether the network still lets us post on the account, and who it says the account is. Costs little. */
  check(accountCode: string): Promise<ConnectionReport>;
  /**
   * The figures of a post, one of each name; empty when the network gives none to anybody, null when it does not
   * answer.
   */
  insights(accountCode: string, remoteId: string): Promise<readonly InsightReading[] | null>;
}

/** What is on a picture card. */
export type PictureCard = {
  readonly template: CardTemplate;
  readonly shape: CardShape;
  readonly palette: CardPalette;
  readonly title: string;
  readonly campaignName: string;
  readonly language: string;
  readonly footer: string;
  /** The logos' own files, in their order. One that cannot be read is left out. */
  readonly logos: readonly Buffer[];
  /** Whether a title too long for the card may end with an ellipsis. */
  readonly mayShorten: boolean;
};

/** What the house gives to a channel of a real network. */
export type ChannelNeeds = {
  /** Base address of the network's API, without a slash at its end. */
  readonly apiUrl: string;
  readonly now: () => Date;
  /** Null when nothing was entered for the account. */
  readonly secretsOf: (accountCode: string) => Promise<AccountSecrets | null>;
  /** The whole of a stored picture or film. */
  readonly readMedia: (key: string) => Promise<Buffer>;
  /** Told of each call that the network charges for, when it is answered or may have been taken. Never rejects. */
  readonly onPaid: (accountCode: string, call: PaidCall, times: number) => Promise<void>;
};

/** Draws pictures. */
export interface CardPainter {
  /** Raised when the same card would give another picture. */
  readonly revision: number;
  /** Writes a PNG; nothing when the title does not fit at the smallest size that can be read. */
  paint(card: PictureCard, outputPath: string): Promise<'painted' | 'title-too-long'>;
  /** Re-encodes a photograph as JPEG: no EXIF, no GPS, at most 1600 px. Null when it is not a picture. */
  clean(
    inputPath: string,
    outputPath: string,
  ): Promise<{ readonly width: number; readonly height: number } | null>;
}
