import {
  checkFlight,
  flightSize,
  type Daypart,
  type FlightRefusal,
  type FlightTerms,
} from '../../../domain/broadcast';
import { LANGUAGES, type Language } from '../../../domain/shared';

/** What stands in the fields of a flight: numbers are text while somebody types. */
export type FlightDraft = {
  readonly name: string;
  readonly spotCodes: readonly string[];
  readonly stationCodes: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly weekdays: readonly number[];
  readonly dayparts: readonly Daypart[];
  readonly timesADay: string;
  readonly windowMinutes: string;
  readonly shares: Readonly<Record<Language, string>>;
  readonly separationMinutes: string;
  readonly capADay: string;
  readonly priority: string;
};

/** Where people listen: the early morning, and the evening after work. */
export const NEW_FLIGHT: FlightDraft = {
  name: '',
  spotCodes: [],
  stationCodes: [],
  from: '',
  to: '',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  dayparts: [
    { from: '06:00', to: '09:00' },
    { from: '18:00', to: '21:00' },
  ],
  timesADay: '2',
  windowMinutes: '30',
  shares: { fr: '', bm: '', snk: '' },
  separationMinutes: '60',
  capADay: '10',
  priority: '3',
};

export function draftOf(terms: FlightTerms): FlightDraft {
  const share = (language: Language) => String(terms.languageShares[language] ?? '');
  const { name, spotCodes, stationCodes, from, to, weekdays, dayparts } = terms;
  return {
    name,
    spotCodes,
    stationCodes,
    from,
    to,
    weekdays,
    dayparts,
    timesADay: String(terms.timesADay),
    windowMinutes: String(terms.windowMinutes),
    separationMinutes: String(terms.separationMinutes),
    capADay: String(terms.capADay),
    priority: String(terms.priority),
    shares: { fr: share('fr'), bm: share('bm'), snk: share('snk') },
  };
}

/** An empty field is no number: 0 is outside of every range that needs one. */
function numberOf(text: string): number {
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : 0;
}

export function termsOf({ shares, ...draft }: FlightDraft): FlightTerms {
  const languageShares: Partial<Record<Language, number>> = {};
  for (const language of LANGUAGES) {
    if (shares[language].trim() !== '') languageShares[language] = numberOf(shares[language]);
  }
  return {
    ...draft,
    languageShares,
    timesADay: numberOf(draft.timesADay),
    windowMinutes: numberOf(draft.windowMinutes),
    separationMinutes: numberOf(draft.separationMinutes),
    capADay: numberOf(draft.capADay),
    priority: numberOf(draft.priority),
  };
}

/** What the server would say of the fields themselves, by the same rule, before anything is sent. */
export function checkDraft(draft: FlightDraft): {
  readonly terms: FlightTerms;
  readonly size: number;
  readonly refusals: readonly FlightRefusal[];
} {
  const terms = termsOf(draft);
  const checked = checkFlight(terms);
  return { terms, size: flightSize(terms), refusals: checked.ok ? [] : checked.refusals };
}

export function toggled<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return items.includes(item) ? items.filter((each) => each !== item) : [...items, item];
}
