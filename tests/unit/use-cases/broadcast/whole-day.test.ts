import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  confirmAiring,
  confirmDay,
  confirmDayExcept,
  stationDayCode,
} from '../../../../src/use-cases/broadcast';
import { buildConsent, buildSpot } from '../../../helpers/builders';
import type { TestPorts } from '../../../helpers/test-ports';
import { openBroadcastStory, planOne } from './broadcast-story';

const DAY = '2026-12-01';

let story: TestPorts;
let slots: string[];
beforeEach(async () => {
  story = await openBroadcastStory();
  slots = [];
  for (const time of ['07:00', '12:00', '18:00']) slots.push(await planOne(story, DAY, time));
  story.clock.set('2026-12-01T20:00:00Z');
});
afterEach(() => story.close());

const whole = (evidence: 'page' | 'telephone' = 'page') =>
  confirmDay(story.ports, { stationCode: 'KAY', day: DAY, saidBy: 'station:KAY', evidence });
const missed = (slotId: string | undefined) =>
  confirmAiring(story.ports, {
    slotId: slotId ?? '',
    stationCode: 'KAY',
    outcome: 'missed',
    missedReason: 'power',
    idempotencyKey: 'missed-key',
    saidBy: 'station:KAY',
    evidence: 'page',
  });
const outcomes = async () =>
  (await story.ports.airings.current('KAY'))
    .map(({ slotId, outcome }) => [slots.indexOf(slotId ?? ''), outcome])
    .sort();

describe('one tap for a day', () => {
  it('confirms every slot that is over, with what the spot was', async () => {
    expect(await whole()).toEqual({
      kind: 'confirmed',
      recorded: 3,
      answered: 0,
      notOver: 0,
      suspended: 0,
    });
    expect(await story.ports.airings.current('KAY')).toHaveLength(3);
    expect((await story.ports.airings.current('KAY'))[0]).toMatchObject({
      spotCode: '0042',
      language: 'fr',
      durationSeconds: 30,
      outcome: 'aired',
      evidence: 'page',
    });
  });

  it('said twice, or by two people at once, counts once', async () => {
    await whole();
    expect(await whole('telephone')).toMatchObject({ recorded: 0, answered: 3 });
    expect(await story.ports.airings.all()).toHaveLength(3);
    story.clock.set('2026-12-03T20:00:00Z');
  });

  it('two at once write three entries between them', async () => {
    const both = await Promise.all([whole(), whole('telephone')]);
    const recorded = both.map((each) => (each.kind === 'confirmed' ? each.recorded : 0));
    expect(recorded.reduce((sum, each) => sum + each, 0)).toBe(3);
    expect(await story.ports.airings.all()).toHaveLength(3);
  });

  it('goes with its exceptions in either order', async () => {
    await missed(slots[1]);
    expect(await whole()).toMatchObject({ recorded: 2, answered: 1 });
    await missed(slots[2]);
    expect(await outcomes()).toEqual([
      [0, 'aired'],
      [1, 'missed'],
      [2, 'missed'],
    ]);
  });

  it('says nothing of what is not over yet', async () => {
    story.clock.set('2026-12-01T18:10:00Z');
    expect(await whole()).toMatchObject({ recorded: 2, notOver: 1 });
  });

  it('leaves a suspended spot to a word of its own', async () => {
    story.content.spots[0] = buildSpot({ voices: 'adult' });
    await story.ports.consents.add(buildConsent({ withdrawnAt: new Date('2026-12-01T10:00:00Z') }));
    expect(await whole()).toMatchObject({ recorded: 0, suspended: 3 });
  });

  it('survives the deletion of the spot: its code, language and length stand in the ledger', async () => {
    await whole();
    story.content.spots.length = 0;
    expect(await story.ports.airings.current('KAY')).toHaveLength(3);
    expect((await story.ports.airings.current('KAY'))[2]).toMatchObject({
      spotCode: '0042',
      language: 'fr',
      durationSeconds: 30,
    });
  });

  it.each([
    ['ZZZ', DAY],
    ['KAY', '2026-12-24'],
    ['KAY', 'demain'],
  ])('finds nothing for %s on %s', async (stationCode, day) => {
    const answer = await confirmDay(story.ports, {
      stationCode,
      day,
      saidBy: 'station:KAY',
      evidence: 'page',
    });
    expect(answer).toEqual({ kind: 'not-found' });
  });
});

