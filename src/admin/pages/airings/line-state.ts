import { evidenceInWords, MISSED_REASON_NAMES } from '../../../wording/broadcast';
import type { DayLineOnWire } from '../../desk/wire-airings';
import type { Tone } from '../../parts/state-badge';

/** What is known of a line, in a few words: what became of it, and how well that is proven. */
export function lineState(
  line: DayLineOnWire,
  clock: (iso: string) => string,
): { readonly words: string; readonly tone: Tone } {
  const { airing } = line;
  if (airing === null) {
    if (line.isSuspended) return { words: 'Spot suspendu', tone: 'bad' };
    if (!line.isBegun) return { words: 'À venir', tone: 'quiet' };
    return { words: 'Sans réponse', tone: 'warning' };
  }
  const proof = evidenceInWords(airing.evidence, line.isRecordingErased);
  if (airing.outcome === 'missed') {
    const reason = airing.missedReason === null ? '' : MISSED_REASON_NAMES[airing.missedReason];
    return { words: `Pas diffusé : ${reason.toLowerCase()} (${proof})`, tone: 'bad' };
  }
  const at = airing.airedAt === null ? '' : ` à ${clock(airing.airedAt)}`;
  const words = airing.outcome === 'aired' ? 'Diffusé' : `Diffusé${at}`;
  return { words: `${words} (${proof})`, tone: 'good' };
}
