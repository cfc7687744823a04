import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { FlightTerms } from '../../../../src/domain/broadcast';
import {
  cancelSlot,
  confirmAiring,
  makeGood,
  moveSlot,
  planSlots,
  previewFlight,
  readFlights,
  readMakeGood,
  readPlannerWeek,
  saveFlight,
  stopFlight,
} from '../../../../src/use-cases/broadcast';
import { currentManifest } from '../../../../src/use-cases/delivery';
import { buildConsent, buildFlightTerms, buildSpot } from '../../../helpers/builders';
import type { TestPorts } from '../../../helpers/test-ports';
import { openBroadcastStory } from './broadcast-story';

let story: TestPorts;
beforeEach(async () => {
  story = await openBroadcastStory();
});
afterEach(() => story.close());

const by = 'user:manager';
const terms = (what: Partial<FlightTerms> = {}) =>
  buildFlightTerms({ stationCodes: ['KAY', 'BKO'], to: '2026-12-03', ...what });

async function save(what: Partial<FlightTerms> = {}, flight = null as null | Known) {
  const saved = await saveFlight(story.ports, { flight, terms: terms(what), by });
  if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
  return saved;
}
type Known = { readonly id: string; readonly revision: number };

const living = async () =>
  (await story.ports.slots.all())
    .filter(({ state }) => state === 'planned')
    .map(
      ({ stationCode, windowStart, spotCode }) =>
        `${stationCode} ${windowStart.toISOString().slice(0, 16)} ${spotCode}`,
    );

async function slotAt(stationCode: string, start: string) {
  const found = (await story.ports.slots.all()).find(
    (slot) =>
      slot.state === 'planned' &&
      slot.stationCode === stationCode &&
      slot.windowStart.toISOString().startsWith(start),
  );
  if (found === undefined) throw new Error(`No slot at ${start}: ${(await living()).join(', ')}`);
  return found;
}

async function download(stationCode: string) {
  await story.ports.receipts.add({
    id: `receipt-${stationCode}`,
    stationCode,
    renditionId: 'rendition-0042-MP3-STEREO',
    spotCode: '0042',
    firstByte: 0,
    lastByte: 479_999,
    sizeBytes: 480_000,
    isWhole: true,
    at: story.clock.now(),
  });
}

async function say(slotId: string, outcome: 'aired' | 'missed') {
  const said = await confirmAiring(story.ports, {
    slotId,
    stationCode: 'KAY',
    outcome,
    ...(outcome === 'missed' ? { missedReason: 'power' as const } : {}),
    idempotencyKey: `key-of-${slotId}`,
    saidBy: 'station:KAY',
    evidence: 'page',
  });
  expect(said.kind).toBe('recorded');
}

