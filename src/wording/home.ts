import { isLanguage } from '../domain/shared';
import { LANGUAGE_NAMES } from './terms';

/** What waits at the desk, in one line each. */

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export function spotAttention(kind: string, spotCode: string): string {
  switch (kind) {
    case 'spot-refused':
      return `Le son du spot ${spotCode} a été refusé : voyez pourquoi et envoyez-en un autre.`;
    case 'spot-failed':
      return `Le son du spot ${spotCode} n’a pas pu être préparé : prévenez l’administration.`;
    default:
      return `Le spot ${spotCode} est retenu : il attend un consentement ou une voix de remplacement.`;
  }
}

export function reviewAttention(messageCode: string, languages: readonly string[]): string {
  const names = languages
    .map((language) => (isLanguage(language) ? LANGUAGE_NAMES[language] : language))
    .join(', ');
  return `Le message ${messageCode} attend une relecture (${names}).`;
}

export function stationAttention(kind: string, stationName: string, slots: number): string {
  return kind === 'file-not-fetched'
    ? `${stationName} n’a pas encore téléchargé ${plural(slots, 'un fichier à diffuser', `${slots} fichiers à diffuser`)} dans moins de deux heures.`
    : `${stationName} n’a pas dit si ${plural(slots, 'une diffusion a eu lieu', `${slots} diffusions ont eu lieu`)}.`;
}

export function postAttention(kind: string, postCode: string): string {
  switch (kind) {
    case 'post-unknown':
      return `On ne sait pas si la publication ${postCode} est parue : vérifiez et tranchez.`;
    case 'post-held-back':
      return `La publication ${postCode} est retenue : elle attend un consentement.`;
    case 'post-missed':
      return `La publication ${postCode} a manqué son heure.`;
    default:
      return `Le réseau a refusé la publication ${postCode}.`;
  }
}
