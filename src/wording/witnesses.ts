import type {
  ConfirmVoiceRefusal,
  EraseRefusal,
  ProtectionRefusal,
  VoicingKind,
  VoicingRefusal,
} from '../domain/audio';

/** French names of whose voice a recording carries. */
export const VOICING_NAMES: Readonly<Record<VoicingKind, string>> = {
  original: 'Voix du témoin',
  're-voiced': 'Voix de remplacement',
};

/** What protection means, where somebody might look for a voice changer instead. */
export const PROTECTION_EXPLAINED =
  'La voix d’un témoin protégé ne sort jamais. Une autre personne relit ses paroles, et seul cet enregistrement est diffusé. Yeelen ne déforme pas les voix : une voix rendue grave ou aiguë se reconnaît et se rétablit, elle ne protège personne.';

/** A form tried to take the protection away. */
export const PROTECTION_STAYS =
  'Ce témoin est protégé, et la protection ne se lève pas ici. Tant qu’aucun son n’a été envoyé, la personne responsable de la campagne peut la lever depuis la page « Spots » ; ensuite, créez un autre spot.';

export const PROTECTED_IS_REAL =
  'Ce témoin est protégé : c’est une personne réelle, et cela ne se retire plus. Créez un autre spot.';

export const NOBODY_TO_PROTECT =
  'Un témoin protégé est une personne réelle : indiquez d’abord si l’on entend une personne adulte ou mineure.';

export function protectionSentence(refusal: ProtectionRefusal): string {
  switch (refusal) {
    case 'no-real-person':
      return NOBODY_TO_PROTECT;
    case 'cannot-be-lifted':
      return 'Un son a déjà été envoyé sous protection : elle ne se lève plus. Créez un autre spot.';
  }
}

export function voicingRefusalSentence(refusal: VoicingRefusal): string {
  switch (refusal.kind) {
    case 'voicing-unknown':
      return 'Dites de qui est la voix : « original » (le témoin) ou « re-voiced » (une autre personne relit ses paroles).';
    case 'actor-reference-missing':
      return `Indiquez le numéro du formulaire de consentement de la personne qui prête sa voix (un chiffre au moins, ${refusal.maximumLength} caractères au plus). N’écrivez jamais de nom ici.`;
  }
}

export function confirmVoiceSentence(refusal: ConfirmVoiceRefusal): string {
  switch (refusal) {
    case 'nothing-to-confirm':
      return 'Il n’y a rien à confirmer : ce son est la voix du témoin, il est déjà confirmé, ou il a été refusé ou détruit.';
    case 'not-checked-yet':
      return 'Ce son est encore en cours de vérification. Attendez un instant, écoutez-le, puis confirmez.';
    case 'same-person':
      return 'Vous avez envoyé ce son vous-même : une seconde personne doit l’écouter et le confirmer.';
  }
}

export function eraseSentence(refusal: EraseRefusal): string {
  switch (refusal) {
    case 'in-use':
      return 'Cet enregistrement est la voix de remplacement confirmée : il ne se détruit pas ici. Remplacez-le.';
    case 'not-protected':
      return 'Ce spot n’est pas protégé. Marquez d’abord le témoin comme protégé, puis détruisez l’enregistrement.';
  }
}

/** What is said before an original is destroyed. */
export const ERASE_EXPLAINED =
  'Le son, son dessin et ses mesures sont détruits, ainsi que tout fichier qui en a été fait. Il ne reste que la trace : qui, quand, et l’empreinte du fichier. Les sauvegardes faites avant le gardent encore : détruisez-les aussi. On ne peut pas revenir en arrière.';