describe('a flight', () => {
  it('is shown before anything is written', async () => {
    const shown = await previewFlight(story.ports, { flightId: null, terms: terms() });
    expect(shown).toMatchObject({
      kind: 'preview',
      preview: {
        wanted: 6,
        planned: 6,
        added: 6,
        kept: 0,
        byStation: { BKO: 3, KAY: 3 },
        byLanguage: { fr: 6 },
        conflicts: [],
      },
    });
    expect(await story.ports.slots.all()).toEqual([]);
    expect(await story.ports.flights.all()).toEqual([]);
  });

  it('is written whole, with the slots that were shown', async () => {
    const { flight, added } = await save();
    expect({ added, revision: flight.revision }).toEqual({ added: 6, revision: 1 });
    expect(await living()).toEqual([
      'BKO 2026-12-01T08:00 0042',
      'KAY 2026-12-01T08:00 0042',
      'BKO 2026-12-02T08:00 0042',
      'KAY 2026-12-02T08:00 0042',
      'BKO 2026-12-03T08:00 0042',
      'KAY 2026-12-03T08:00 0042',
    ]);
    expect(await story.ports.flights.byId(flight.id)).toEqual(flight);
    expect(await story.knex('ops_flight_staging').count({ rows: '*' })).toEqual([{ rows: 0 }]);
  });

  it('of a million slots is refused before anything is looked up', async () => {
    const stationCodes = Array.from({ length: 1000 }, (_, index) => `unknown ${index}`);
    const asked = { flightId: null, terms: terms({ stationCodes, to: '2027-11-30' }) };
    expect(await previewFlight(story.ports, asked)).toEqual({
      kind: 'refused',
      refusals: [{ kind: 'flight-too-large', slots: 365_000, maximum: 200_000 }],
    });
  });

  it('that plans nothing is not written; a spot, station or flight that is not there is named', async () => {
    const past = await saveFlight(story.ports, {
      flight: null,
      terms: terms({ from: '2026-11-01', to: '2026-11-02' }),
      by,
    });
    expect(past).toEqual({ kind: 'refused', refusals: [{ kind: 'flight-plans-nothing' }] });
    const unknown = terms({ spotCodes: ['9999'], stationCodes: ['XYZ'] });
    expect(await previewFlight(story.ports, { flightId: null, terms: unknown })).toEqual({
      kind: 'refused',
      refusals: [
        { kind: 'flight-unknown-spot', spotCode: '9999' },
        { kind: 'flight-unknown-station', stationCode: 'XYZ' },
      ],
    });
    expect(await previewFlight(story.ports, { flightId: 'nowhere', terms: terms() })).toEqual({
      kind: 'refused',
      refusals: [{ kind: 'unknown-flight' }],
    });
    expect(await story.ports.flights.all()).toEqual([]);
  });

  it('ends no slot after the consent', async () => {
    story.content.spots = [buildSpot({ voices: 'adult' })];
    await story.ports.consents.add(buildConsent({ expiresOn: '2026-12-02' }));
    const { added } = await save();
    expect(added).toBe(4);
  });

  it('goes round a slot that was placed by hand, and takes one of lower priority away', async () => {
    await planSlots(story.ports, {
      spotCode: '0042',
      stationCodes: ['KAY'],
      days: ['2026-12-01'],
      times: ['08:00'],
      windowMinutes: 30,
      by,
    });
    const low = await save({ priority: 1, stationCodes: ['BKO'] });
    const high = await save({ priority: 5 });
    expect(high).toMatchObject({ added: 6, gaveWay: 3 });
    expect((await living()).filter((slot) => slot.includes('12-01'))).toEqual([
      'BKO 2026-12-01T08:00 0042',
      'KAY 2026-12-01T08:00 0042',
      'KAY 2026-12-01T08:30 0042',
    ]);
    // Planned again, the weaker one finds other windows.
    const again = await save({ priority: 1, stationCodes: ['BKO'] }, low.flight);
    expect(again).toMatchObject({ added: 3, cancelled: 0, gaveWay: 0 });
  });
});

