import type { LanguageStatus, ReviewAction, ReviewRefusal, ReviewState } from '../domain/messages';
import { LANGUAGE_NAMES } from './terms';

/** French names of where a text stands. */
export const LANGUAGE_STATUS_NAMES: Readonly<Record<LanguageStatus, string>> = {
  missing: 'Pas de texte',
  draft: 'Brouillon',
  'in-review': 'En relecture',
  returned: 'À corriger',
  approved: 'Approuvé',
  published: 'Publié',
  stale: 'Le texte français a changé',
};

const STATE_PHRASES: Readonly<Record<ReviewState, string>> = {
  draft: 'est encore un brouillon',
  'in-review': 'est déjà en relecture',
  approved: 'est déjà approuvé',
  returned: 'a été renvoyé pour correction',
};

const ACTION_PHRASES: Readonly<Record<ReviewAction, string>> = {
  submit: 'le soumettre à la relecture',
  approve: 'l’approuver',
  return: 'le renvoyer',
};

/** The French sentence for a reason why a step of the review was refused. */
export function reviewRefusalSentence(refusal: ReviewRefusal): string {
  switch (refusal.kind) {
    case 'not-from-here':
      return `Ce texte ${STATE_PHRASES[refusal.state]} : vous ne pouvez pas ${ACTION_PHRASES[refusal.action]} maintenant.`;
    case 'text-missing':
      return `Il manque le titre ou le texte dans cette langue : ${LANGUAGE_NAMES[refusal.language]}.`;
    case 'french-missing':
      return 'Le texte français manque : écrivez-le d’abord, les traductions en partent.';
    case 'note-missing':
      return 'Dites dans la note ce qu’il faut corriger.';
    case 'help-contact-missing':
      return 'Indiquez à qui s’adresser pour être aidé : un message sans contact d’aide ne peut pas être approuvé.';
    case 'facts-source-missing':
      return 'Indiquez d’où viennent les faits : un message sans source ne peut pas être approuvé.';
  }
}