describe('a day on the telephone', () => {
  const told = (exceptions: { slotId: string; missedReason: 'power' | 'network' }[], day = DAY) =>
    confirmDayExcept(story.ports, {
      stationCode: 'KAY',
      day,
      exceptions,
      idempotencyKey: 'one-call',
      saidBy: 'user:7',
      evidence: 'telephone',
    });

  it('is noted with what was not aired, by who took the call', async () => {
    const exceptions = [{ slotId: slots[1] ?? '', missedReason: 'network' as const }];
    expect(await told(exceptions)).toMatchObject({ kind: 'confirmed', recorded: 2, missed: 1 });
    expect(await told(exceptions)).toMatchObject({ recorded: 0, answered: 3 });
    const ledger = await story.ports.airings.all();
    expect(ledger).toHaveLength(3);
    expect(new Set(ledger.map(({ saidBy }) => saidBy))).toEqual(new Set(['user:7']));
  });

  it('is noted whole or not at all', async () => {
    story.clock.set('2026-12-01T13:00:00Z');
    const exceptions = slots.map((slotId) => ({ slotId, missedReason: 'power' as const }));
    expect(await told(exceptions)).toMatchObject({ kind: 'refused' });
    expect(await told([...exceptions.slice(0, 1), { slotId: 'x', missedReason: 'power' }])).toEqual(
      {
        kind: 'not-found',
      },
    );
    expect(await told(exceptions.slice(0, 1), '2026-12-02')).toEqual({ kind: 'not-found' });
    expect(await story.ports.airings.all()).toEqual([]);
  });
});

describe('the code of a day', () => {
  const code = (stationCode = 'KAY', day = DAY) => stationDayCode(story.ports, stationCode, day);

  it('is given at the first look, with a number for each line, and stays', async () => {
    const first = await code();
    expect(first?.lines).toEqual(slots.map((slotId, place) => ({ number: place + 1, slotId })));
    expect(await code()).toEqual(first);
    expect(await Promise.all([code(), code()])).toEqual([first, first]);
  });

  it('keeps its numbers: a slot that comes later gets the next one, a cancelled one keeps its own', async () => {
    story.clock.set('2026-11-30T10:00:00Z');
    await code();
    const early = await planOne(story, DAY, '05:00');
    await story.ports.slots.cancel(slots[0] ?? '', 'user:manager', story.clock.now());
    expect((await code())?.lines).toEqual([
      { number: 1, slotId: slots[0] },
      { number: 2, slotId: slots[1] },
      { number: 3, slotId: slots[2] },
      { number: 4, slotId: early },
    ]);
  });

  it('is none for an empty day, an unknown station and no day', async () => {
    expect(await code('KAY', '2026-12-24')).toBeNull();
    expect(await code('ZZZ')).toBeNull();
    expect(await code('KAY', 'demain')).toBeNull();
  });
});

describe('weaker proof', () => {
  it('of the same thing leaves a better one in place', async () => {
    const said = {
      slotId: slots[0] ?? '',
      stationCode: 'KAY',
      outcome: 'aired' as const,
      saidBy: 'user:7',
    };
    await confirmAiring(story.ports, {
      ...said,
      airedTime: '07:12',
      idempotencyKey: 'imported-1',
      evidence: 'imported',
    });
    const answer = await confirmAiring(story.ports, {
      ...said,
      idempotencyKey: 'page-key',
      evidence: 'page',
    });
    expect(answer).toMatchObject({ kind: 'recorded', airing: { evidence: 'imported' } });
    expect(await story.ports.airings.all()).toHaveLength(1);
  });
});
