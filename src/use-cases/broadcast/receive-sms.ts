import { createHmac } from 'node:crypto';

import {
  dayMeant,
  readSms,
  SMS_MAXIMUM_DAYS,
  type MissedReason,
  type SmsMistake,
  type SmsStatement,
} from '../../domain/broadcast';
import { addDays, dayInZone, type CalendarDay } from '../../domain/shared';
import { isContactOf, telephoneNumber, type Station } from '../../domain/stations';
import type { Ports, SmsMessage, SmsOutcome } from '../../composition/ports';
import { confirmAiring } from './confirm-airing';
import { confirmDay, type DayConfirmed } from './confirm-day';
import { readDay, type DayLine, type DayView } from './read-day';

/** What is answered, before it is put into words. */
export type SmsReply =
  | { readonly kind: 'mistake'; readonly mistake: SmsMistake }
  /** The code stands for no day of a station that this number belongs to. */
  | { readonly kind: 'not-your-day'; readonly code: string }
  | { readonly kind: 'too-long-ago'; readonly day: CalendarDay }
  | { readonly kind: 'not-begun'; readonly day: CalendarDay }
  | { readonly kind: 'no-such-line'; readonly line: number; readonly highest: number }
  | {
      readonly kind: 'confirmed';
      readonly stationCode: string;
      readonly day: CalendarDay;
      readonly code: string;
      readonly whole: DayConfirmed | null;
      readonly exceptions: readonly SmsNoted[];
      /** Lines whose window is over and of which nothing was said. */
      readonly open: number;
    };

export type SmsNoted = {
  readonly line: number;
  readonly reason: MissedReason;
  /** `proven`: a log or a recording says that it was aired; `early`: its window has not begun. */
  readonly result: 'noted' | 'proven' | 'early' | 'failed';
};

export type SmsPorts = Pick<
  Ports,
  | 'airings'
  | 'airingRecordings'
  | 'consents'
  | 'notices'
  | 'content'
  | 'journal'
  | 'receipts'
  | 'renditions'
  | 'settings'
  | 'slots'
  | 'smsMessages'
  | 'spotVersions'
  | 'stationDays'
  | 'system'
>;

type Answered = {
  readonly reply: SmsReply;
  readonly outcome: SmsOutcome;
  readonly stationCode: string | null;
};

export type ReceivedSms = {
  /** The gateway's own id of the message. */
  readonly id: string;
  readonly from: string;
  readonly text: string;
};

/** A personal value as it is stored: under the installation's key, so that nobody can try out all numbers. */
export function digestSms(kind: 'number' | 'message', value: string, digestKey: string): string {
  return createHmac('sha256', digestKey).update(`sms-${kind}:${value}`).digest('hex');
}

/**
 * Takes in a text message of a station, does what it says, and keeps the reply to be sent. Delivered again, it answers what it
 * answered before and does nothing more. Somebody who is no station's contact gets no reply and is only counted.
 *
 * @param inWords puts the answer into at most 160 letters.
 */
export async function receiveSms(
  ports: SmsPorts,
  received: ReceivedSms,
  inWords: (reply: SmsReply) => string,
): Promise<SmsMessage> {
  const id = digestSms('message', received.id, ports.settings.digestKey);
  const known = await ports.smsMessages.byId(id);
  if (known !== null) return known;

  const number = telephoneNumber(received.from);
  const stations =
    number === null
      ? []
      : (await ports.content.stations()).filter((station) => isContactOf(station, number));
  const base = { id, receivedAt: ports.system.now(), replyAttempts: 0 };
  const message: SmsMessage =
    number === null || stations.length === 0
      ? {
          ...base,
          senderDigest: null,
          stationCode: null,
          outcome: 'stranger',
          reply: null,
          replyState: 'none',
        }
      : await answered(ports, received.text, { base, number, stations }, inWords);
  if (await ports.smsMessages.add(message)) return message;
  return (await ports.smsMessages.byId(id)) ?? message;
}

async function answered(
  ports: SmsPorts,
  text: string,
  sender: {
    readonly base: Pick<SmsMessage, 'id' | 'receivedAt' | 'replyAttempts'>;
    readonly number: string;
    readonly stations: readonly Station[];
  },
  inWords: (reply: SmsReply) => string,
): Promise<SmsMessage> {
  const senderDigest = digestSms('number', sender.number, ports.settings.digestKey);
  const { reply, outcome, stationCode } = await act(
    ports,
    text,
    sender.stations,
    sender.base.id.slice(0, 32),
  );
  return {
    ...sender.base,
    senderDigest,
    stationCode,
    outcome,
    reply: inWords(reply),
    replyState: 'due',
  };
}

