import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { seenMark } from '../../../../src/domain/broadcast';
import {
  addUnplannedAiring,
  cancelSlot,
  confirmAiring,
  type Confirmation,
} from '../../../../src/use-cases/broadcast';
import type { TestPorts } from '../../../helpers/test-ports';
import { openBroadcastStory, planOne } from './broadcast-story';

let story: TestPorts;
let slotId: string;
beforeEach(async () => {
  story = await openBroadcastStory();
  slotId = await planOne(story);
  story.clock.set('2026-12-01T09:00:00Z');
});
afterEach(() => story.close());

const confirm = (what: Partial<Confirmation> = {}) =>
  confirmAiring(story.ports, {
    slotId,
    stationCode: 'KAY',
    outcome: 'aired',
    idempotencyKey: 'first-key',
    saidBy: 'station:KAY',
    evidence: 'page',
    ...what,
  });

describe('confirming', () => {
  it('writes what was said into the ledger, with what the spot was', async () => {
    expect(await confirm()).toMatchObject({
      kind: 'recorded',
      airing: {
        slotId,
        stationCode: 'KAY',
        spotCode: '0042',
        language: 'fr',
        durationSeconds: 30,
        outcome: 'aired',
        airedAt: new Date('2026-12-01T07:00:00Z'),
        evidence: 'page',
        saidBy: 'station:KAY',
        supersedes: null,
      },
    });
  });

  it('counts once when it is sent twice', async () => {
    const first = await confirm();
    expect(await confirm()).toEqual(first);
    expect(await Promise.all([confirm(), confirm()])).toEqual([first, first]);
    expect(await story.ports.airings.all()).toHaveLength(1);
    const told: unknown = await story.knex('ops_journal').where({ action: 'airing-confirmed' });
    expect(told).toHaveLength(1);
  });

  it('said otherwise later is a correction, and the first word stays', async () => {
    const first = await confirm();
    const second = await confirm({
      outcome: 'missed',
      missedReason: 'power',
      idempotencyKey: 'second-key',
      evidence: 'telephone',
      saidBy: 'user:12',
    });
    expect(second).toMatchObject({
      kind: 'recorded',
      airing: {
        outcome: 'missed',
        airedAt: null,
        missedReason: 'power',
        evidence: 'telephone',
        saidBy: 'user:12',
        supersedes: first.kind === 'recorded' ? first.airing.id : '',
      },
    });
    expect(await story.ports.airings.all()).toHaveLength(2);
    expect(await story.ports.airings.current('KAY')).toMatchObject([{ outcome: 'missed' }]);
  });

  it('by several people at once leaves one word standing and none lost', async () => {
    await Promise.all(
      Array.from({ length: 4 }, (_, person) => confirm({ idempotencyKey: `person-${person}` })),
    );
    expect(await story.ports.airings.all()).toHaveLength(4);
    expect(await story.ports.airings.current()).toHaveLength(1);
  });

  it('is not possible for another station’s slot, which looks like none at all', async () => {
    const notFound = { kind: 'not-found' };
    expect(await confirm({ stationCode: 'BKO' })).toEqual(notFound);
    expect(await confirm({ slotId: 'nowhere' })).toEqual(notFound);
    expect(await confirm({ stationCode: 'XYZ' })).toEqual(notFound);
  });

  it('does not show another station’s word to whoever guesses its key', async () => {
    await confirm();
    const other = await planOne(story, '2026-12-02');
    story.clock.set('2026-12-02T09:00:00Z');
    expect(await confirm({ slotId: other })).toMatchObject({ airing: { slotId: other } });
  });

  it('is refused with its reasons, and nothing is written', async () => {
    story.clock.set('2026-12-01T06:59:00Z');
    expect(await confirm()).toMatchObject({
      kind: 'refused',
      refusals: [{ kind: 'slot-in-the-future' }],
    });
    expect(await confirm({ idempotencyKey: '' })).toEqual({
      kind: 'refused',
      refusals: [{ kind: 'key-malformed' }],
    });
    expect(await story.ports.airings.all()).toEqual([]);
  });

  it('keeps a slot from being cancelled', async () => {
    await confirm();
    expect(await cancelSlot(story.ports, { slotId, by: 'user:manager' })).toEqual({
      kind: 'already-confirmed',
    });
  });

  it('outlives the spot', async () => {
    story.content.spots = [];
    expect(await confirm()).toMatchObject({
      airing: { spotCode: '0042', language: 'fr', durationSeconds: 30 },
    });
  });
});

describe('an airing that nobody had planned', () => {
  const add = (what = {}) =>
    addUnplannedAiring(story.ports, {
      stationCode: 'BKO',
      spotCode: '0042',
      day: '2026-12-01',
      time: '08:30',
      saidBy: 'station:BKO',
      evidence: 'page',
      ...what,
    });

  it('is written down once', async () => {
    const first = await add();
    expect(first).toMatchObject({
      kind: 'recorded',
      airing: {
        outcome: 'unplanned',
        slotId: null,
        airedAt: new Date('2026-12-01T08:30:00Z'),
        language: 'fr',
      },
    });
    expect(await add()).toEqual(first);
    expect(await story.ports.airings.current('BKO')).toHaveLength(1);
  });

  it('is refused where the station’s own slot stands', async () => {
    expect(await add({ stationCode: 'KAY', time: '07:15' })).toMatchObject({
      kind: 'refused',
      refusals: [{ kind: 'was-planned' }],
    });
    expect(await add({ stationCode: 'BKO', time: '07:15' })).toMatchObject({ kind: 'recorded' });
  });

  it('is refused for a spot or station that does not exist', async () => {
    expect(await add({ spotCode: '9999' })).toEqual({
      kind: 'refused',
      refusals: [{ kind: 'unknown-spot', spotCode: '9999' }],
    });
    expect(await add({ stationCode: 'XYZ' })).toEqual({ kind: 'not-found' });
  });
});

describe('an answer that waited for the line', () => {
  it('is taken once, however often and in whatever order it arrives', async () => {
    const first = { idempotencyKey: 'tap-first', seen: seenMark(null), waitedSeconds: 7200 };
    const second = {
      idempotencyKey: 'tap-second',
      seen: 'tap-first',
      outcome: 'missed',
      missedReason: 'power',
    } as const;
    for (const tap of [first, second, first, second, first]) {
      expect(await confirm(tap)).toMatchObject({ kind: 'recorded' });
    }
    expect(await story.ports.airings.all()).toHaveLength(2);
    expect(await story.ports.airings.currentOfSlot(slotId)).toMatchObject({ outcome: 'missed' });
    const told: unknown = await story.knex('ops_journal').where({ action: 'airing-confirmed' });
    expect(JSON.stringify(told)).toContain('7200');
  });

  it('does not overwrite what was said meanwhile, and is told so', async () => {
    await confirm({ outcome: 'missed', missedReason: 'power', evidence: 'telephone' });
    const late = { idempotencyKey: 'tap-late', seen: seenMark(null) };
    expect(await confirm(late)).toEqual({
      kind: 'refused',
      refusals: [{ kind: 'answered-meanwhile', outcome: 'missed', evidence: 'telephone' }],
    });
    expect(await story.ports.airings.all()).toHaveLength(1);
  });

  it('that says what stands already adds nothing', async () => {
    const said = await confirm();
    expect(await confirm({ idempotencyKey: 'tap-late', seen: seenMark(null) })).toEqual(said);
    expect(await story.ports.airings.all()).toHaveLength(1);
  });
});
