import type { EvidenceGrade } from '../domain/broadcast';
import type {
  EstimateRefusal,
  FigureKind,
  IndicatorProblem,
  NotCounted,
  ZoneReachState,
} from '../domain/results';

/** French names of the three kinds of figure. */
export const FIGURE_KIND_NAMES: Readonly<Record<FigureKind, string>> = {
  registered: 'Enregistré',
  headcount: 'Présences comptées',
  modelled: 'Audience estimée',
};

/** What each kind of figure means, for the reader of a report. */
export const FIGURE_KIND_MEANINGS: Readonly<Record<FigureKind, string>> = {
  registered: 'Inscrit sur une liste nominative tenue à part, ou dans le journal des activités.',
  headcount:
    'Personnes comptées sur place : la plus forte affluence de chaque village, les villages additionnés.',
  modelled:
    'Estimation calculée à partir des diffusions confirmées : un ordre de grandeur, pas un comptage.',
};

/** How well an airing is proven, best first. */
export const EVIDENCE_GRADE_NAMES: Readonly<Record<EvidenceGrade, string>> = {
  recording: 'Enregistrement d’antenne',
  imported: 'Relevé de diffusion importé',
  page: 'Confirmé par la radio sur sa page',
  sms: 'Confirmé par la radio par SMS',
  telephone: 'Confirmé par téléphone',
};

export const ZONE_REACH_STATE_NAMES: Readonly<Record<ZoneReachState, string>> = {
  estimated: 'Estimé',
  'nothing-aired': 'Aucune diffusion confirmée',
  'no-parameters': 'Audience des radios non renseignée',
};

const number = new Intl.NumberFormat('fr-FR');

/** The French sentence for a station or zone that is left out of the estimate. */
export function notCountedSentence(left: NotCounted): string {
  const station = left.stationName ?? left.stationCode;
  const zone = left.zoneCode ?? '';
  const airings = airingsInWords(left.airings);
  switch (left.reason) {
    case 'station-unknown':
      return `${station} : cette radio n’existe plus dans la liste. ${airings}`;
    case 'no-zone':
      return `${station} : aucune zone d’écoute n’est renseignée. ${airings}`;
    case 'zone-unknown':
      return `${station} : la zone ${zone} n’existe pas. ${airings}`;
    case 'zone-twice':
      return `${station} : la zone ${zone} est renseignée deux fois ; seule la première compte.`;
    case 'estimate-invalid':
      return `${station}, zone ${zone} : les paramètres d’audience doivent être des parts entre 0 et 1, dans l’ordre basse, probable, haute. ${airings}`;
    case 'population-invalid':
      return `${station}, zone ${zone} : la population de la zone n’est pas renseignée. ${airings}`;
  }
}

function airingsInWords(count: number): string {
  if (count === 0) return 'Aucune diffusion n’est en attente.';
  if (count === 1) return 'Une diffusion confirmée n’est pas comptée.';
  return `${number.format(count)} diffusions confirmées ne sont pas comptées.`;
}

const ESTIMATE_FIELDS = { low: 'basse', likely: 'probable', high: 'haute' } as const;

/** The French sentence for an estimate that cannot be used. */
export function estimateRefusalSentence(refusal: EstimateRefusal): string {
  switch (refusal.kind) {
    case 'not-a-share':
      return `Valeur ${ESTIMATE_FIELDS[refusal.field]} : indiquez une part entre 0 et 1 (par exemple 0,35 pour 35 %).`;
    case 'out-of-order':
      return 'Les trois valeurs doivent se suivre : basse, puis probable, puis haute.';
  }
}

/** The French sentence for what does not fit among the indicators. */
export function indicatorProblemSentence(
  problem: IndicatorProblem,
  nameOf: (code: string) => string,
): string {
  switch (problem.kind) {
    case 'part-exceeds-whole':
      return `« ${nameOf(problem.part)} » (${number.format(problem.partValue)}) dépasse « ${nameOf(problem.whole)} » (${number.format(problem.wholeValue)}), dont c’est une partie. Vérifiez les valeurs saisies.`;
    case 'part-target-exceeds-whole':
      return `La cible de « ${nameOf(problem.part)} » (${number.format(problem.partTarget)}) dépasse celle de « ${nameOf(problem.whole)} » (${number.format(problem.wholeTarget)}).`;
    case 'whole-missing':
      return `« ${nameOf(problem.part)} » fait partie d’un indicateur qui n’existe pas (${problem.whole}).`;
    case 'kinds-differ':
      return `« ${nameOf(problem.part)} » et « ${nameOf(problem.whole)} » ne sont pas des chiffres de même nature : l’un ne peut pas être une partie de l’autre.`;
    case 'kind-does-not-fit-source':
      return `« ${nameOf(problem.code)} » : une audience estimée ne peut pas être présentée comme des personnes comptées, ni l’inverse.`;
    case 'value-unusable':
      return problem.count === 1
        ? `« ${nameOf(problem.code)} » : une valeur saisie n’est pas comptée (nombre négatif ou dates dans le désordre).`
        : `« ${nameOf(problem.code)} » : ${number.format(problem.count)} valeurs saisies ne sont pas comptées (nombre négatif ou dates dans le désordre).`;
    case 'value-of-unknown-indicator':
      return `Des valeurs sont saisies pour un indicateur qui n’existe pas (${problem.code}).`;
  }
}
