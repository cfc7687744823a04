import type { Paper, PaperBlock, PaperCell } from '../../composition/ports';
import {
  EVIDENCE_GRADES,
  MISSED_REASONS,
  type Attestation,
  type AttestationContent,
} from '../../domain/broadcast';
import { MISSED_REASON_NAMES } from '../../wording/broadcast';
import {
  frenchMoney,
  MAKE_GOOD_STATES,
  shortEvidenceName,
  WHATEVER_THE_EVIDENCE,
} from '../../wording/contracts';
import { EVIDENCE_GRADE_NAMES } from '../../wording/results';
import { frenchDay, frenchTime, LANGUAGE_NAMES } from '../../wording/terms';
import { formatDay, formatMoment, french } from '../shared/format';

const count = new Intl.NumberFormat('fr-FR');

const TO_WRITE = '..........................................................';

/** The attestation as a page to print, sign and stamp. It is written from the stored content alone. */
export function attestationPaper(attestation: Attestation, timeZone: string): Paper {
  const { content, number, contentHash, issuedAt } = attestation;
  return {
    title: `Attestation de diffusion ${number}`,
    author: content.campaignName,
    subject: `${content.station.name}, ${content.contractCode}`,
    foot: french(`Attestation ${number} – empreinte ${contentHash.slice(0, 16)}`),
    pageLabel: (page, pages) => `Page ${page} sur ${pages}`,
    madeAt: issuedAt,
    heading: {
      over: content.campaignName,
      main: 'Attestation de diffusion',
      under: `No ${number}`,
    },
    blocks: [
      ...exampleBlocks(content),
      ...openingBlocks(content),
      ...evidenceBlocks(content),
      ...missingBlocks(content),
      ...closingBlocks(attestation, timeZone),
      ...madeGoodBlocks(content),
      ...detailBlocks(content),
    ],
  };
}

function exampleBlocks({ isExample }: AttestationContent): readonly PaperBlock[] {
  if (!isExample) return [];
  return [
    {
      kind: 'text',
      size: 'large',
      isBold: true,
      text: french('EXEMPLE : cette attestation vient de données d’exemple et ne vaut rien.'),
    },
  ];
}

function openingBlocks(content: AttestationContent): readonly PaperBlock[] {
  const { station } = content;
  const from = formatDay(content.periodStart, { year: true });
  const to = formatDay(content.periodEnd, { year: true });
  const frequency =
    station.frequencyMhz === null ? 'non renseignée' : `${count.format(station.frequencyMhz)} MHz`;
  return [
    {
      kind: 'text',
      text: french(
        `Je soussigné(e) ${TO_WRITE}, responsable de ${station.name}, atteste que les spots de la campagne « ${content.campaignName} » ont été diffusés à notre antenne du ${from} au ${to}, comme le dit le registre ci-dessous.`,
      ),
    },
    {
      kind: 'facts',
      facts: [
        { name: 'Radio', value: `${station.name} (${station.code})` },
        { name: 'Localité, fréquence', value: `${station.place}, ${frequency}` },
        {
          name: 'Contrat, période',
          value: `${content.contractCode}, du ${frenchDay(content.periodStart)} au ${frenchDay(content.periodEnd)}`,
        },
        { name: 'Diffusions dues', value: count.format(content.airingsOwed) },
        {
          name: 'Prix convenu',
          value: content.priceXof === null ? 'non renseigné' : frenchMoney(content.priceXof),
        },
      ],
    },
  ];
}

function evidenceBlocks({ account, airingsOwed }: AttestationContent): readonly PaperBlock[] {
  const rows: PaperCell[][] = EVIDENCE_GRADES.map((grade) => [
    `${EVIDENCE_GRADE_NAMES[grade]} (${shortEvidenceName(grade)})`,
    count.format(account.aired[grade]),
  ]);
  return [
    { kind: 'heading', text: 'Diffusions confirmées, selon leur preuve' },
    {
      kind: 'table',
      columns: [
        { header: 'Preuve', share: 4 },
        { header: 'Diffusions', share: 1, align: 'right' },
      ],
      rows: [
        ...rows,
        [
          `${WHATEVER_THE_EVIDENCE} (des preuves de force inégale)`,
          count.format(account.airedWhateverTheEvidence),
        ],
      ],
      isLastRowTotal: true,
    },
    {
      kind: 'text',
      text: french(
        [
          `Sur ${counted(airingsOwed, 'diffusion due', 'diffusions dues')}, ${counted(account.airedWhateverTheEvidence, 'est confirmée', 'sont confirmées')}, toutes preuves confondues ; il en reste ${count.format(account.stillOwed)}.`,
          `Parmi les confirmées : ${count.format(account.airedAtAnotherTime)} à une autre heure que prévu, ${count.format(account.airedUnplanned)} sans avoir été ${account.airedUnplanned > 1 ? 'prévues' : 'prévue'}.`,
        ].join(' '),
      ),
    },
  ];
}

