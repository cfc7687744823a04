import { AIRING_OUTCOME_NAMES } from '../../../wording/broadcast';
import type { SlotOnWire } from '../../desk/wire';
import type { Tone } from '../../parts/state-badge';

type Facts = Pick<SlotOnWire, 'isUnanswered' | 'isDownloaded'> & {
  readonly airing: Pick<NonNullable<SlotOnWire['airing']>, 'outcome'> | null;
  readonly heldBack: readonly unknown[];
};

/**
 * A slot in a word and a tone, the most telling first: what the station said, that it said nothing, that the spot is
 * held back, that the file is there, that it is planned.
 */
export function slotState(slot: Facts): { readonly words: string; readonly tone: Tone } {
  const { airing, isUnanswered, heldBack, isDownloaded } = slot;
  if (airing !== null) {
    const tone = airing.outcome === 'missed' ? 'bad' : 'good';
    return { words: AIRING_OUTCOME_NAMES[airing.outcome], tone };
  }
  if (isUnanswered) return { words: 'Sans réponse', tone: 'warning' };
  if (heldBack.length > 0) return { words: 'Retenu', tone: 'warning' };
  if (isDownloaded) return { words: 'Téléchargé', tone: 'busy' };
  return { words: 'Planifié', tone: 'quiet' };
}
