import { AIRING_OUTCOME_NAMES } from '../../../wording/broadcast';
import type { SlotOnWire } from '../../desk/wire';
import type { Tone } from '../../parts/state-badge';

type Facts = Pick<SlotOnWire, 'isUnanswered' | 'isDownloaded'> & {
  readonly airing: Pick<NonNullable<SlotOnWire['airing']>, 'outcome'> | null;
  readonly heldBack: readonly unknown[];
};

/** What a person looks for in the week. */
export const SLOT_SIGNS = [
  'confirmed',
  'missed',
  'unanswered',
  'held-back',
  'downloaded',
  'to-fetch',
] as const;
export type SlotSign = (typeof SLOT_SIGNS)[number];

/** The words of each sign in the legend, and the tone that helps the eye. */
export const SIGN_WORDS: Readonly<Record<SlotSign, string>> = {
  confirmed: 'Confirmé',
  missed: 'Pas diffusé',
  unanswered: 'Sans réponse',
  'held-back': 'Retenu',
  downloaded: 'Téléchargé',
  'to-fetch': 'À télécharger',
};

const TONES: Readonly<Record<SlotSign, Tone>> = {
  confirmed: 'good',
  missed: 'bad',
  unanswered: 'warning',
  'held-back': 'warning',
  downloaded: 'busy',
  'to-fetch': 'quiet',
};

function signOf({ airing, isUnanswered, heldBack, isDownloaded }: Facts): SlotSign {
  if (airing !== null) return airing.outcome === 'missed' ? 'missed' : 'confirmed';
  if (isUnanswered) return 'unanswered';
  if (heldBack.length > 0) return 'held-back';
  return isDownloaded ? 'downloaded' : 'to-fetch';
}

/**
 * A slot in a sign, a word and a tone, the most telling first: what the station said, that it said nothing, that the spot
 * is held back, that the file is there, that it has to be fetched.
 */
export function slotState(slot: Facts): {
  readonly sign: SlotSign;
  readonly words: string;
  readonly tone: Tone;
} {
  const sign = signOf(slot);
  const words = slot.airing === null ? SIGN_WORDS[sign] : AIRING_OUTCOME_NAMES[slot.airing.outcome];
  return { sign, words, tone: TONES[sign] };
}

/** Whether a slot can still go elsewhere: its window has not begun and nobody has answered. */
export function isMovable(row: SlotOnWire, now: number): boolean {
  return row.airing === null && new Date(row.slot.windowStart).getTime() > now;
}