/** In words, not as a table: whatever was missed, there is room to sign below. */
function missingBlocks({ account }: AttestationContent): readonly PaperBlock[] {
  const reasons = MISSED_REASONS.filter((reason) => account.missedByReason[reason] > 0).map(
    (reason) =>
      `${MISSED_REASON_NAMES[reason].toLowerCase()} : ${count.format(account.missedByReason[reason])}`,
  );
  const why = reasons.length === 0 ? '' : ` (${reasons.join(' ; ')})`;
  return [
    { kind: 'heading', text: 'Ce qui n’est pas compté' },
    {
      kind: 'text',
      text: french(
        [
          `Pas diffusées : ${count.format(account.missed)}${why}.`,
          `Sans réponse de la radio : ${count.format(account.unanswered)}.`,
          `Encore à venir : ${count.format(account.upcoming)}.`,
        ].join(' '),
      ),
    },
  ];
}

function closingBlocks(attestation: Attestation, timeZone: string): readonly PaperBlock[] {
  const moment = formatMoment(attestation.issuedAt, timeZone);
  return [
    {
      kind: 'signatures',
      lead: french(`Fait à ${TO_WRITE}, le ${TO_WRITE}`),
      labels: [
        french('Pour la radio : nom, fonction, signature et cachet'),
        french('Pour la campagne : nom, fonction, signature et cachet'),
      ],
    },
    {
      kind: 'text',
      size: 'small',
      text: french(
        `Établie le ${moment} d’après le registre des diffusions. Empreinte du contenu (SHA-256) : ${attestation.contentHash}. Elle doit être la même à la page « Contrats » de la campagne, en face du numéro ${attestation.number}.`,
      ),
    },
  ];
}

/** Each missed window beside the one that was planned in its place. */
function madeGoodBlocks({ madeGood = [] }: AttestationContent): readonly PaperBlock[] {
  if (madeGood.length === 0) return [];
  return [
    { kind: 'heading', text: 'Rattrapages' },
    {
      kind: 'table',
      columns: [
        { header: 'Manquée', share: 2.6 },
        { header: 'Spot', share: 1 },
        { header: 'Raison', share: 2.6 },
        { header: 'Rattrapage', share: 2.6 },
        { header: 'Résultat', share: 2 },
      ],
      rows: madeGood.map((each) => [
        `${frenchDay(each.missedDay)}, ${frenchTime(each.missedTime)}`,
        each.spotCode,
        each.missedReason === null ? '–' : MISSED_REASON_NAMES[each.missedReason],
        `${frenchDay(each.day)}, ${frenchTime(each.time)}`,
        MAKE_GOOD_STATES[each.state],
      ]),
    },
  ];
}

function detailBlocks({ spots, lines }: AttestationContent): readonly PaperBlock[] {
  const figure = (value: number) => (value === 0 ? '–' : count.format(value));
  return [
    { kind: 'heading', text: 'Détail par jour et par spot' },
    {
      kind: 'facts',
      facts: spots.map(({ code, title, language }) => ({
        name: `Spot ${code}`,
        value: [
          [...(title ?? 'fiche effacée')].slice(0, 200).join(''),
          ...(language === null ? [] : [`(${LANGUAGE_NAMES[language]})`]),
        ].join(' '),
      })),
    },
    {
      kind: 'table',
      columns: [
        { header: 'Jour', share: 2.4 },
        { header: 'Spot', share: 1.4 },
        ...EVIDENCE_GRADES.map((grade) => ({
          header: shortEvidenceName(grade),
          share: 1.4,
          align: 'right' as const,
        })),
        { header: 'Pas diffusé', share: 2, align: 'right' },
        { header: 'Sans réponse', share: 2.1, align: 'right' },
      ],
      rows: lines.map((line) => [
        frenchDay(line.day),
        line.spotCode,
        ...EVIDENCE_GRADES.map((grade) => figure(line.aired[grade])),
        figure(line.missed),
        figure(line.unanswered),
      ]),
    },
  ];
}

function counted(number: number, one: string, many: string): string {
  return `${count.format(number)} ${number > 1 ? many : one}`;
}
