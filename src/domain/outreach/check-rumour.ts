import { acceptUnless, isCalendarDay, refuse, type CalendarDay, type Result } from '../shared';
import { findContacts, type ContactKind } from './find-contact';
import type { Hearing, Rumour, RumourAnswer, RumourState } from './rumour';

/** A rumour is a sentence or two; an answer is what a presenter reads in a minute. */
export const LONGEST_RUMOUR = 500;
export const LONGEST_ANSWER = 1500;
export const LONGEST_SOURCE = 300;

export type RumourField = 'text' | 'answer' | 'source';

export type RumourRefusal =
  | { readonly kind: 'rumour-not-found' }
  | { readonly kind: 'words-missing'; readonly field: RumourField }
  | { readonly kind: 'words-too-long'; readonly field: RumourField; readonly maximum: number }
  | {
      readonly kind: 'names-somebody';
      readonly field: RumourField;
      readonly contacts: readonly ContactKind[];
    }
  | { readonly kind: 'day-invalid' }
  | { readonly kind: 'day-in-future' }
  | { readonly kind: 'unknown-zone'; readonly zoneCode: string }
  | { readonly kind: 'unknown-message'; readonly messageCode: string }
  | { readonly kind: 'unknown-spot'; readonly spotCode: string }
  | { readonly kind: 'wrong-state'; readonly state: RumourState }
  | { readonly kind: 'changed-meanwhile' };

/** Composed letters, single blanks. */
export function tidyWords(words: string): string {
  return words
    .normalize('NFC')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .trim();
}

type WordsRule = {
  readonly field: RumourField;
  readonly maximum: number;
  readonly allowedTelephone?: string;
  /** Whether an address on the web may stand there. */
  readonly mayLink?: boolean;
};

function checkWords(words: string, rule: WordsRule): readonly RumourRefusal[] {
  const { field, maximum } = rule;
  if (words === '') return [{ kind: 'words-missing', field }];
  const refusals: RumourRefusal[] = [];
  if (words.length > maximum) refusals.push({ kind: 'words-too-long', field, maximum });
  const contacts = findContacts(words, rule.allowedTelephone).filter(
    (kind) => kind !== 'link' || rule.mayLink !== true,
  );
  if (contacts.length > 0) refusals.push({ kind: 'names-somebody', field, contacts });
  return refusals;
}

function checkHearing(
  hearing: Hearing,
  today: CalendarDay,
  zoneCodes: readonly string[],
): readonly RumourRefusal[] {
  const refusals: RumourRefusal[] = [];
  if (!isCalendarDay(hearing.day)) refusals.push({ kind: 'day-invalid' });
  else if (hearing.day > today) refusals.push({ kind: 'day-in-future' });
  const { zoneCode } = hearing;
  if (zoneCode !== null && !zoneCodes.includes(zoneCode)) {
    refusals.push({ kind: 'unknown-zone', zoneCode });
  }
  return refusals;
}

type Surroundings = {
  /** The day in the campaign's zone: nothing is heard tomorrow. */
  readonly today: CalendarDay;
  readonly zoneCodes: readonly string[];
};

/** A rumour as somebody wrote it down, tidied, or every reason why it is not kept. */
export function noteRumour(
  draft: Pick<Rumour, 'id' | 'kind' | 'text' | 'language' | 'risk' | 'notedAt' | 'notedBy'>,
  hearing: Hearing,
  { today, zoneCodes }: Surroundings,
): Result<Rumour, RumourRefusal> {
  const text = tidyWords(draft.text);
  return acceptUnless<Rumour, RumourRefusal>(
    { ...draft, text, hearings: [hearing], verified: null, answer: null, revision: 0 },
    [
      ...checkWords(text, { field: 'text', maximum: LONGEST_RUMOUR }),
      ...checkHearing(hearing, today, zoneCodes),
    ],
  );
}

/** The same rumour heard once more. */
export function hearAgain(
  rumour: Rumour,
  hearing: Hearing,
  { today, zoneCodes }: Surroundings,
): Result<Rumour, RumourRefusal> {
  const hearings = [...rumour.hearings, hearing];
  return acceptUnless(
    { ...rumour, hearings, revision: rumour.revision + 1 },
    checkHearing(hearing, today, zoneCodes),
  );
}

/** Where it stands by its own rows; that it was aired, the ledger tells. */
function writtenState({ verified, answer }: Rumour): Exclude<RumourState, 'aired'> {
  if (answer !== null) return 'answered';
  return verified === null ? 'new' : 'verified';
}

/** Somebody looked into it: it does go round, and does as much harm as this. Only once, and before any answer. */
export function verifyRumour(
  rumour: Rumour,
  how: { readonly risk: Rumour['risk']; readonly at: Date; readonly by: string },
): Result<Rumour, RumourRefusal> {
  const state = writtenState(rumour);
  if (state !== 'new') return refuse({ kind: 'wrong-state', state });
  const verified = { at: how.at, by: how.by };
  return {
    ok: true,
    value: { ...rumour, risk: how.risk, verified, revision: rumour.revision + 1 },
  };
}

/** The checked answer with its source. An answer may be written anew; airings count from the last one on. */
export function answerRumour(
  rumour: Rumour,
  answer: RumourAnswer,
  known: {
    readonly messageCodes: readonly string[];
    readonly spotCodes: readonly string[];
    /** The campaign's help line may stand in an answer. */
    readonly hotline: string;
  },
): Result<Rumour, RumourRefusal> {
  const state = writtenState(rumour);
  if (state === 'new') return refuse({ kind: 'wrong-state', state });
  const text = tidyWords(answer.text);
  const source = tidyWords(answer.source);
  const refusals: RumourRefusal[] = [
    ...checkWords(text, {
      field: 'answer',
      maximum: LONGEST_ANSWER,
      allowedTelephone: known.hotline,
    }),
    ...checkWords(source, { field: 'source', maximum: LONGEST_SOURCE, mayLink: true }),
  ];
  const { messageCode, spotCode } = answer;
  if (messageCode !== null && !known.messageCodes.includes(messageCode)) {
    refusals.push({ kind: 'unknown-message', messageCode });
  }
  if (spotCode !== null && !known.spotCodes.includes(spotCode)) {
    refusals.push({ kind: 'unknown-spot', spotCode });
  }
  return acceptUnless(
    { ...rumour, answer: { ...answer, text, source }, revision: rumour.revision + 1 },
    refusals,
  );
}
