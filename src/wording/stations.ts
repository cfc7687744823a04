import type { HoldReason } from '../domain/consent';
import { holdSentence } from './consent';

/** What a station reads after a failed attempt to sign in. */
export function signInRefusalSentence(
  refusal:
    | { readonly kind: 'wrong-code'; readonly attemptsLeft: number }
    | { readonly kind: 'locked'; readonly retryAfterSeconds: number },
): string {
  if (refusal.kind === 'locked') {
    const minutes = Math.ceil(refusal.retryAfterSeconds / 60);
    return `Trop d’essais. Réessayez dans ${minutes} ${minutes > 1 ? 'minutes' : 'minute'}, ou appelez la campagne.`;
  }
  const { attemptsLeft } = refusal;
  const wrong = 'Le code de la radio ou le code d’accès ne va pas.';
  if (attemptsLeft === 0) {
    return `${wrong} C’était le dernier essai : attendez quinze minutes, ou appelez la campagne.`;
  }
  return `${wrong} Il vous reste ${attemptsLeft} ${attemptsLeft > 1 ? 'essais' : 'essai'}.`;
}

/** What a station reads when a file cannot be fetched. */
export function stationFileRefusalSentence(
  refusal:
    | { readonly kind: 'not-yours' }
    | { readonly kind: 'held-back'; readonly reasons: readonly HoldReason[] },
): string {
  return refusal.kind === 'not-yours'
    ? 'Ce fichier n’est pas au programme de votre radio. Revenez à votre page : un enregistrement plus récent y est peut-être.'
    : [
        'Ce spot est suspendu : ne le diffusez pas.',
        ...toldToStations(refusal.reasons).map(holdSentence),
      ].join(' ');
}

/** A recall says all that a station needs to know: what else is behind it is nobody's business. */
export function toldToStations(reasons: readonly HoldReason[]): readonly HoldReason[] {
  const recall = reasons.filter(({ kind }) => kind === 'recalled');
  return recall.length > 0 ? recall : reasons;
}

/** What somebody reads who opens a link that does not sign in. */
export function signInLinkRefusalSentence(
  seen:
    | { readonly kind: 'unknown' }
    | { readonly kind: 'closed'; readonly state: 'used' | 'revoked' | 'expired' },
): string {
  const again = 'Entrez avec le code de la radio, ou demandez un nouveau lien à la campagne.';
  if (seen.kind === 'unknown') return `Ce lien est incomplet ou inconnu. ${again}`;
  switch (seen.state) {
    case 'used':
      return `Ce lien a déjà servi : chaque lien n’ouvre qu’une fois. ${again}`;
    case 'revoked':
      return `La campagne a annulé ce lien. ${again}`;
    case 'expired':
      return `Ce lien est trop ancien. ${again}`;
  }
}
