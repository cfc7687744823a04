import type { RecallReason } from './notice';

const PLAIN = 'La campagne a décidé de retirer ce spot.';

/**
 * What stations, feeds and day sheets say of a recall. It is kept with the recall: these are the words that stations were
 * told. Whatever concerns a person is told in the plainest way.
 */
export const RECALL_WORDS: Readonly<Record<RecallReason, string>> = {
  'content-error': 'Le contenu comporte une erreur.',
  'wrong-recording': 'Ce n’est pas le bon enregistrement.',
  outdated: 'L’information n’est plus à jour.',
  protection: PLAIN,
  'consent-withdrawn': PLAIN,
  'recording-destroyed': PLAIN,
  other: PLAIN,
};
