import type {
  ContactKind,
  HeardOn,
  RumourField,
  RumourKind,
  RumourRefusal,
  RumourRisk,
  RumourState,
} from '../domain/outreach';

export const RUMOUR_KIND_NAMES: Readonly<Record<RumourKind, string>> = {
  rumour: 'Rumeur',
  question: 'Question',
};

export const RUMOUR_RISK_NAMES: Readonly<Record<RumourRisk, string>> = {
  high: 'Risque élevé',
  medium: 'Risque moyen',
  low: 'Risque faible',
};

/** What each risk means, beside the choice. */
export const RUMOUR_RISK_MEANINGS: Readonly<Record<RumourRisk, string>> = {
  high: 'Quelqu’un peut se mettre en danger en y croyant.',
  medium: 'Peut faire prendre une mauvaise décision.',
  low: 'Gêne, sans danger proche.',
};

export const RUMOUR_STATE_NAMES: Readonly<Record<RumourState, string>> = {
  new: 'Nouvelle',
  verified: 'Vérifiée, sans réponse',
  answered: 'Réponse prête, pas encore diffusée',
  aired: 'Réponse diffusée',
};

export const HEARD_ON_NAMES: Readonly<Record<HeardOn, string>> = {
  online: 'En ligne',
  'on-air': 'À l’antenne',
  assembly: 'En rencontre',
};

const FIELD_NAMES: Readonly<Record<RumourField, string>> = {
  text: 'Ce qui se dit',
  answer: 'La réponse',
  source: 'La source',
};

const CONTACT_NAMES: Readonly<Record<ContactKind, string>> = {
  telephone: 'un numéro de téléphone',
  'e-mail': 'une adresse e-mail',
  handle: 'un compte (@…)',
  link: 'un lien',
};

/** The French sentence for a reason why a rumour was not kept or moved on. */
export function rumourRefusalSentence(refusal: RumourRefusal): string {
  switch (refusal.kind) {
    case 'rumour-not-found':
      return 'Cette rumeur n’existe pas ou plus. Rechargez la page.';
    case 'words-missing':
      return `${FIELD_NAMES[refusal.field]} : écrivez une phrase au moins.`;
    case 'words-too-long':
      return `${FIELD_NAMES[refusal.field]} : ${refusal.maximum} signes au plus. Gardez l’essentiel.`;
    case 'names-somebody':
      return `${FIELD_NAMES[refusal.field]} : il y reste ${refusal.contacts.map((kind) => CONTACT_NAMES[kind]).join(' et ')}. Pour ne mettre personne en danger, rien ici ne doit mener à quelqu’un : enlevez-le et gardez seulement ce qui se dit.`;
    case 'day-invalid':
      return 'Indiquez le jour où cela a été entendu.';
    case 'day-in-future':
      return 'Le jour indiqué n’est pas encore passé. Choisissez le jour où cela a été entendu.';
    case 'unknown-zone':
      return `La zone ${refusal.zoneCode} n’existe pas ou plus. Choisissez-en une autre.`;
    case 'unknown-message':
      return `Le message ${refusal.messageCode} n’existe pas ou plus. Choisissez-en un autre.`;
    case 'unknown-spot':
      return `Le spot ${refusal.spotCode} n’existe pas ou plus. Choisissez-en un autre.`;
    case 'wrong-state':
      return refusal.state === 'new'
        ? 'Vérifiez d’abord cette rumeur : une réponse à ce qui n’est pas vérifié la répandrait.'
        : 'Cette rumeur est déjà vérifiée. Rechargez la page.';
    case 'changed-meanwhile':
      return 'Une autre personne vient de la modifier. Rechargez la page et recommencez.';
  }
}