describe('planning a flight again', () => {
  it('changes nothing when nothing is new', async () => {
    const { flight } = await save();
    const before = await story.ports.slots.all();
    const again = await save({}, flight);
    expect(again).toMatchObject({ added: 0, cancelled: 0, unchanged: 6, kept: 0 });
    expect(await story.ports.slots.all()).toEqual(before);
  });

  it('keeps what was delivered, aired or has begun, and plans the rest anew', async () => {
    const { flight } = await save();
    await download('BKO');
    story.clock.set('2026-12-01T08:10:00Z');
    await say((await slotAt('KAY', '2026-12-01')).id, 'aired');
    const evenings = { dayparts: [{ from: '18:00', to: '20:00' }] };
    const again = await save(evenings, flight);
    // BKO holds the file: its three stay. KAY aired the first one.
    expect(again).toMatchObject({ kept: 4, added: 2, cancelled: 2 });
    expect((await living()).filter((slot) => slot.startsWith('KAY'))).toEqual([
      'KAY 2026-12-01T08:00 0042',
      'KAY 2026-12-02T19:00 0042',
      'KAY 2026-12-03T19:00 0042',
    ]);
  });

  it('keeps the windows of a list that the station has taken, and those alone', async () => {
    const { flight } = await save({ stationCodes: ['KAY'] });
    const head = await currentManifest(story.ports, 'KAY');
    if (head === null) throw new Error('There is no list.');
    const evenings = terms({ stationCodes: ['KAY'], dayparts: [{ from: '18:00', to: '20:00' }] });
    const preview = () => previewFlight(story.ports, { flightId: flight.id, terms: evenings });
    expect(await preview()).toMatchObject({ preview: { cancelled: 3, kept: 0 } });
    await story.ports.manifests.noteFetched('KAY', head.version, story.clock.now());
    // The list reaches to the first of December.
    expect(await preview()).toMatchObject({ preview: { cancelled: 2, kept: 1 } });
  });

  it('of two people at once tells the second, and writes nothing of theirs', async () => {
    const { flight } = await save();
    await save({ to: '2026-12-02' }, flight);
    const before = await story.ports.slots.all();
    const late = await saveFlight(story.ports, { flight, terms: terms({ to: '2026-12-05' }), by });
    expect(late).toEqual({ kind: 'changed-meanwhile' });
    expect(await story.ports.slots.all()).toEqual(before);
    expect(await story.knex('ops_flight_staging').count({ rows: '*' })).toEqual([{ rows: 0 }]);
  });

  it('brings back nothing that a person cancelled, and leaves alone what they moved', async () => {
    const { flight } = await save({ stationCodes: ['KAY'] });
    await cancelSlot(story.ports, { slotId: (await slotAt('KAY', '2026-12-01')).id, by });
    const { id: slotId } = await slotAt('KAY', '2026-12-02');
    await moveSlot(story.ports, { slotId, day: '2026-12-02', time: '17:00', by });
    const again = await save({ stationCodes: ['KAY'], to: '2026-12-04' }, flight);
    expect(again).toMatchObject({ added: 1, cancelled: 0, kept: 1 });
    expect(await living()).toEqual([
      'KAY 2026-12-02T17:00 0042',
      'KAY 2026-12-03T08:00 0042',
      'KAY 2026-12-04T08:00 0042',
    ]);
  });

  it('is told what became of it; stopped, it keeps the past alone', async () => {
    const { flight } = await save();
    story.clock.set('2026-12-02T12:00:00Z');
    await say((await slotAt('KAY', '2026-12-01')).id, 'aired');
    await say((await slotAt('KAY', '2026-12-02')).id, 'missed');
    const [view] = await readFlights(story.ports);
    expect(view?.counts).toEqual({ planned: 6, upcoming: 2, aired: 1, missed: 1, unanswered: 2 });
    const stop = () => stopFlight(story.ports, { flightId: flight.id, by });
    expect(await stop()).toEqual({ kind: 'stopped', cancelled: 2 });
    expect(await stop()).toEqual({ kind: 'already-stopped' });
    expect(await living()).toHaveLength(4);
    expect(await stopFlight(story.ports, { flightId: 'nowhere', by })).toEqual({
      kind: 'not-found',
    });
  });
});

