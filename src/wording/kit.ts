import type { HandPostRefusal, KitRefusal } from '../domain/social';

export const KIT_FILE_NAMES: Readonly<Record<'picture' | 'status' | 'voice' | 'film', string>> = {
  picture: 'image',
  status: 'image pour un statut',
  voice: 'note vocale',
  film: 'vidéo',
};

/** What to do with the archive, for whoever opens it on a telephone. */
export function kitReadMe(postCode: string): string {
  return [
    `Publication ${postCode}, approuvée, à publier à la main.`,
    '',
    '1. Ouvrez la chaîne ou le groupe WhatsApp.',
    '2. Envoyez l’image, et collez le texte comme légende.',
    '3. Envoyez la note vocale ou la vidéo de la même langue, s’il y en a une.',
    '4. Pour un statut WhatsApp : prenez l’image « statut », qui remplit l’écran du téléphone.',
    '5. Dans Yeelen, page Publications, notez où vous l’avez publiée.',
    '',
    'Ne changez pas le texte : il a été approuvé tel quel. Si la publication est rappelée,',
    'Yeelen vous demandera de la supprimer là où vous l’avez mise.',
  ].join('\n');
}

/** After a recall: whom to ask to delete what they put somewhere by hand. */
export function deleteByHandSentence(mark: {
  readonly place: string;
  readonly personName: string;
}): string {
  const who = mark.personName === '' ? 'une personne qui n’est plus au bureau' : mark.personName;
  return `Publiée à la main sur « ${mark.place} » par ${who} : à supprimer là-bas à la main.`;
}

/** The French sentence for a reason why nothing may be carried along, or a word was not taken. */
export function kitRefusalSentence(refusal: KitRefusal | HandPostRefusal): string {
  switch (refusal.kind) {
    case 'post-not-found':
      return 'Cette publication n’existe pas ou plus.';
    case 'not-approved':
      return 'Rien à emporter : la publication n’est pas approuvée, ou elle a changé depuis. Approuvez-la d’abord.';
    case 'recalled':
      return 'Rien à emporter : la publication a été rappelée.';
    case 'held-back':
      return 'Rien à emporter : il manque un consentement.';
    case 'place-missing':
      return 'Écrivez le nom de la chaîne ou du groupe.';
    case 'place-too-long':
      return `Le nom de la chaîne ou du groupe : ${refusal.maximum} signes au plus.`;
    case 'place-has-contact':
      return 'Écrivez le nom de la chaîne ou du groupe seulement : ni numéro, ni lien, ni compte.';
    case 'entry-not-found':
      return 'Cette ligne n’existe pas. Rechargez la page.';
    case 'already-undone':
      return 'Cette ligne a déjà été retirée. Rechargez la page.';
  }
}
