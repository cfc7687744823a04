import { createHash } from 'node:crypto';

import {
  asRunKey,
  dateOrderOf,
  matchAsRun,
  readAsRunRow,
  type Airing,
  type AsRunMatch,
  type AsRunReading,
} from '../../domain/broadcast';
import { urgentBehind } from '../../domain/delivery';
import { addDays, dayInZone } from '../../domain/shared';
import type { Station } from '../../domain/stations';
import type { AsRunFileRefusal, AsRunProgram, Ports } from '../../composition/ports';
import { durationAtStation } from './duration-at-station';

type Needs = Pick<
  Ports,
  | 'airings'
  | 'asRun'
  | 'content'
  | 'journal'
  | 'notices'
  | 'renditions'
  | 'slots'
  | 'spotVersions'
  | 'system'
>;

/** What a file would do to the ledger. */
export type AsRunPreview = {
  readonly kind: 'preview';
  readonly stationCode: string;
  readonly timeZone: string;
  readonly program: AsRunProgram;
  readonly encoding: string;
  readonly matches: readonly AsRunMatch[];
  /** Of what would be written: asked again with it, exactly this is written or nothing. */
  readonly fingerprint: string;
};

export type AsRunPreviewAnswer =
  | AsRunPreview
  /** No such station. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'unreadable'; readonly refusal: AsRunFileRefusal };

export type AsRunImportAnswer =
  | Exclude<AsRunPreviewAnswer, AsRunPreview>
  /** The ledger or the plan moved since the preview: it is to be looked at again. */
  | { readonly kind: 'changed'; readonly preview: AsRunPreview }
  | {
      readonly kind: 'imported';
      readonly added: number;
      /** Somebody answered for these slots meanwhile: what they said stands. */
      readonly skipped: number;
      readonly preview: AsRunPreview;
    };

type Writing = Extract<AsRunMatch, { kind: 'confirms' | 'strengthens' | 'unplanned' }>;

function isWriting(match: AsRunMatch): match is Writing {
  return match.kind === 'confirms' || match.kind === 'strengthens' || match.kind === 'unplanned';
}

/** Reads a station's playout log and says, line by line, what it means for the ledger. Nothing is written. */
export async function previewAsRun(
  ports: Needs,
  asked: { readonly stationCode: string; readonly content: Uint8Array },
): Promise<AsRunPreviewAnswer> {
  const station = await ports.content.stationByCode(asked.stationCode);
  if (station === null) return { kind: 'not-found' };
  return previewFor(ports, station, asked.content);
}

async function previewFor(
  ports: Needs,
  station: Station,
  content: Uint8Array,
): Promise<AsRunPreview | Extract<AsRunPreviewAnswer, { kind: 'unreadable' }>> {
  const file = ports.asRun.read(content);
  if (file.kind !== 'read') return { kind: 'unreadable', refusal: file };
  const order = dateOrderOf(file.rows.map(({ when, title }) => when ?? title));
  const readings = file.rows.map((row) => readAsRunRow(row, { timeZone: station.timeZone, order }));
  const matches = await matched(ports, station, readings);
  return {
    kind: 'preview',
    stationCode: station.code,
    timeZone: station.timeZone,
    program: file.program,
    encoding: file.encoding,
    matches,
    fingerprint: fingerprintOf(station.code, matches.filter(isWriting)),
  };
}

async function matched(
  ports: Needs,
  station: Station,
  readings: readonly AsRunReading[],
): Promise<readonly AsRunMatch[]> {
  const plays = readings.flatMap((reading) => (reading.kind === 'play' ? [reading.play] : []));
  const days = plays.map(({ at }) => dayInZone(at, station.timeZone)).sort();
  const [first] = days;
  const last = days.at(-1);
  const slots =
    first === undefined || last === undefined
      ? []
      : await ports.slots.between(addDays(first, -1), addDays(last, 1), station.code);
  const planned = await ports.airings.currentOfSlots(slots.map(({ id }) => id));
  const unplanned = (await ports.airings.current(station.code)).filter(
    ({ outcome }) => outcome === 'unplanned',
  );
  const spots = await ports.content.spots();
  return matchAsRun(readings, {
    stationCode: station.code,
    slots,
    current: [...planned, ...unplanned],
    imported: await ports.airings.ofKeys(plays.map((play) => asRunKey(station.code, play))),
    spotCodes: new Set([
      ...spots.map(({ code }) => code),
      ...slots.map(({ spotCode }) => spotCode),
    ]),
    now: ports.system.now(),
  });
}

