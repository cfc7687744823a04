/** What a role may be allowed to do beyond editing documents, with the words shown on the roles page. */
export const DESK_ACTIONS = {
  'desk.home.read': 'Voir l’accueil et ce qui demande attention',
  'desk.spots.read': 'Voir et écouter les spots',
  'desk.spots.record': 'Envoyer le son d’un spot',
  'desk.spots.protect': 'Protéger un témoin, confirmer la voix qui le remplace',
  'desk.spots.hear-protected': 'Écouter la voix d’un témoin protégé',
  'desk.spots.erase-protected': 'Détruire l’enregistrement d’un témoin protégé',
  'desk.audiograms.make': 'Faire et télécharger une vidéo pour les réseaux',
  'desk.consents.record': 'Enregistrer ou retirer un consentement',
  'desk.consents.approve': 'Approuver un consentement (seconde personne)',
  'desk.messages.read': 'Voir l’état des messages',
  'desk.messages.submit': 'Soumettre un message à la relecture',
  'desk.messages.review': 'Relire : approuver ou renvoyer un message',
  'desk.broadcast.read': 'Voir les diffusions',
  'desk.broadcast.plan': 'Planifier et annuler des diffusions',
  'desk.broadcast.confirm': 'Noter une confirmation reçue par téléphone',
  'desk.stations.issue-code': 'Donner un nouveau code à une radio',
  'desk.posts.read': 'Voir les publications et leurs envois',
  'desk.posts.approve': 'Approuver, retirer et trancher une publication',
  'desk.results.read': 'Voir les résultats',
} as const;

export type DeskAction = keyof typeof DESK_ACTIONS;
