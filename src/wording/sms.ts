import type { MissedReason, SmsMistake } from '../domain/broadcast';
import { inGsmLetters, SMS_LETTERS } from './gsm';
import { frenchDay } from './terms';

/** What a station reads on its telephone: French without the letters that a cheap one lacks, one message. */

/** The word that is to be written for each reason. */
export const SMS_REASON_WORDS: Readonly<Record<MissedReason, string>> = {
  power: 'COURANT',
  transmitter: 'EMETTEUR',
  network: 'RESEAU',
  'file-missing': 'FICHIER',
  staff: 'PERSONNE',
  refused: 'REFUS',
};

const ALL_REASONS = Object.values(SMS_REASON_WORDS).join(' ');

/** The same shape as the use case answers it; the wording imports no use case. */
type Reply =
  | { readonly kind: 'mistake'; readonly mistake: SmsMistake }
  | { readonly kind: 'not-your-day'; readonly code: string }
  | { readonly kind: 'too-long-ago' | 'not-begun'; readonly day: string }
  | { readonly kind: 'no-such-line'; readonly line: number; readonly highest: number }
  | {
      readonly kind: 'confirmed';
      readonly stationCode: string;
      readonly day: string;
      readonly code: string;
      readonly whole: {
        readonly recorded: number;
        readonly answered: number;
        readonly notOver: number;
        readonly suspended: number;
      } | null;
      readonly exceptions: readonly {
        readonly line: number;
        readonly reason: MissedReason;
        readonly result: 'noted' | 'proven' | 'early' | 'failed';
      }[];
      readonly open: number;
    };

/** The reply to a message, in at most 160 letters of the GSM alphabet. */
export function smsReply(reply: Reply): string {
  return fit(sentencesOf(reply));
}

/** As many sentences as one message holds, the most important first. */
function fit(sentences: readonly string[]): string {
  let text = '';
  for (const sentence of sentences) {
    const next = `${text} ${inGsmLetters(sentence)}`.trim();
    if ([...next].length > SMS_LETTERS) {
      if (text === '') return [...next].slice(0, SMS_LETTERS).join('');
      continue;
    }
    text = next;
  }
  return text;
}

function sentencesOf(reply: Reply): readonly string[] {
  switch (reply.kind) {
    case 'mistake':
      return mistakeSentences(reply.mistake);
    case 'not-your-day':
      return [
        `Le code ${shown(reply.code)} n'est pas un jour de votre radio.`,
        'Regardez la feuille du jour, ou appelez la campagne.',
      ];
    case 'too-long-ago':
      return [
        `Le ${frenchDay(reply.day)} est trop loin pour un SMS.`,
        'Appelez la campagne pour confirmer.',
      ];
    case 'not-begun':
      return [
        `Le ${frenchDay(reply.day)} n'est pas encore là : rien n'est noté.`,
        'Confirmez après la diffusion.',
      ];
    case 'no-such-line':
      return reply.highest === 0
        ? ['Plus rien n’est prévu ce jour-là.', 'Appelez la campagne.']
        : [
            `La ligne ${shown(String(reply.line))} n'est pas au programme (lignes 1 à ${reply.highest}) : rien n'est noté.`,
            'Regardez la feuille du jour.',
          ];
    case 'confirmed':
      return confirmedSentences(reply);
  }
}

/** Somebody else's text in our reply is kept short. */
function shown(words: string): string {
  return words.slice(0, 12);
}

