import type { Codec, DeliveryProfile } from './profile';

type CodecTraits = {
  readonly mediaType: string;
  readonly extension: string;
  /** Sample rates the encoder takes, ascending, in hertz. */
  readonly sampleRatesHz: readonly number[];
};

const CODEC_TRAITS: Readonly<Record<Codec, CodecTraits>> = {
  mp3: {
    mediaType: 'audio/mpeg',
    extension: 'mp3',
    sampleRatesHz: [16_000, 22_050, 24_000, 32_000, 44_100, 48_000],
  },
  aac: {
    mediaType: 'audio/mp4',
    extension: 'm4a',
    sampleRatesHz: [16_000, 22_050, 24_000, 32_000, 44_100, 48_000],
  },
  // Opus knows no 44.1 kHz; a player always gets 48 kHz back (RFC 7845).
  opus: { mediaType: 'audio/ogg', extension: 'ogg', sampleRatesHz: [48_000] },
  wav: {
    mediaType: 'audio/wav',
    extension: 'wav',
    sampleRatesHz: [16_000, 22_050, 24_000, 32_000, 44_100, 48_000],
  },
};

/** The IANA media type of a rendition's file. */
export function mediaTypeOf(codec: Codec): string {
  return CODEC_TRAITS[codec].mediaType;
}

/** The extension, without the dot, by which stations' programs know the file. */
export function fileExtensionOf(codec: Codec): string {
  return CODEC_TRAITS[codec].extension;
}

/** The lowest rate the codec takes that is not below the wish; its highest when the wish is beyond. In hertz. */
export function encodableSampleRate(codec: Codec, wishedHz: number): number {
  const { sampleRatesHz } = CODEC_TRAITS[codec];
  const highest = sampleRatesHz[sampleRatesHz.length - 1] ?? wishedHz;
  return sampleRatesHz.find((rate) => rate >= wishedHz) ?? highest;
}

/** What an encoder does to the level, in decibels. */
export type EncoderEffect = {
  /** Loudness the encoder takes away. */
  readonly lossLu: number;
  /** How far its true peaks rise above what went in. */
  readonly overshootDb: number;
};

/**
 * Measured on speech with ffmpeg 5.1 (LAME 3.100, native AAC, libopus); the method and the spread are in
 * docs/audio.md. Only a first guess: each file is measured again after encoding.
 */
export function encoderEffect(profile: DeliveryProfile): EncoderEffect {
  const bitRateKbps = profile.bitRateKbps ?? 0;
  switch (profile.codec) {
    case 'wav':
      return { lossLu: 0, overshootDb: 0.3 };
    case 'aac':
      return { lossLu: 0, overshootDb: 1.4 };
    case 'opus':
      return { lossLu: 0.3, overshootDb: 2.5 };
    case 'mp3':
      if (bitRateKbps >= 176) return { lossLu: 0.2, overshootDb: 0.8 };
      return bitRateKbps <= 64
        ? { lossLu: 0.5, overshootDb: 1.0 }
        : { lossLu: 0.45, overshootDb: 0.5 };
  }
}
