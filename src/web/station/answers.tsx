import type { Ports } from '../../composition/ports';
import {
  isSeenMark,
  MISSED_REASONS,
  seenMark,
  slotNamed,
  stationPageRange,
} from '../../domain/broadcast';
import { addDays, dayInZone } from '../../domain/shared';
import type { Station } from '../../domain/stations';
import { addUnplannedAiring, confirmAiring, confirmDay } from '../../use-cases/broadcast';
import { dayConfirmedSentence } from '../../wording/airings';
import { airingRefusalSentence } from '../../wording/broadcast';
import { field, readForm, redirect, sendProblem, type Form, type WebContext } from '../shared';
import { isOwnForm, stationOrDoor, type SignedIn } from './session';
import { sendProgramme } from './show-programme';
import { slotAnchor } from './slot-card';
import { sendStationProblem } from './station-bar';

/** An answer may come from a page that a computer kept for so long. */
const OLDEST_COPY_DAYS = 31;

const OUTCOMES = ['aired', 'aired-at-another-time', 'missed'] as const;

/** Takes in what a station says of one slot, then shows its page again. */
export async function postAiring(ctx: WebContext, ports: Ports): Promise<void> {
  const posted = await postedForm(ctx, ports);
  if (posted === null) return;
  const { station, form } = posted;
  const outcome = OUTCOMES.find((known) => known === field(form, 'outcome'));
  if (outcome === undefined) {
    await sendStationProblem(ctx, station, {
      status: 422,
      way: { href: '/station/programme', words: 'Revenir au programme' },
    });
    return;
  }
  const slotId = await wholeSlotId(ports, station, field(form, 'slot').slice(0, 64));
  const time = field(form, 'time').slice(0, 16);
  const missedReason = MISSED_REASONS.find((known) => known === field(form, 'reason')) ?? null;
  const airedTime = outcome === 'aired-at-another-time' ? clockOf(time) : null;
  const answer = await confirmAiring(ports, {
    slotId,
    stationCode: station.code,
    outcome,
    airedTime,
    missedReason,
    idempotencyKey: keyOf(field(form, 'key'), [outcome, airedTime, missedReason]),
    ...waitingOf(form),
    saidBy: `station:${station.code}`,
    evidence: 'page',
  });
  switch (answer.kind) {
    case 'recorded':
      redirect(ctx, `/station/programme?fait=${answer.airing.outcome}#${slotAnchor(slotId)}`, {
        mark: seenMark(answer.airing),
      });
      return;
    case 'not-found':
      await sendStationProblem(ctx, station, {
        status: 404,
        title: 'Créneau introuvable',
        explanation:
          'Ce créneau ne figure pas au programme de votre station. Rien n’a été enregistré.',
        way: { href: '/station/programme', words: 'Revenir au programme' },
      });
      return;
    case 'try-again':
      await sendProgramme(ctx, ports, station, {
        status: 409,
        trouble:
          'Quelqu’un corrige ce même créneau en ce moment. Votre réponse n’a pas été enregistrée : donnez-la de nouveau.',
      });
      return;
    case 'refused':
      await sendProgramme(ctx, ports, station, {
        status: 422,
        mistake: { slotId, outcome, time, sentences: answer.refusals.map(airingRefusalSentence) },
      });
  }
}

/** The page names its slots in short; a name that is no slot of the page's days is left as it is. */
async function wholeSlotId(ports: Ports, station: Station, name: string): Promise<string> {
  const { from, to } = stationPageRange(dayInZone(ports.system.now(), station.timeZone));
  const earliest = addDays(from, -OLDEST_COPY_DAYS);
  return slotNamed(name, await ports.slots.between(earliest, to, station.code))?.id ?? name;
}

/** Takes in that a whole day went as planned, then shows the page again: the exceptions are told there, one by one. */
export async function postWholeDay(ctx: WebContext, ports: Ports): Promise<void> {
  const posted = await postedForm(ctx, ports);
  if (posted === null) return;
  const { station, form } = posted;
  const done = await confirmDay(ports, {
    stationCode: station.code,
    day: field(form, 'day').slice(0, 16),
    saidBy: `station:${station.code}`,
    evidence: 'page',
  });
  if (done.kind === 'not-found') {
    await sendProblem(ctx, {
      status: 404,
      title: 'Rien de prévu ce jour-là',
      explanation: 'Votre programme ne prévoit rien ce jour-là. Rien n’a été enregistré.',
      way: { href: '/station/programme', words: 'Revenir au programme' },
    });
    return;
  }
  const isPlain = done.recorded > 0 && done.notOver + done.suspended === 0;
  if (isPlain) redirect(ctx, '/station/programme?fait=day');
  else await sendProgramme(ctx, ports, station, { news: dayConfirmedSentence(done) });
}

