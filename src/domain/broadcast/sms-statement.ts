import type { MissedReason } from './airing';
import { isDayCode } from './station-day';

/** What a station wrote, once understood. */
export type SmsStatement =
  | { readonly kind: 'all-aired'; readonly code: string }
  | {
      readonly kind: 'exceptions';
      readonly code: string;
      /** `OK 104 SAUF 3 COURANT`: the other lines were aired. Without it nothing is said of them. */
      readonly othersAired: boolean;
      readonly exceptions: readonly SmsException[];
    };

export type SmsException = { readonly line: number | 'all'; readonly reason: MissedReason };

/** Why a message was not understood; the reply says what to write instead. */
export type SmsMistake =
  | { readonly kind: 'not-understood' }
  | { readonly kind: 'code-missing' }
  | { readonly kind: 'code-wrong'; readonly code: string }
  | { readonly kind: 'line-missing'; readonly code: string }
  | { readonly kind: 'line-twice'; readonly line: number }
  | { readonly kind: 'reason-missing'; readonly code: string; readonly line: number | 'all' }
  | { readonly kind: 'reason-unknown'; readonly line: number | 'all'; readonly word: string };

/** A message longer than this is a letter, not an answer: three parts of a text message. */
export const MAXIMUM_SMS_LETTERS = 480;

const YES = new Set(['OK', 'OKAY', 'OUI']);
const NO = new Set(['NON', 'NO']);
const EXCEPT = new Set(['SAUF', 'MAIS']);
const ALL = new Set(['TOUT', 'TOUS', 'TOUTES']);

/** The words of the trade: what a word begins with, and short forms that must stand alone. */
const REASONS: readonly {
  readonly reason: MissedReason;
  readonly stems: readonly string[];
  readonly short: readonly string[];
}[] = [
  {
    reason: 'power',
    stems: ['COUR', 'ELEC', 'DELEST', 'GROUPE', 'BATTER', 'SOLAIR'],
    short: ['CRT', 'EDM', 'JUS'],
  },
  { reason: 'transmitter', stems: ['EMET', 'EMMET', 'ANTEN'], short: ['TX'] },
  {
    reason: 'network',
    stems: ['RESEAU', 'REZO', 'CONNEX', 'CONEX', 'INTERNET'],
    short: ['RES', 'NET'],
  },
  { reason: 'file-missing', stems: ['FICH'], short: ['FIC', 'FILE', 'CLE', 'MANQUANT'] },
  {
    reason: 'staff',
    stems: ['PERSON', 'ABSEN', 'ANIMAT', 'TECHNI', 'MALAD', 'AGENT'],
    short: ['PERS', 'STAFF'],
  },
  { reason: 'refused', stems: ['REFUS'], short: ['REF'] },
];

/** Capitals without accents; whatever is no letter and no digit separates, and so does a change between the two. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .slice(0, MAXIMUM_SMS_LETTERS)
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
      .replace(/\bO\s*\.\s*K\b/g, 'OK')
      // A file type, whose digit is no line.
      .replace(/\bMP3\b/g, 'FICHIER')
      .match(/[A-Z]+|\d+/g) ?? []
  );
}

const isNumber = (word: string) => /^\d+$/.test(word);

/** Null when the word is no reason. */
function reasonOf(word: string): MissedReason | null {
  const found = REASONS.find(
    ({ stems, short }) => short.includes(word) || stems.some((stem) => word.startsWith(stem)),
  );
  return found?.reason ?? null;
}

type Read = { readonly ok: true; readonly statement: SmsStatement };
type Misread = { readonly ok: false; readonly mistake: SmsMistake };

const misread = (mistake: SmsMistake): Misread => ({ ok: false, mistake });

/**
 * Reads a station's message: `OK 104`, `NON 104 3 COURANT`, `OK 104 SAUF 3 5 RESEAU`, `NON 104 TOUT EMETTEUR`. Capitals,
 * accents and spaces do not matter; words around a reason ("plus de courant") are passed over.
 */
export function readSms(text: string): Read | Misread {
  const [verb = '', ...rest] = wordsOf(text);
  if (YES.has(verb)) return readYes(rest);
  if (!NO.has(verb)) return misread({ kind: 'not-understood' });
  const [code, ...told] = rest;
  if (code === undefined || !isNumber(code)) return misread({ kind: 'code-missing' });
  if (!isDayCode(code)) return misread({ kind: 'code-wrong', code });
  return readExceptions(code, told, false);
}

function readYes(words: readonly string[]): Read | Misread {
  const at = words.findIndex((word) => EXCEPT.has(word));
  // Spaces inside the code do no harm here: no other number belongs before "SAUF".
  const before = (at < 0 ? words : words.slice(0, at)).filter(isNumber);
  const code = before.join('');
  if (code === '') return misread({ kind: 'code-missing' });
  if (!isDayCode(code)) return misread({ kind: 'code-wrong', code });
  if (at < 0) {
    const isMore = words.some((word) => !isNumber(word) && reasonOf(word) !== null);
    // "OK 104 pas de courant" says two things: better asked than guessed.
    return isMore
      ? misread({ kind: 'not-understood' })
      : { ok: true, statement: { kind: 'all-aired', code } };
  }
  return readExceptions(code, words.slice(at + 1), true);
}

/** Lines, then the reason that they share; then more lines. */
function readExceptions(
  code: string,
  words: readonly string[],
  othersAired: boolean,
): Read | Misread {
  const groups: { lines: (number | 'all')[]; words: string[] }[] = [];
  for (const word of words) {
    const last = groups.at(-1);
    // "Plus du tout de courant" names no lines.
    const isLine = isNumber(word) || (last === undefined && ALL.has(word));
    if (!isLine) {
      last?.words.push(word);
      continue;
    }
    const line = isNumber(word) ? Number(word) : 'all';
    if (last === undefined || last.words.some((each) => reasonOf(each) !== null)) {
      groups.push({ lines: [line], words: [] });
    } else {
      last.lines.push(line);
    }
  }
  if (groups.length === 0) return misread({ kind: 'line-missing', code });

  const exceptions: SmsException[] = [];
  for (const { lines, words: told } of groups) {
    const reasons = [...new Set(told.map(reasonOf).filter((reason) => reason !== null))];
    const [reason] = reasons;
    const line = lines[0] ?? 'all';
    if (reason === undefined || reasons.length > 1) {
      const word = told[0];
      return word === undefined
        ? misread({ kind: 'reason-missing', code, line })
        : misread({ kind: 'reason-unknown', line, word });
    }
    exceptions.push(...lines.map((each) => ({ line: each, reason })));
  }
  const twice = exceptions.find(
    ({ line }, place) => exceptions.findIndex((one) => one.line === line) !== place,
  );
  if (twice !== undefined && twice.line !== 'all') {
    return misread({ kind: 'line-twice', line: twice.line });
  }
  return { ok: true, statement: { kind: 'exceptions', code, othersAired, exceptions } };
}
