import type { CalendarDay } from '../shared';
import { encodableSampleRate } from './codec-traits';
import type { DeliveryProfile } from './profile';
import type { Spot } from './spot';
import type { SpotVersion } from './spot-version';
import { tagText } from './tag-text';

/** Where the sound comes from: the `bext` chunk of a Broadcast Wave file (EBU Tech 3285). */
export type OriginText = {
  readonly description: string;
  readonly originator: string;
  readonly originatorReference: string;
  /** Written as a date and a time in UTC. */
  readonly originatedAt: Date;
  /** How the sound was made, a line for each step (EBU R 98). */
  readonly codingHistory: readonly string[];
};

/** What an automation files the sound under: the `cart` chunk (AES46). */
export type CartText = {
  readonly title: string;
  readonly artist: string;
  readonly cutId: string;
  readonly clientId: string;
  readonly category: string;
  readonly classification: string;
  readonly outCue: string;
  /** First and last day on air, whole days in the station's zone. */
  readonly startDay: CalendarDay;
  readonly endDay: CalendarDay;
  readonly userText: string;
  /** Free lines at the end: what the presenter reads when the file cannot be played. */
  readonly lines: readonly string[];
};

export type BroadcastMetadata = { readonly bext: OriginText; readonly cart: CartText };

/** AES46 leaves the words to the trade; Rivendell takes at most ten letters, as the name of its group. */
const CATEGORY = 'PSA';
/** The programme that made the file. */
const ORIGINATOR = 'Yeelen';
/** Words enough to be recognised, letters few enough for the field of 64, even when folding to ASCII makes two of one. */
const OUT_CUE_WORDS = 8;
const OUT_CUE_LETTERS = 32;

/**
 * What a WAV file says of itself to a radio automation. It names no station: all stations of a profile share the file.
 * The same spot, version and profile give the same words.
 */
export function broadcastMetadata(
  spot: Pick<Spot, 'code' | 'title' | 'language' | 'flightStart' | 'flightEnd' | 'liveText'>,
  version: Pick<SpotVersion, 'number' | 'uploadedAt'>,
  campaignName: string,
  profile: Pick<DeliveryProfile, 'codec' | 'sampleRateHz' | 'channels'>,
): BroadcastMetadata {
  const { title, artist, comment } = tagText(spot, version.number, campaignName);
  const rate = encodableSampleRate(profile.codec, profile.sampleRateHz);
  // Not R 98's `dual-mono`: that is two channels which have nothing to do with each other.
  const mode = profile.channels === 1 ? 'mono' : 'stereo';
  return {
    bext: {
      description: `${comment} ${spot.title.replace(/\s+/gu, ' ').trim()}`.trim(),
      originator: ORIGINATOR,
      originatorReference: comment,
      originatedAt: version.uploadedAt,
      codingHistory: [`A=PCM,F=${rate},W=16,M=${mode},T=${ORIGINATOR}`],
    },
    cart: {
      title,
      artist,
      cutId: spot.code,
      clientId: campaignName,
      category: CATEGORY,
      classification: spot.language.toUpperCase(),
      outCue: outCue(spot.liveText),
      startDay: spot.flightStart,
      endDay: spot.flightEnd,
      userText: comment,
      lines: spot.liveText.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== ''),
    },
  };
}

/** The last words heard, by which a presenter knows that the spot ends; empty where nobody wrote the text down. */
function outCue(liveText: string): string {
  const words = liveText.trim().split(/\s+/u).slice(-OUT_CUE_WORDS);
  while (words.length > 1 && [...words.join(' ')].length > OUT_CUE_LETTERS) words.shift();
  return words.join(' ');
}
