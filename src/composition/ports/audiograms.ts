import type { Audiogram, AudiogramShape, Envelope } from '../../domain/audio';

/** Films of spots. (spot version, options hash, toolchain hash) is unique: the same work is done once. */
export interface AudiogramStore {
  /** Adds it, or answers the one that is there already; one that failed is wanted again. */
  add(audiogram: Audiogram): Promise<Audiogram>;
  byId(id: string): Promise<Audiogram | null>;
  /** Newest first. */
  ofVersion(spotVersionId: string): Promise<readonly Audiogram[]>;
  /** Wanted, and not made yet. */
  unfinished(): Promise<readonly Audiogram[]>;
  update(
    id: string,
    change: Partial<
      Pick<
        Audiogram,
        | 'state'
        | 'progressPercent'
        | 'failure'
        | 'storageKey'
        | 'sha256'
        | 'sizeBytes'
        | 'durationSeconds'
        | 'sourceSeconds'
      >
    >,
  ): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Whether films can be made on this machine. */
export type AudiogramReadiness =
  | { readonly kind: 'ready'; readonly toolchainHash: string }
  /** No engine at all. */
  | { readonly kind: 'missing' }
  /** An engine that lacks what a film needs. */
  | { readonly kind: 'lacks'; readonly what: readonly string[] };

export type AudiogramOrder = {
  readonly shape: AudiogramShape;
  /** Pictures and sound, absolute paths. */
  readonly cardPath: string;
  readonly stripPath: string;
  readonly soundPath: string;
  /** Where the waveform runs on the card. */
  readonly place: StripPlace;
  readonly seconds: number;
  readonly fadeSeconds: number;
  /** Absolute path to write to; appears only when whole. */
  readonly outputPath: string;
};

export type AudiogramMade = {
  readonly sizeBytes: number;
  readonly durationSeconds: number;
};

/** Makes films of pictures and a sound: one job at a time, niced, bounded, looked at again when it is made. */
export interface AudiogramMaker {
  readiness(): Promise<AudiogramReadiness>;
  /** How loud a sound is over time. */
  listen(soundPath: string): Promise<Envelope>;
  /** Throws when the engine fails or the film is not what was ordered; leaves no half file. */
  make(order: AudiogramOrder, onProgress?: (percent: number) => void): Promise<AudiogramMade>;
}

/** Where the waveform runs, in pixels of the film. */
export type StripPlace = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How far the waveform runs in a second. */
  readonly pixelsPerSecond: number;
};

/** Draws what a film shows. */
export interface AudiogramPainter {
  /** Goes up when the same words would give another picture. */
  readonly revision: number;
  place(shape: AudiogramShape): StripPlace;
  /** Writes the card as a PNG of the film's size. */
  paintCard(
    card: {
      readonly shape: AudiogramShape;
      readonly title: string;
      readonly campaignName: string;
      readonly language: string;
      readonly footer: string;
      /** A word in the corner, such as that this is an excerpt; empty for none. */
      readonly note: string;
    },
    outputPath: string,
  ): Promise<void>;
  /** Writes the whole waveform as one long PNG, with half of the place empty before and after it. */
  paintStrip(
    strip: { readonly shape: AudiogramShape; readonly bars: readonly number[] },
    outputPath: string,
  ): Promise<void>;
}
