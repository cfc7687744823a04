import type { RecordingRefusal, UnmatchedReason } from '../domain/broadcast';
import { verdictSentence } from './audio';
import { holdSentence } from './consent';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** The same shape as the use case answers it. */
type DayConfirmed = {
  readonly recorded: number;
  readonly answered: number;
  readonly notOver: number;
  readonly suspended: number;
};

/** What "everything was aired" did, in one sentence or two. */
export function dayConfirmedSentence(done: DayConfirmed): string {
  const { recorded, answered, notOver, suspended } = done;
  const sentences = [
    recorded === 0
      ? 'Rien de nouveau à noter.'
      : `C’est noté : ${recorded} ${plural(recorded, 'diffusion confirmée', 'diffusions confirmées')}.`,
  ];
  if (answered > 0) {
    sentences.push(
      `${answered} ${plural(answered, 'avait déjà sa réponse : elle n’a pas changé.', 'avaient déjà leur réponse : elles n’ont pas changé.')}`,
    );
  }
  if (notOver > 0) {
    sentences.push(
      `${notOver} ${plural(notOver, 'autre n’est pas encore terminée : confirmez-la après.', 'autres ne sont pas encore terminées : confirmez-les après.')}`,
    );
  }
  if (suspended > 0) {
    sentences.push(
      `${suspended} ${plural(suspended, 'autre porte', 'autres portent')} un spot suspendu : répondez ligne par ligne.`,
    );
  }
  return sentences.join(' ');
}

/** Why a recording was not attached, and what to do. */
export function recordingRefusalSentence(refusal: RecordingRefusal): string {
  switch (refusal.kind) {
    case 'not-aired':
      return 'Personne n’a encore dit que ce spot est passé à l’antenne. Confirmez d’abord la diffusion, puis joignez l’enregistrement.';
    case 'already-attached':
      return 'Un enregistrement est déjà joint à cette diffusion : un seul suffit.';
    case 'held-back':
      return [
        'Ce spot est suspendu : on ne garde pas d’enregistrement de sa voix.',
        ...refusal.reasons.map(holdSentence),
      ].join(' ');
    case 'too-large':
      return `Ce fichier est trop gros (${Math.floor(refusal.maximumBytes / 1024 / 1024)} Mo au plus). Coupez-le autour du spot et renvoyez-le.`;
    case 'empty':
      return 'Ce fichier est vide. Choisissez l’enregistrement et renvoyez-le.';
    case 'unusable':
      return verdictSentence(refusal.reason);
  }
}

/** Why a line of a playout log says nothing to the ledger. */
export const UNMATCHED_REASON_NAMES: Readonly<Record<UnmatchedReason, string>> = {
  'no-code': 'Pas un spot de la campagne : aucun code en tête du titre',
  'unknown-spot': 'Code de spot inconnu : vérifiez le titre du fichier',
  'no-time': 'Date ou heure illisible',
  'time-skipped': 'Cette heure n’existe pas ce jour-là : l’horloge de la radio change',
  'in-the-future': 'Heure à venir : vérifiez l’horloge de l’ordinateur de la radio',
  'too-long-ago': 'Trop ancien : plus de 92 jours',
  repeated: 'Déjà dans ce fichier, plus haut',
};

/** French names of what a line of a log does. */
export const AS_RUN_MATCH_NAMES = {
  confirms: 'Confirme une diffusion prévue',
  strengthens: 'Prouve mieux une diffusion déjà confirmée',
  unplanned: 'Ajoute une diffusion non prévue',
  known: 'Déjà dans le registre, aussi bien prouvé',
  contradicts: 'La radio a dit « pas diffusé » : appelez-la, rien n’est changé',
  unmatched: 'Sans effet',
} as const;

export const AS_RUN_PROGRAM_NAMES = {
  libretime: 'LibreTime',
  azuracast: 'AzuraCast',
  radiodj: 'RadioDJ',
  table: 'Tableau',
  lines: 'Lignes de texte',
} as const;

type FileRefusal =
  | { readonly kind: 'empty' | 'workbook' | 'not-text' }
  | { readonly kind: 'too-large'; readonly maximumBytes: number }
  | { readonly kind: 'too-many-lines'; readonly maximumLines: number }
  | { readonly kind: 'broken-table'; readonly lineNumber: number };

/** Why a file could not be read as a playout log. */
export function asRunFileRefusalSentence(refusal: FileRefusal): string {
  switch (refusal.kind) {
    case 'empty':
      return 'Ce relevé est vide. Choisissez le fichier, ou collez les lignes.';
    case 'workbook':
      return 'C’est un classeur (Excel ou LibreOffice), pas un fichier CSV. Ouvrez-le, choisissez « Enregistrer sous… CSV », et envoyez ce fichier-là.';
    case 'not-text':
      return 'Ce fichier n’est pas un texte lisible (UTF-8, Windows-1252 ou UTF-16). Exportez le relevé en CSV et renvoyez-le.';
    case 'too-large':
      return `Ce relevé est trop gros (${Math.floor(refusal.maximumBytes / 1024 / 1024)} Mo au plus). Exportez une période plus courte.`;
    case 'too-many-lines':
      return `Ce relevé compte plus de ${new Intl.NumberFormat('fr-FR').format(refusal.maximumLines)} lignes. Exportez une période plus courte.`;
    case 'broken-table':
      return `Le tableau est abîmé près de la ligne ${refusal.lineNumber} : un guillemet n’est pas refermé. Exportez-le de nouveau.`;
  }
}

/** What became of a text message. */
export const SMS_OUTCOME_NAMES: Readonly<Record<string, string>> = {
  confirmed: 'Journée confirmée',
  excepted: 'Lignes pas diffusées notées',
  mistaken: 'Pas compris, rien noté',
  'not-your-day': 'Code d’une autre radio ou d’un autre jour',
};

export const SMS_REPLY_STATE_NAMES = {
  none: 'Sans réponse',
  due: 'En attente',
  sent: 'Remise à la passerelle',
  'given-up': 'Abandonnée',
} as const;
