import type { ContractNote, EvidenceGrade, MakeGoodState } from '../domain/broadcast';
import { EVIDENCE_GRADE_NAMES } from './results';
import { frenchDay } from './terms';

/** Short enough for the head of a narrow column. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  recording: 'Enreg.',
  imported: 'Relevé',
  page: 'Page',
  sms: 'SMS',
  telephone: 'Tél.',
};

/** The head of the column of a grade of evidence. */
export function shortEvidenceName(grade: EvidenceGrade): string {
  return SHORT_NAMES[grade] ?? EVIDENCE_GRADE_NAMES[grade];
}

/** What became of a make-good. */
export const MAKE_GOOD_STATES: Readonly<Record<MakeGoodState, string>> = {
  aired: 'Diffusé',
  missed: 'Pas diffusé',
  unanswered: 'Sans réponse',
  'to-come': 'À venir',
};

/** Why no attestation is drawn up, and what to do. */
export const ATTEST_REFUSALS = {
  'not-found': [404, 'Ce contrat n’existe plus. Rechargez la page.'],
  'no-station': [
    422,
    'Ce contrat n’a pas de radio. Choisissez-la dans sa fiche, puis recommencez.',
  ],
  'nothing-aired': [
    422,
    'Aucune diffusion n’est confirmée dans la période du contrat : il n’y a rien à attester. Demandez d’abord les confirmations à la radio.',
  ],
} as const;

const money = new Intl.NumberFormat('fr-ML', { style: 'currency', currency: 'XOF' });

/** « 1 250 000 F CFA ». */
export function frenchMoney(amountXof: number): string {
  return money.format(amountXof);
}

/** The one number across grades of evidence, which says that it is one. */
export const WHATEVER_THE_EVIDENCE = 'Toutes preuves confondues';

const number = new Intl.NumberFormat('fr-FR');

/** What a manager is told of a contract when the plan changes, and what to do about it. */
export function contractNoteSentence(note: ContractNote): string {
  switch (note.kind) {
    case 'outside-contract': {
      const { count, firstDay, lastDay, stationCode } = note;
      const what =
        count === 1
          ? `${stationCode} : une diffusion tombe hors contrat`
          : `${stationCode} : ${number.format(count)} diffusions tombent hors contrat`;
      const when =
        firstDay === lastDay
          ? `le ${frenchDay(firstDay)}`
          : `entre le ${frenchDay(firstDay)} et le ${frenchDay(lastDay)}`;
      return `${what}, ${when}. Changez le jour, ou convenez-en avec la radio.`;
    }
    case 'beyond-contract': {
      const { stationCode, contractCode, airings, airingsOwed } = note;
      return `${stationCode} : le contrat ${contractCode} prévoit ${number.format(airingsOwed)} ${airingsOwed < 2 ? 'diffusion' : 'diffusions'}, il y en aurait ${number.format(airings)}, passées et à venir. Retirez-en, ou convenez-en avec la radio.`;
    }
  }
}