describe('moving a slot', () => {
  const move = (slotId: string, day: string, time: string) =>
    moveSlot(story.ports, { slotId, day, time, by });

  it('cancels the old one, which stays in the history, and names where the new one came from', async () => {
    await save();
    const slot = await slotAt('KAY', '2026-12-01');
    const moved = await move(slot.id, '2026-12-02', '17:00');
    expect(moved).toMatchObject({
      kind: 'moved',
      slot: { stationCode: 'KAY', windowStart: new Date('2026-12-02T17:00:00Z') },
    });
    expect((await story.ports.slots.byId(slot.id))?.state).toBe('cancelled');
    const rows = await readPlannerWeek(story.ports, { from: '2026-12-02', to: '2026-12-02' });
    const row = rows.find(({ cameFrom }) => cameFrom !== null);
    expect(row).toMatchObject({
      cameFrom: { kind: 'move', windowStart: slot.windowStart },
      flight: { name: 'Décembre' },
      messageCode: 'MSG-1',
    });
    // A second click on the old one.
    expect(await move(slot.id, '2026-12-02', '18:00')).toEqual({
      kind: 'refused',
      refusals: [{ kind: 'move-cancelled' }],
    });
  });

  it.each([
    ['2026-12-01', '08:00', 'move-nowhere'],
    ['2026-12-02', '08:00', 'move-taken'],
    ['2026-12-04', '08:00', 'move-outside-flight'],
    ['2026-11-30', '08:00', 'outside-flight'],
    ['2026-12-32', '08:00', 'day-malformed'],
    ['2026-12-01', '8h', 'time-malformed'],
  ])('to %s %s is refused: %s', async (day, time, kind) => {
    await save();
    const before = await living();
    const { id } = await slotAt('KAY', '2026-12-01');
    expect(await move(id, day, time)).toMatchObject({ kind: 'refused', refusals: [{ kind }] });
    expect(await living()).toEqual(before);
  });

  it('to another station plans it there and takes it off its own', async () => {
    await save({ stationCodes: ['KAY'] });
    const { id } = await slotAt('KAY', '2026-12-01');
    const target = { slotId: id, stationCode: 'BKO', day: '2026-12-01', time: '08:00', by };
    expect(await moveSlot(story.ports, target)).toMatchObject({
      kind: 'moved',
      slot: { stationCode: 'BKO', spotCode: '0042' },
    });
    expect((await story.ports.slots.byId(id))?.state).toBe('cancelled');
    expect(await living()).toContain('BKO 2026-12-01T08:00 0042');
  });

  it.each([
    ['a station that is not there', 'XXX', {}, 'unknown-station'],
    ['one that does not speak its language', 'BKO', { languages: ['bm'] }, 'language-not-spoken'],
    ['one whose format it was not prepared in', 'BKO', { profileCode: 'WAV' }, 'not-prepared'],
  ] as const)('to %s is refused', async (_story, stationCode, what, kind) => {
    await save({ stationCodes: ['KAY'] });
    story.content.stations = story.content.stations.map((station) =>
      station.code === 'BKO' ? { ...station, ...what } : station,
    );
    const before = await living();
    const { id: slotId } = await slotAt('KAY', '2026-12-01');
    const target = { slotId, stationCode, day: '2026-12-01', time: '17:00', by };
    expect(await moveSlot(story.ports, target)).toMatchObject({
      kind: 'refused',
      refusals: [{ kind }],
    });
    expect(await living()).toEqual(before);
  });

  it('that makes a missed one good stays on the station that missed it', async () => {
    await save();
    const missed = await slotAt('KAY', '2026-12-01');
    story.clock.set('2026-12-01T08:40:00Z');
    await say(missed.id, 'missed');
    const made = await makeGood(story.ports, { slotId: missed.id, by });
    if (made.kind !== 'planned') throw new Error(made.kind);
    const target = { slotId: made.slot.id, day: '2026-12-03', time: '17:00', by };
    expect(await moveSlot(story.ports, { ...target, stationCode: 'BKO' })).toMatchObject({
      kind: 'refused',
      refusals: [{ kind: 'move-make-good-elsewhere', stationCode: 'KAY' }],
    });
    expect((await moveSlot(story.ports, target)).kind).toBe('moved');
  });

  it('is refused once it has begun or was answered', async () => {
    await save();
    const { id } = await slotAt('KAY', '2026-12-01');
    story.clock.set('2026-12-01T08:05:00Z');
    expect(await move(id, '2026-12-02', '17:00')).toMatchObject({
      refusals: [{ kind: 'move-begun' }],
    });
    await say(id, 'aired');
    expect(await move(id, '2026-12-02', '17:00')).toMatchObject({
      refusals: [{ kind: 'move-answered' }],
    });
    expect(await move('nowhere', '2026-12-02', '17:00')).toEqual({ kind: 'not-found' });
  });
});

