import type { AgeBand, CountField, GatheringKind, GatheringRefusal } from '../domain/outreach';

/** French names of the kinds of gathering. */
export const GATHERING_KIND_NAMES: Readonly<Record<GatheringKind, string>> = {
  assembly: 'Assemblée générale communautaire',
  debate: 'Débat',
  play: 'Représentation théâtrale',
  screening: 'Projection',
  training: 'Formation',
};

/** French names of the age bands. */
export const AGE_BAND_NAMES: Readonly<Record<AgeBand, string>> = {
  'under-15': 'moins de 15 ans',
  '15-17': '15 à 17 ans',
  '18-24': '18 à 24 ans',
  '25-35': '25 à 35 ans',
  'over-35': 'plus de 35 ans',
};

const COUNT_NAMES: Readonly<Record<CountField, string>> = {
  total: 'Total des présences',
  female: 'Femmes et filles',
  male: 'Hommes et garçons',
  ...AGE_BAND_NAMES,
};

const number = new Intl.NumberFormat('fr-FR');

/** The French sentence for a reason why a gathering was not accepted. */
export function gatheringRefusalSentence(refusal: GatheringRefusal): string {
  switch (refusal.kind) {
    case 'kind-unknown':
      return 'Choisissez le type de rencontre : assemblée, débat, représentation, projection ou formation.';
    case 'place-missing':
      return 'Indiquez le lieu de la rencontre.';
    case 'place-too-long':
      return `Le nom du lieu est trop long : ${refusal.maximum} caractères au plus.`;
    case 'date-invalid':
      return 'Indiquez la date de la rencontre, sous la forme AAAA-MM-JJ.';
    case 'date-in-future':
      return `La date ${frenchDay(refusal.date)} n’est pas encore passée : une rencontre s’enregistre une fois qu’elle a eu lieu.`;
    case 'count-not-whole':
      return `${COUNT_NAMES[refusal.field]} : indiquez un nombre entier, ou laissez vide si personne n’a compté.`;
    case 'count-negative':
      return `${COUNT_NAMES[refusal.field]} : le nombre ne peut pas être négatif (${number.format(refusal.given)}).`;
    case 'count-absurd':
      return `${COUNT_NAMES[refusal.field]} : ${number.format(refusal.given)} dépasse le maximum de ${number.format(refusal.maximum)} personnes. Vérifiez la saisie.`;
    case 'sexes-exceed-total':
      return `Les femmes et les hommes comptés (${number.format(refusal.sum)}) dépassent le total des présences (${number.format(refusal.total)}).`;
    case 'sexes-below-total':
      return `Les femmes et les hommes comptés (${number.format(refusal.sum)}) n’atteignent pas le total des présences (${number.format(refusal.total)}). Si une partie n’a pas été comptée, laissez-la vide.`;
    case 'bands-exceed-total':
      return `Les tranches d’âge additionnées (${number.format(refusal.sum)}) dépassent le total des présences (${number.format(refusal.total)}).`;
    case 'bands-below-total':
      return `Les tranches d’âge additionnées (${number.format(refusal.sum)}) n’atteignent pas le total des présences (${number.format(refusal.total)}). Laissez vide une tranche qui n’a pas été comptée.`;
  }
}

/** `2026-11-23` as `23/11/2026`. */
function frenchDay(day: string): string {
  return day.split('-').reverse().join('/');
}