async function act(
  ports: SmsPorts,
  text: string,
  stations: readonly Station[],
  key: string,
): Promise<Answered> {
  const only = stations.length === 1 ? (stations[0]?.code ?? null) : null;
  const read = readSms(text);
  if (!read.ok) {
    return {
      reply: { kind: 'mistake', mistake: read.mistake },
      outcome: 'mistaken',
      stationCode: only,
    };
  }
  const { statement } = read;
  const meant = await stationDayOf(ports, statement.code, stations);
  if (meant === null) {
    const reply = { kind: 'not-your-day', code: statement.code } as const;
    return { reply, outcome: 'not-your-day', stationCode: only };
  }
  const { station, day } = meant;
  const today = dayInZone(ports.system.now(), station.timeZone);
  const mistaken = (reply: SmsReply): Answered => ({
    reply,
    outcome: 'mistaken',
    stationCode: station.code,
  });
  if (day > today) return mistaken({ kind: 'not-begun', day });
  if (day < addDays(today, -SMS_MAXIMUM_DAYS)) return mistaken({ kind: 'too-long-ago', day });
  const view = await readDay(ports, station.code, day);
  if (view === null) return mistaken({ kind: 'not-your-day', code: statement.code });

  const wrongLine = lineThatIsNone(statement, view);
  if (wrongLine !== null) {
    const highest = Math.max(0, ...view.lines.map(({ number }) => number));
    return mistaken({ kind: 'no-such-line', line: wrongLine, highest });
  }
  return carryOut(ports, statement, view, key);
}

async function stationDayOf(
  ports: SmsPorts,
  code: string,
  stations: readonly Station[],
): Promise<{ readonly station: Station; readonly day: CalendarDay } | null> {
  for (const station of stations) {
    const days = await ports.stationDays.daysOfCode(station.code, code);
    const day = dayMeant(days, dayInZone(ports.system.now(), station.timeZone));
    if (day !== null) return { station, day };
  }
  return null;
}

function lineThatIsNone(statement: SmsStatement, view: DayView): number | null {
  if (statement.kind === 'all-aired') return null;
  const numbers = new Set(view.lines.map(({ number }) => number));
  for (const { line } of statement.exceptions) {
    if (line !== 'all' && !numbers.has(line)) return line;
  }
  return null;
}

/** The exceptions first: cut off between the two, the message comes again, and no missed line was ever called aired. */
async function carryOut(
  ports: SmsPorts,
  statement: SmsStatement,
  view: DayView,
  key: string,
): Promise<Answered> {
  const exceptions: SmsNoted[] = [];
  if (statement.kind === 'exceptions') {
    for (const line of view.lines) {
      const reason = reasonFor(statement, line);
      if (reason === null) continue;
      exceptions.push({ line: line.number, reason, result: await note(ports, line, reason, key) });
    }
  }
  const isWhole = statement.kind === 'all-aired' || statement.othersAired;
  const { code: stationCode } = view.station;
  const confirmed = isWhole
    ? await confirmDay(ports, {
        stationCode,
        day: view.day,
        saidBy: `station:${stationCode}`,
        evidence: 'sms',
      })
    : null;
  const whole = confirmed?.kind === 'confirmed' ? confirmed : null;
  return {
    reply: {
      kind: 'confirmed',
      stationCode,
      day: view.day,
      code: view.code,
      whole,
      exceptions,
      open: whole === null ? stillOpen(view, exceptions, ports.system.now()) : 0,
    },
    outcome: statement.kind === 'all-aired' ? 'confirmed' : 'excepted',
    stationCode,
  };
}

/** A line that is named speaks for itself; "all" is for those that are not answered. */
function reasonFor(
  statement: Extract<SmsStatement, { kind: 'exceptions' }>,
  line: DayLine,
): MissedReason | null {
  const named = statement.exceptions.find((exception) => exception.line === line.number);
  if (named !== undefined) return named.reason;
  const all = statement.exceptions.find((exception) => exception.line === 'all');
  return all !== undefined && line.airing === null ? all.reason : null;
}

async function note(
  ports: SmsPorts,
  line: DayLine,
  reason: MissedReason,
  key: string,
): Promise<SmsNoted['result']> {
  const { airing, slot } = line;
  const isProven = airing?.evidence === 'recording' || airing?.evidence === 'imported';
  if (isProven && airing.outcome !== 'missed') return 'proven';
  if (slot.windowStart > ports.system.now()) return 'early';
  const { kind } = await confirmAiring(ports, {
    slotId: slot.id,
    stationCode: slot.stationCode,
    outcome: 'missed',
    missedReason: reason,
    idempotencyKey: `sms-${key}`,
    saidBy: `station:${slot.stationCode}`,
    evidence: 'sms',
  });
  return kind === 'recorded' ? 'noted' : 'failed';
}

function stillOpen(view: DayView, exceptions: readonly SmsNoted[], now: Date): number {
  const noted = new Set(exceptions.map(({ line }) => line));
  return view.lines.filter(
    ({ airing, number, slot }) => airing === null && !noted.has(number) && slot.windowEnd <= now,
  ).length;
}
