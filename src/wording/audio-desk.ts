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
