import {
  RECALL_WORDS,
  type Nudge,
  type RecallReason,
  type RecallRefusal,
  type UrgentRefusal,
} from '../domain/delivery';
import { clockInZone } from '../domain/shared';
import type { Station } from '../domain/stations';
import { holdSentence } from './consent';
import { frenchDay, frenchTime, LANGUAGE_NAMES } from './terms';

/** Reasons of a recall, as the desk names them. */
export const RECALL_REASON_NAMES: Readonly<Record<RecallReason, string>> = {
  'content-error': 'Erreur dans le contenu',
  'wrong-recording': 'Mauvais enregistrement',
  outdated: 'Information périmée',
  protection: 'Protection d’une personne',
  'consent-withdrawn': 'Consentement retiré',
  'recording-destroyed': 'Enregistrement détruit',
  other: 'Autre raison',
};

/** What stations read for a reason of the desk. */
export function recallWords(reason: RecallReason): string {
  return RECALL_WORDS[reason];
}

export function recallRefusalSentence(refusal: RecallRefusal): string {
  switch (refusal.kind) {
    case 'unknown-spot':
      return `Le spot ${refusal.spotCode} n’existe pas.`;
    case 'note-missing':
      return 'Précisez la raison en quelques mots, sans nom de personne.';
    case 'note-too-long':
      return `La précision compte ${refusal.maximumLength} caractères au plus. Raccourcissez-la.`;
    case 'note-has-contact':
      return 'N’écrivez ni numéro de téléphone ni adresse e-mail dans la précision.';
  }
}

export function urgentRefusalSentence(refusal: UrgentRefusal): string {
  switch (refusal.kind) {
    case 'unknown-spot':
      return `Le spot ${refusal.spotCode} n’existe pas.`;
    case 'stations-missing':
      return 'Cochez au moins une radio.';
    case 'unknown-station':
      return `La radio ${refusal.stationCode} n’existe pas.`;
    case 'reason-missing':
      return 'Dites aux radios en une phrase pourquoi c’est urgent, sans nom de personne.';
    case 'reason-too-long':
      return `La phrase pour les radios compte ${refusal.maximumLength} caractères au plus. Raccourcissez-la.`;
    case 'reason-has-contact':
      return 'N’écrivez ni numéro de téléphone ni adresse e-mail dans la phrase pour les radios.';
    case 'end-malformed':
      return 'Indiquez le jour et l’heure de la fin.';
    case 'end-in-the-past':
      return 'La fin est déjà passée : choisissez un moment à venir.';
    case 'end-too-late':
      return `Un message urgent dure ${refusal.maximumHours / 24} jours au plus. Au-delà, planifiez le spot.`;
    case 'language-not-spoken':
      return `La radio ${refusal.stationCode} ne diffuse pas en ${LANGUAGE_NAMES[refusal.language]} : décochez-la ou choisissez un autre spot.`;
    case 'not-prepared':
      return `Le fichier n’est pas prêt au format de la radio ${refusal.stationCode} : attendez la préparation, ou décochez-la.`;
    case 'outside-flight':
      return `Le spot se diffuse du ${frenchDay(refusal.flightStart)} au ${frenchDay(refusal.flightEnd)}, pas le ${frenchDay(refusal.day)}.`;
    case 'held-back':
      return `Le ${frenchDay(refusal.day)}, le spot est retenu. ${refusal.reasons.map(holdSentence).join(' ')}`;
    case 'already-urgent':
      return `Un message urgent est déjà ouvert pour le spot ${refusal.spotCode} : terminez-le d’abord.`;
  }
}

/** A station that is silent, on the home page. */
export function noticeAttention(kind: string, stationName: string, spotCode: string): string {
  return kind === 'urgent-unacknowledged'
    ? `${stationName} n’a pas accusé réception du message urgent (spot ${spotCode}) : appelez.`
    : `${stationName} n’a pas confirmé avoir effacé le spot ${spotCode}, rappelé : appelez.`;
}

export function urgentWaiting(spotCode: string): string {
  return `Un message urgent (spot ${spotCode}) attend l’approbation d’une seconde personne.`;
}

export function mailUnknown(mails: number): string {
  return mails === 1
    ? 'On ne sait pas si un e-mail d’alerte est arrivé.'
    : `On ne sait pas si ${mails} e-mails d’alerte sont arrivés.`;
}

type ToCall = { readonly nudge: Nudge; readonly station: Station | null };

/** Whom to ring: the first contact, as the station's sheet has it. */
function contactOf(station: Station | null): string {
  const contact = station?.contacts[0];
  return contact === undefined
    ? 'pas de numéro noté'
    : `${contact.telephone} (${[contact.name, contact.role].filter((word) => word !== '').join(', ')})`;
}

function nudgeLine({ nudge, station }: ToCall): string {
  const who = `${station?.name ?? nudge.stationCode} : ${contactOf(station)}`;
  switch (nudge.kind) {
    case 'urgent-unacknowledged':
      return `- ${who}. Message urgent, spot ${nudge.spotCode} : pas d’accusé de réception.`;
    case 'recall-unacknowledged':
      return `- ${who}. Spot ${nudge.spotCode} rappelé : la radio n’a pas confirmé l’avoir effacé.`;
    case 'file-not-fetched': {
      const time = frenchTime(clockInZone(nudge.windowStart, station?.timeZone ?? 'UTC'));
      return `- ${who}. Spot ${nudge.spotCode}, à diffuser à ${time} : fichier pas encore téléchargé.`;
    }
    case 'day-unconfirmed':
      return `- ${who}. Le ${frenchDay(nudge.day)} : ${nudge.slots === 1 ? 'une diffusion' : `${nudge.slots} diffusions`} sans réponse.`;
  }
}

/** A digest by e-mail: whom to ring, and where to settle it. Nothing in it but the stations' own contacts. */
export function digestWords(
  digest: { readonly fresh: readonly ToCall[]; readonly standing: readonly ToCall[] },
  deskUrl: string,
): { readonly subject: string; readonly text: string } {
  const stations = new Set(digest.fresh.map(({ nudge }) => nudge.stationCode)).size;
  const standing =
    digest.standing.length === 0
      ? []
      : ['', 'Toujours en attente :', ...digest.standing.map(nudgeLine)];
  return {
    subject: `Yeelen : ${stations === 1 ? 'une radio' : `${stations} radios`} à appeler`,
    text: [
      'À appeler :',
      ...digest.fresh.map(nudgeLine),
      ...standing,
      '',
      `Le détail : ${deskUrl}`,
      'Vous recevez un e-mail par heure au plus. Pour ne plus en recevoir : page « Alertes » du bureau.',
      '',
    ].join('\n'),
  };
}

/** What became of a digest. */
export const DIGEST_STATES: Readonly<
  Record<'sending' | 'sent' | 'refused' | 'unknown' | 'released', string>
> = {
  sending: 'En cours d’envoi',
  sent: 'Envoyé',
  refused: 'Refusé : rien n’est parti',
  unknown: 'On ne sait pas s’il est arrivé',
  released: 'À redire dans le prochain',
};