/** Takes in an airing that nobody had planned. */
export async function postUnplanned(ctx: WebContext, ports: Ports): Promise<void> {
  const posted = await postedForm(ctx, ports);
  if (posted === null) return;
  const { station, form } = posted;
  const spot = field(form, 'spot').slice(0, 16);
  const day = field(form, 'day').slice(0, 16);
  const time = field(form, 'time').slice(0, 16);
  const answer = await addUnplannedAiring(ports, {
    stationCode: station.code,
    spotCode: spot,
    day,
    time: clockOf(time),
    saidBy: `station:${station.code}`,
    evidence: 'page',
  });
  switch (answer.kind) {
    case 'recorded':
      redirect(ctx, '/station/programme?fait=unplanned#non-prevu');
      return;
    case 'not-found':
      await sendStationProblem(ctx, station, {
        status: 404,
        way: { href: '/station', words: 'Ouvrir l’espace radio' },
      });
      return;
    case 'refused':
      await sendProgramme(ctx, ports, station, {
        status: 422,
        unplannedForm: { spot, day, time, sentences: answer.refusals.map(airingRefusalSentence) },
      });
  }
}

/** The form of a signed-in station. Null when the request has been answered already. */
export async function postedForm(
  ctx: WebContext,
  ports: Ports,
): Promise<(SignedIn & { readonly form: Form }) | null> {
  if (!(await isOwnForm(ctx, ports))) return null;
  const signedIn = await stationOrDoor(ctx, ports, 'an answer');
  if (signedIn === null) return null;
  const form = await readForm(ctx);
  if (form === null) {
    await sendStationProblem(ctx, signedIn.station, {
      status: 413,
      way: { href: '/station/programme', words: 'Revenir au programme' },
    });
    return null;
  }
  // An answer that waited on a shared computer says whose it is: it is never taken for another station's.
  const givenBy = field(form, 'radio');
  if (givenBy !== '' && givenBy !== signedIn.station.code) {
    await sendStationProblem(ctx, signedIn.station, {
      status: 409,
      explanation:
        'Cette réponse a été donnée par une autre radio : elle partira quand cette radio se connectera.',
      way: { href: '/station/programme', words: 'Revenir au programme' },
    });
    return null;
  }
  return { ...signedIn, form };
}

/** A time as people type it where the browser has no clock field: « 7h05 », « 7:05 », « 7 h 05 » are 07:05. */
function clockOf(entered: string): string {
  const found = /^(\d{1,2})\s*[:hH.]\s*(\d{2})(?::\d{2})?$/.exec(entered);
  return found === null ? entered : `${found[1]?.padStart(2, '0')}:${found[2]}`;
}

/**
 * The key of an answer. The form of the page carries what the page showed, so with the answer itself it counts once; an
 * answer that waited for the line carries a key of its own.
 */
function keyOf(key: string, said: readonly (string | null)[]): string {
  if (!isSeenMark(key)) return key;
  return [key, ...said.map((word) => word ?? '')]
    .join('.')
    .replace(/[^\w.:-]/g, '_')
    .slice(0, 100);
}

/** A month: nothing waits longer for a line. */
const LONGEST_WAIT_SECONDS = 31 * 24 * 3600;

/** What an answer brings along that waited for the line: what its station had seen, and for how long it waited. */
function waitingOf(form: Form): { readonly seen?: string; readonly waitedSeconds?: number } {
  const waited = Number.parseInt(field(form, 'waited'), 10);
  return {
    ...(form.has('seen') ? { seen: field(form, 'seen') } : {}),
    // A clock that was set anew while it waited tells nothing, and costs nothing.
    ...(waited >= 0 && waited <= LONGEST_WAIT_SECONDS ? { waitedSeconds: waited } : {}),
  };
}
