/** What a role may be allowed to do beyond editing documents, with the words shown on the roles page. */
export const DESK_ACTIONS = {
  'desk.home.read': 'Voir l’accueil et ce qui demande attention',
  'desk.spots.read': 'Voir et écouter les spots',
  'desk.spots.record': 'Envoyer le son d’un spot',
  'desk.spots.hear-master': 'Écouter l’enregistrement d’origine d’un spot',
  'desk.spots.prepare-again': 'Faire préparer de nouveau les fichiers d’un spot',
  'desk.consents.record': 'Enregistrer ou retirer un consentement',
  'desk.consents.approve': 'Approuver un consentement (seconde personne)',
  'desk.messages.read': 'Voir l’état des messages',
  'desk.messages.submit': 'Soumettre un message à la relecture',
  'desk.messages.review': 'Relire : approuver ou renvoyer un message',
  'desk.broadcast.read': 'Voir les diffusions',
  'desk.broadcast.plan': 'Planifier et annuler des diffusions',
  'desk.broadcast.confirm': 'Noter une confirmation reçue par téléphone',
  'desk.contracts.read': 'Voir les contrats des radios et leurs attestations',
  'desk.contracts.attest': 'Établir une attestation de diffusion',
  'desk.stations.issue-code': 'Donner un nouveau code à une radio',
  'desk.alerts.read': 'Voir les alertes : messages urgents, rappels de spots, radios à appeler',
  'desk.alerts.decide': 'Lancer, approuver ou lever un message urgent ou un rappel de spot',
  'desk.alerts.acknowledge': 'Noter un accusé de réception donné par téléphone',
  'desk.stations.issue-link': 'Donner ou retirer un lien de téléchargement',
  'desk.posts.read': 'Voir les publications et leurs envois',
  'desk.posts.approve': 'Approuver, retirer et trancher une publication',
  'desk.results.read': 'Voir les résultats',
} as const;

export type DeskAction = keyof typeof DESK_ACTIONS;
