import type { Language } from '../shared';

/** `square` for walls and messages, `vertical` for stories and statuses. */
export const AUDIOGRAM_SHAPES = ['square', 'vertical'] as const;
export type AudiogramShape = (typeof AUDIOGRAM_SHAPES)[number];

/** In pixels, both even as H.264 wants them. */
export const AUDIOGRAM_SIZES: Readonly<
  Record<AudiogramShape, { readonly width: number; readonly height: number }>
> = {
  square: { width: 1080, height: 1080 },
  vertical: { width: 720, height: 1280 },
};

/** WhatsApp takes videos of up to 16 MB. */
export const LARGEST_AUDIOGRAM_BYTES = 16_000_000;

export const AUDIOGRAM_STATES = ['waiting', 'making', 'ready', 'failed'] as const;
export type AudiogramState = (typeof AUDIOGRAM_STATES)[number];

/** All that decides what the film shows and says: the same options, recording and engine make the same film. */
export type AudiogramOptions = {
  readonly shape: AudiogramShape;
  readonly title: string;
  readonly campaignName: string;
  readonly language: Language;
  readonly footer: string;
  readonly maximumSeconds: number;
  /** The file for the stations whose sound it carries: checked, and at its level. */
  readonly soundSha256: string;
};

/** A short film of a spot for social networks: its card, a moving waveform, its sound. */
export type Audiogram = {
  readonly id: string;
  readonly spotVersionId: string;
  readonly spotCode: string;
  readonly options: AudiogramOptions;
  readonly optionsHash: string;
  readonly toolchainHash: string;
  readonly state: AudiogramState;
  readonly progressPercent: number;
  /** Why it could not be made, for the engineer; null otherwise. */
  readonly failure: string | null;
  /** Null until it is ready, like what follows. */
  readonly storageKey: string | null;
  readonly sha256: string | null;
  readonly sizeBytes: number | null;
  readonly durationSeconds: number | null;
  /** How long the whole spot lasts. */
  readonly sourceSeconds: number | null;
  readonly requestedBy: string;
  readonly requestedAt: Date;
};

/** Whether it holds the beginning of the spot alone. */
export function isExcerpt(film: Pick<Audiogram, 'durationSeconds' | 'sourceSeconds'>): boolean {
  const { durationSeconds, sourceSeconds } = film;
  return (
    durationSeconds !== null && sourceSeconds !== null && sourceSeconds - durationSeconds > 0.5
  );
}

/** An ASCII name to save it under: `0042_FR_square.mp4`. */
export function audiogramFileName(film: Pick<Audiogram, 'spotCode' | 'options'>): string {
  const { language, shape } = film.options;
  return `${film.spotCode}_${language.toUpperCase()}_${shape}.mp4`;
}
