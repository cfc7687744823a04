import type { Indicator } from './indicator';

/** An indicator before it is a document. */
export type BriefIndicator = Omit<Indicator, 'documentId' | 'order'>;

const INDICATORS: readonly BriefIndicator[] = [
  {
    code: 'JEUNES-FORMES',
    name: 'Jeunes formés',
    unit: 'jeunes',
    kind: 'registered',
    source: 'entered',
    target: 850,
    partOf: null,
  },
  {
    code: 'FILLES-FORMEES',
    name: 'dont filles et jeunes femmes',
    unit: 'filles',
    kind: 'registered',
    source: 'entered',
    target: 350,
    partOf: 'JEUNES-FORMES',
  },
  {
    code: 'MINEURS-ACCOMPAGNES',
    name: 'Mineurs non accompagnés pris en charge',
    unit: 'mineurs',
    kind: 'registered',
    source: 'entered',
    target: 102,
    partOf: null,
  },
  {
    code: 'AGENTS-FORMES',
    name: 'Agents de protection formés',
    unit: 'agents',
    kind: 'registered',
    source: 'entered',
    target: 40,
    partOf: null,
  },
  {
    code: 'VISITES-ECHANGE',
    name: 'Membres de comités en visite d’échange',
    unit: 'membres',
    kind: 'registered',
    source: 'entered',
    target: 2,
    partOf: null,
  },
  {
    code: 'PLAIDOYER',
    name: 'Personnes formées au plaidoyer',
    unit: 'personnes',
    kind: 'registered',
    source: 'entered',
    target: 130,
    partOf: null,
  },
  {
    code: 'SENSIBILISES',
    name: 'Personnes sensibilisées',
    unit: 'personnes',
    kind: 'headcount',
    source: 'people-made-aware',
    target: 3_140,
    partOf: null,
  },
  {
    code: 'AUDIENCE',
    name: 'Personnes touchées par 6 radios locales, en 3 langues',
    unit: 'personnes',
    kind: 'modelled',
    source: 'modelled-reach',
    target: 250_000,
    partOf: null,
  },
  {
    code: 'DEBATS',
    name: 'Débats',
    unit: 'débats',
    kind: 'registered',
    source: 'gatherings-debate',
    target: 3,
    partOf: null,
  },
  {
    code: 'ASSEMBLEES',
    name: 'Assemblées générales communautaires',
    unit: 'assemblées',
    kind: 'registered',
    source: 'gatherings-assembly',
    target: 20,
    partOf: null,
  },
  {
    code: 'PIECE',
    name: 'Pièce de théâtre jouée',
    unit: 'représentations',
    kind: 'registered',
    source: 'gatherings-play',
    target: 1,
    partOf: null,
  },
  {
    code: 'DOCUMENTAIRE',
    name: 'Court documentaire réalisé',
    unit: 'films',
    kind: 'registered',
    source: 'entered',
    target: 1,
    partOf: null,
  },
  {
    code: 'JOURNALISTES',
    name: 'Journalistes formés',
    unit: 'journalistes',
    kind: 'registered',
    source: 'entered',
    target: 40,
    partOf: null,
  },
  {
    code: 'CONSEILLES',
    name: 'Jeunes conseillés et orientés',
    unit: 'jeunes',
    kind: 'registered',
    source: 'entered',
    target: 400,
    partOf: null,
  },
];

/**
 * The indicators of the project brief (1 November 2020 to 30 April 2023) with their targets, in its order.
 * They are seeded once as documents and edited from then on. The brief counts social media among the 250,000; a network
 * reports impressions, which are not people, so the figure here is of the radios alone. `registered`: there is a list by name, or our own log.
 */
export const BRIEF_INDICATORS: readonly Omit<Indicator, 'documentId'>[] = INDICATORS.map(
  (indicator, index) => ({ ...indicator, order: index + 1 }),
);