describe('a make-good', () => {
  async function missed() {
    await save({ timesADay: 2 });
    const slot = await slotAt('KAY', '2026-12-01T07:00');
    story.clock.set('2026-12-01T07:40:00Z');
    await say(slot.id, 'missed');
    return slot;
  }
  const replace = (slotId: string) => makeGood(story.ports, { slotId, by });

  it('takes the next free window of the flight that the station can still reach, once', async () => {
    const slot = await missed();
    const shown = await readMakeGood(story.ports, slot.id);
    // The day goes on until ten, but two hours must lie between; the next morning 07:00 is taken.
    expect(shown).toMatchObject({
      kind: 'proposed',
      plan: { windowStart: new Date('2026-12-02T06:00:00Z') },
    });
    expect(await replace(slot.id)).toMatchObject({
      kind: 'planned',
      slot: { windowStart: new Date('2026-12-02T06:00:00Z'), stationCode: 'KAY' },
    });
    expect(await replace(slot.id)).toEqual({
      kind: 'refused',
      refusals: [{ kind: 'already-made-good' }],
    });
    const rows = await readPlannerWeek(story.ports, { from: '2026-12-01', to: '2026-12-02' });
    expect(rows.find((row) => row.slot.id === slot.id)?.madeGoodAt).toEqual(
      new Date('2026-12-02T06:00:00Z'),
    );
    expect(rows.find(({ cameFrom }) => cameFrom?.kind === 'make-good')?.cameFrom).toEqual({
      kind: 'make-good',
      windowStart: slot.windowStart,
    });
  });

  it('asked for twice at the same moment is planned once', async () => {
    const slot = await missed();
    const answers = await Promise.all([replace(slot.id), replace(slot.id)]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['planned', 'refused']);
  });

  it('that was cancelled can be asked for again, and a moved one stays the same one', async () => {
    const slot = await missed();
    const first = await replace(slot.id);
    if (first.kind !== 'planned') throw new Error(first.kind);
    const moved = await moveSlot(story.ports, {
      slotId: first.slot.id,
      day: '2026-12-02',
      time: '17:00',
      by,
    });
    if (moved.kind !== 'moved') throw new Error(JSON.stringify(moved));
    expect(await replace(slot.id)).toMatchObject({ kind: 'refused' });
    await cancelSlot(story.ports, { slotId: moved.slot.id, by });
    expect(await replace(slot.id)).toMatchObject({ kind: 'planned' });
  });

  it('is for a missed slot only, and not after the last day', async () => {
    const slot = await missed();
    const other = await slotAt('KAY', '2026-12-02');
    expect(await replace(other.id)).toEqual({
      kind: 'refused',
      refusals: [{ kind: 'not-missed' }],
    });
    story.clock.set('2026-12-03T09:00:00Z');
    expect(await replace(slot.id)).toEqual({
      kind: 'refused',
      refusals: [{ kind: 'no-window-left', until: '2026-12-03' }],
    });
    expect(await replace('nowhere')).toEqual({ kind: 'not-found' });
  });

  it('of a slot placed by hand comes at the same time of a later day', async () => {
    await planSlots(story.ports, {
      spotCode: '0042',
      stationCodes: ['KAY'],
      days: ['2026-12-01', '2026-12-02'],
      times: ['12:00'],
      windowMinutes: 30,
      by,
    });
    story.clock.set('2026-12-01T13:00:00Z');
    const slot = await slotAt('KAY', '2026-12-01');
    await say(slot.id, 'missed');
    expect(await replace(slot.id)).toMatchObject({
      slot: { windowStart: new Date('2026-12-03T12:00:00Z') },
    });
  });
});