function fingerprintOf(stationCode: string, writings: readonly Writing[]): string {
  const told = writings.map((match) => [
    match.kind,
    asRunKey(stationCode, match.play),
    match.kind === 'unplanned' ? null : match.slot.id,
    match.supersedes?.id ?? null,
  ]);
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

/**
 * Writes what the preview showed into the ledger, as evidence of the grade `imported`. The same file twice adds nothing: each
 * line has a key of its own. It never lowers a grade and never overrules a station that said "not aired".
 */
export async function importAsRun(
  ports: Needs,
  asked: {
    readonly stationCode: string;
    readonly content: Uint8Array;
    readonly fingerprint: string;
    readonly by: string;
  },
): Promise<AsRunImportAnswer> {
  const station = await ports.content.stationByCode(asked.stationCode);
  if (station === null) return { kind: 'not-found' };
  const preview = await previewFor(ports, station, asked.content);
  if (preview.kind !== 'preview') return preview;
  // Asked twice, the second finds nothing left to write: that is no change to look at.
  const isDone = !preview.matches.some(isWriting);
  if (isDone) return { kind: 'imported', added: 0, skipped: 0, preview };
  if (preview.fingerprint !== asked.fingerprint) return { kind: 'changed', preview };

  const now = ports.system.now();
  const durations = new Map<string, number | null>();
  let added = 0;
  let skipped = 0;
  for (const match of preview.matches.filter(isWriting)) {
    const { spotCode } = match.play;
    if (!durations.has(spotCode)) {
      durations.set(spotCode, await durationAtStation(ports, spotCode, station));
    }
    const entry = await entryOf(ports, station, match, {
      by: asked.by,
      now,
      durationSeconds: durations.get(spotCode) ?? null,
    });
    const written = entry === null ? null : await ports.airings.add(entry);
    if (written !== null && written.id === entry?.id) added += 1;
    else skipped += 1;
  }
  await ports.journal.write({
    at: now,
    by: asked.by,
    action: 'as-run-imported',
    subject: `station:${station.code}`,
    details: { added, skipped, lines: preview.matches.length, program: preview.program },
  });
  return { kind: 'imported', added, skipped, preview };
}

/** Null when the spot of an unplanned airing was deleted meanwhile: nobody knows its language. */
async function entryOf(
  ports: Pick<Needs, 'content' | 'notices' | 'system'>,
  station: Station,
  match: Writing,
  facts: {
    readonly by: string;
    readonly now: Date;
    readonly durationSeconds: number | null;
  },
): Promise<Airing | null> {
  const { play } = match;
  const slot = match.kind === 'unplanned' ? null : match.slot;
  const language = slot?.language ?? (await ports.content.spotByCode(play.spotCode))?.language;
  if (language === undefined) return null;
  return {
    id: ports.system.newId(),
    idempotencyKey: asRunKey(station.code, play),
    stationCode: station.code,
    slotId: slot?.id ?? null,
    spotCode: play.spotCode,
    language,
    durationSeconds: facts.durationSeconds ?? match.supersedes?.durationSeconds ?? null,
    outcome: match.kind === 'unplanned' ? 'unplanned' : match.outcome,
    airedAt: play.at,
    missedReason: null,
    evidence: 'imported',
    saidBy: facts.by,
    recordedAt: facts.now,
    supersedes: match.supersedes?.id ?? null,
    ...(match.kind === 'unplanned' ? await urgentOf(ports, station, match) : {}),
  };
}

/** A log that knows of an airing beside the plan may tell of an urgent message. */
async function urgentOf(
  ports: Pick<Needs, 'notices'>,
  station: Station,
  { play, supersedes }: Extract<Writing, { kind: 'unplanned' }>,
): Promise<Pick<Airing, 'noticeId'>> {
  const urgent = urgentBehind(await ports.notices.ofSpot(play.spotCode), {
    stationCode: station.code,
    spotCode: play.spotCode,
    airedAt: play.at,
  });
  const noticeId = urgent?.id ?? supersedes?.noticeId ?? null;
  return noticeId === null ? {} : { noticeId };
}
