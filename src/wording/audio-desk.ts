/** The French sentence for a preparation that there is no reason to ask for again. */
export function prepareAgainSentence(refusal: {
  readonly kind: 'unknown-spot' | 'no-recording' | 'under-way' | 'all-there';
  readonly spotCode: string;
}): string {
  const { kind, spotCode } = refusal;
  switch (kind) {
    case 'unknown-spot':
      return `Le spot ${spotCode} n’existe pas. Vérifiez son code.`;
    case 'no-recording':
      return 'Il n’y a pas de son à préparer : le dernier a été refusé, ou aucun n’a été envoyé. Envoyez un enregistrement.';
    case 'under-way':
      return 'La préparation est déjà en cours. Attendez qu’elle finisse.';
    case 'all-there':
      return 'Tous les fichiers demandés par les radios sont là : il n’y a rien à refaire.';
  }
}

/** Why no sound is worked on at present, and what to do. */
export function engineStoppedSentence(cause: 'missing' | 'too-old'): string {
  const why =
    cause === 'missing'
      ? 'il manque un logiciel sur le serveur (ffmpeg)'
      : 'le logiciel du serveur (ffmpeg) est trop ancien';
  return `Le traitement du son est arrêté : ${why}. Rien n’est perdu : les enregistrements reçus attendent, et seront préparés dès que l’administration aura installé ffmpeg 5 ou plus récent.`;
}

/** French names of the three grades, and what each means for the journalist. */
export const GRADE_WORDS = {
  refused: {
    name: 'Refusé',
    meaning:
      'Ce son ne peut pas être diffusé. Corrigez ce qui suit, puis envoyez un autre enregistrement.',
  },
  'accepted-with-warnings': {
    name: 'Accepté, avec remarques',
    meaning: 'Ce son peut être diffusé. Écoutez-le d’abord : voici ce qui s’entend.',
  },
  accepted: { name: 'Accepté', meaning: 'Rien à signaler : ce son est bon pour l’antenne.' },
} as const;

/** French names of where the file of one profile stands. */
export const RENDITION_STATE_NAMES = {
  'no-recording': 'Pas de son',
  waiting: 'En attente',
  'being-made': 'En préparation',
  ready: 'Prêt',
  'held-back': 'Retenu',
  failed: 'Échec',
  'out-of-date': 'Format modifié',
} as const;

/** What the state means, where the name alone does not say it. */
export const RENDITION_STATE_NOTES = {
  'no-recording': 'Envoyez un enregistrement.',
  waiting: 'Sera préparé dès que possible.',
  'being-made': '',
  ready: '',
  'held-back': 'N’est pas envoyé aux radios : le volume ou les crêtes ne conviennent pas.',
  failed:
    'La préparation a échoué. Faites préparer de nouveau ; si cela continue, prévenez l’administration.',
  'out-of-date': 'Le format a été changé depuis : un nouveau fichier est à préparer.',
} as const;
