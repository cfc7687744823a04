/** What a role may be allowed to do beyond editing documents, with the words shown on the roles page. */
export const DESK_ACTIONS = {
  'desk.home.read': 'Voir l’accueil et ce qui demande attention',
  'desk.spots.read': 'Voir et écouter les spots',
  'desk.spots.record': 'Envoyer le son d’un spot',
  'desk.consents.record': 'Enregistrer ou retirer un consentement',
  'desk.consents.approve': 'Approuver un consentement (seconde personne)',
  'desk.messages.read': 'Voir l’état des messages',
  'desk.messages.submit': 'Soumettre un message à la relecture',
  'desk.messages.review': 'Relire : approuver ou renvoyer un message',
  'desk.broadcast.read': 'Voir les diffusions',
  'desk.broadcast.plan': 'Planifier et annuler des diffusions',
  'desk.broadcast.confirm': 'Noter une confirmation reçue par téléphone',
  'desk.as-run.import': 'Importer un relevé de diffusion',
  'desk.recordings.erase': 'Effacer un enregistrement d’antenne',
  'desk.stations.issue-code': 'Donner un nouveau code à une radio',
  'desk.posts.read': 'Voir les publications et leurs envois',
  'desk.posts.approve': 'Approuver, retirer et trancher une publication',
  'desk.results.read': 'Voir les résultats',
} as const;

export type DeskAction = keyof typeof DESK_ACTIONS;
