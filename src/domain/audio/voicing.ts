/** Whose voice a recording carries. */
export const VOICINGS = ['original', 're-voiced'] as const;
export type VoicingKind = (typeof VOICINGS)[number];

/**
 * `original`: the voice of whoever it is about. `re-voiced`: an actor reads the words. `actorReference` is the number of
 * the actor's own consent form; no name is held.
 */
export type Voicing =
  { readonly kind: 'original' } | { readonly kind: 're-voiced'; readonly actorReference: string };

/** Longest form number; the same as for a consent, which it names. */
const LONGEST_REFERENCE = 40;

/** Why what a sender says of the voice cannot be taken. */
export type VoicingRefusal =
  | { readonly kind: 'voicing-unknown' }
  /** A re-voiced recording names the actor's consent form: letters, digits, at least one digit, never a name. */
  | { readonly kind: 'actor-reference-missing'; readonly maximumLength: number };

/**
 * What a sender says of the voice. Nothing said is the safe answer: it is the witness's own. An unknown word is refused
 * rather than guessed at.
 */
export function readVoicing(
  kind: string | null | undefined,
  actorReference: string | null | undefined,
): Voicing | VoicingRefusal {
  if (kind === null || kind === undefined || kind === '' || kind === 'original') {
    return { kind: 'original' };
  }
  if (kind !== 're-voiced') return { kind: 'voicing-unknown' };
  const reference = (actorReference ?? '').trim();
  const isFormNumber =
    reference.length <= LONGEST_REFERENCE &&
    /^[\p{L}\d][\p{L}\d ./_-]*$/u.test(reference) &&
    /\d/.test(reference);
  return isFormNumber
    ? { kind: 're-voiced', actorReference: reference }
    : { kind: 'actor-reference-missing', maximumLength: LONGEST_REFERENCE };
}

export function isVoicing(read: Voicing | VoicingRefusal): read is Voicing {
  return read.kind === 'original' || read.kind === 're-voiced';
}
