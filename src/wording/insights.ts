import type { InsightReading, Network } from '../domain/social';

/** Names of the networks at the head of a row. */
export const NETWORK_TITLES: Readonly<Record<Network, string>> = {
  simulator: 'Mur de simulation',
  x: 'X',
  facebook: 'Facebook',
  telegram: 'Telegram',
};

/** What a network counts. */
export const INSIGHT_KIND_NAMES: Readonly<Record<InsightReading['kind'], string>> = {
  people: 'Personnes',
  impressions: 'Affichages',
  engagements: 'Réactions',
};

/** How the figures of networks are to be read. */
export const INSIGHT_CAUTIONS: readonly string[] = [
  'Les personnes d’un réseau ne s’ajoutent pas à celles d’un autre : la même personne a souvent plusieurs comptes.',
  'D’une publication à l’autre, la même personne compte de nouveau : seul l’envoi le plus vu dit combien de personnes différentes ont été touchées, au moins.',
  'Un affichage n’est pas une personne, une réaction non plus : rien de cela ne s’additionne.',
  'Chaque réseau compte à sa façon ; le nom du chiffre est celui du réseau. Relevés 1 h, 24 h, 7 jours et 28 jours après la parution.',
];

/** The head of the file of figures, in the order of its columns. */
export const INSIGHT_CSV_HEAD: readonly string[] = [
  'reseau',
  'compte',
  'publication',
  'langue',
  'parue_le',
  'age_prevu_heures',
  'age_vrai_heures',
  'releve_le',
  'nature',
  'nom_du_chiffre',
  'valeur',
];