function mistakeSentences(mistake: SmsMistake): readonly string[] {
  switch (mistake.kind) {
    case 'not-understood':
      return [
        "Pas compris, rien n'est noté.",
        'Ecrivez OK et le code du jour.',
        'Exemple : OK 104, ou NON 104 3 COURANT pour la ligne 3.',
      ];
    case 'code-missing':
      return [
        "Le code du jour manque, rien n'est noté.",
        'Il est sur la feuille et sur la page de la radio.',
        'Exemple : OK 104.',
      ];
    case 'code-wrong':
      return [
        `Le code ${shown(mistake.code)} a une faute, rien n'est noté.`,
        'Vérifiez-le sur la feuille du jour et renvoyez le message.',
      ];
    case 'line-missing':
      return [
        'Quelle ligne ? Rien n’est noté.',
        `Exemple : NON ${shown(mistake.code)} 3 COURANT, ou NON ${shown(mistake.code)} TOUT COURANT.`,
      ];
    case 'line-twice':
      return [
        `La ligne ${mistake.line} est citée deux fois, rien n'est noté.`,
        'Donnez une seule raison par ligne.',
      ];
    case 'reason-missing':
      return [`Pourquoi ${lineName(mistake.line)} ? Rien n'est noté.`, `Raisons : ${ALL_REASONS}.`];
    case 'reason-unknown':
      return [
        `Raison pas comprise pour ${lineName(mistake.line)} : "${shown(mistake.word)}". Rien n'est noté.`,
        `Raisons : ${ALL_REASONS}.`,
      ];
  }
}

function lineName(line: number | 'all'): string {
  return line === 'all' ? 'toutes les lignes' : `la ligne ${line}`;
}

function confirmedSentences(reply: Extract<Reply, { kind: 'confirmed' }>): readonly string[] {
  const { whole, exceptions } = reply;
  const noted = exceptions.filter(({ result }) => result === 'noted');
  const sentences = [`${reply.stationCode} ${frenchDay(reply.day).slice(0, 5)} :`];
  if (whole !== null) sentences.push(wholeSentence(whole));
  if (noted.length > 0) sentences.push(notedSentence(noted));
  for (const { line, result } of exceptions) {
    if (result === 'proven') {
      sentences.push(`Ligne ${line} : son passage est déjà prouvé, appelez la campagne.`);
    } else if (result === 'early') {
      sentences.push(`Ligne ${line} : pas encore l'heure.`);
    } else if (result === 'failed') {
      sentences.push(`Ligne ${line} : pas notée, renvoyez le message.`);
    }
  }
  if (exceptions.length === 0 && whole === null) sentences.push('rien de nouveau à noter.');
  if (whole !== null && whole.suspended > 0) {
    sentences.push(`${whole.suspended} à répondre sur la page (spot suspendu).`);
  }
  if (whole !== null && whole.notOver > 0) {
    sentences.push(`${whole.notOver} pas encore fini${s(whole.notOver)} : renvoyez OK plus tard.`);
  }
  if (reply.open > 0) {
    sentences.push(
      `${reply.open} autre${s(reply.open)} sans réponse : OK ${reply.code} si diffusé.`,
    );
  }
  return [...sentences, 'Merci.'];
}

function wholeSentence(whole: { readonly recorded: number; readonly answered: number }): string {
  const before = whole.answered > 0 ? ` (${whole.answered} déjà dit${s(whole.answered)})` : '';
  return whole.recorded === 0
    ? `rien de nouveau à noter${before}.`
    : `${whole.recorded} diffusion${s(whole.recorded)} notée${s(whole.recorded)}${before}.`;
}

/** `Ligne 3 : pas diffusée, courant.` Lines of one reason stand together. */
function notedSentence(
  noted: readonly { readonly line: number; readonly reason: MissedReason }[],
): string {
  const byReason = new Map<MissedReason, number[]>();
  for (const { line, reason } of noted) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), line]);
  }
  const parts = [...byReason].map(
    ([reason, lines]) => `${listed(lines)} ${SMS_REASON_WORDS[reason].toLowerCase()}`,
  );
  return `Pas diffusé : ligne${s(noted.length)} ${parts.join(', ')}.`;
}

/** Many lines are told by their number, so that the message stays one. */
function listed(lines: readonly number[]): string {
  return lines.length <= 8 ? lines.join(' ') : `${lines[0]} à ${lines.at(-1)} (${lines.length})`;
}

function s(count: number): string {
  return count > 1 ? 's' : '';
}
