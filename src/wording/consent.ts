import type {
  ConsentRefusal,
  ConsentSubject,
  HoldReason,
  Speaker,
  Voices,
} from '../domain/consent';
import { CHANNEL_NAMES, frenchDay, LANGUAGE_NAMES } from './terms';

/** French names of whose voice or face something carries. */
export const VOICES_NAMES: Readonly<Record<Voices, string>> = {
  'no-real-person': 'Aucune personne réelle',
  adult: 'Une personne adulte',
  minor: 'Une personne mineure',
};

/** The French sentence for a reason why something may not go out. */
export function holdSentence(reason: HoldReason): string {
  switch (reason.kind) {
    case 'recalled':
      return 'Le spot est rappelé : il ne doit plus être diffusé, ni sur l’antenne ni en ligne.';
    case 'no-consent':
      return 'On y entend ou y voit une personne réelle, et aucun consentement n’est enregistré.';
    case 'new-recording':
      return 'Le son a été remplacé depuis le consentement : vérifiez qui parle, puis enregistrez un nouveau consentement.';
    case 'withdrawn':
      return 'Le consentement a été retiré.';
    case 'expired':
      return `Le consentement s’arrête le ${frenchDay(reason.expiresOn)}.`;
    case 'channel-not-covered':
      return `Le consentement ne couvre pas ${CHANNEL_NAMES[reason.channel]}.`;
    case 'language-not-covered':
      return `Le consentement ne couvre pas la langue : ${LANGUAGE_NAMES[reason.language]}.`;
    case 'guardian-missing':
      return 'L’accord du parent ou du tuteur manque.';
    case 'child-missing':
      return 'L’accord de l’enfant manque.';
    case 'second-approver-missing':
      return 'Une seconde personne doit encore approuver le consentement de l’enfant.';
    case 'revoicing-missing':
      return 'Le témoin est protégé : il manque un enregistrement où une autre personne relit ses paroles.';
    case 'revoicing-unconfirmed':
      return 'La voix de remplacement attend qu’une seconde personne l’écoute et la confirme.';
    case 'actor':
      return `Voix de remplacement : ${actorSentence(reason.reason)}`;
    case 'aid-dependence':
      return 'Il n’est pas confirmé que la personne savait que l’aide ne dépend pas de son accord.';
  }
}

/** The same of the person who lends a voice: they are asked for a form of their own. */
function actorSentence(reason: HoldReason): string {
  return reason.kind === 'no-consent'
    ? 'le consentement de la personne qui prête sa voix n’est pas enregistré sous le numéro indiqué à l’envoi.'
    : holdSentence(reason);
}

/** Names of for whom a consent speaks. */
export const SPEAKER_NAMES: Readonly<Record<Speaker, string>> = {
  witness: 'La personne dont on raconte l’histoire',
  actor: 'La personne qui prête sa voix',
};

/** The French sentence for a reason why a consent cannot be recorded. */
export function consentRefusalSentence(refusal: ConsentRefusal): string {
  switch (refusal.kind) {
    case 'unknown-subject':
      return refusal.subject.kind === 'spot'
        ? `Le spot ${refusal.subject.code} n’existe pas.`
        : `La publication ${refusal.subject.code} n’existe pas.`;
    case 'reference-missing':
      return 'Indiquez le numéro du formulaire signé ou de l’enregistrement.';
    case 'reference-not-a-number':
      return `Le numéro du formulaire contient au moins un chiffre et ${refusal.maximumLength} caractères au plus. N’écrivez jamais de nom ici.`;
    case 'channels-missing':
      return 'Cochez au moins une voie de diffusion : radio, réseaux sociaux ou site public.';
    case 'languages-missing':
      return 'Cochez au moins une langue.';
    case 'expiry-not-a-day':
      return 'Indiquez le dernier jour de validité, sous la forme AAAA-MM-JJ.';
    case 'expiry-in-the-past':
      return `Le dernier jour de validité doit venir après aujourd’hui (${frenchDay(refusal.today)}).`;
    case 'expiry-too-far':
      return `Un consentement vaut cinq ans au plus : jusqu’au ${frenchDay(refusal.latest)}. Ensuite, on redemande à la personne.`;
  }
}

/** What is said when a consent was withdrawn and part of its post could not be taken off the networks at once. */
export function notTakenDownSentence(parts: number): string {
  const what =
    parts > 1 ? `${parts} envois de la publication sont` : 'Un envoi de la publication est';
  return `${what} peut-être encore en ligne. Ouvrez « Publications » et rappelez-la de nouveau dans deux minutes.`;
}

/** Why whose voice or face something carries can no longer be declared away. */
export function declaredDownSentence({ kind, code }: ConsentSubject): string {
  return kind === 'spot'
    ? `Un consentement est enregistré pour le spot ${code} : une personne réelle s’y entend, et cela ne se retire plus. Créez un autre spot.`
    : `Un consentement est enregistré pour la publication ${code} : une personne réelle s’y voit, et cela ne se retire plus. Créez une autre publication.`;
}
