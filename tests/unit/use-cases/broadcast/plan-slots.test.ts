import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { cancelSlot, planSlots } from '../../../../src/use-cases/broadcast';
import { buildSpot, buildStation } from '../../../helpers/builders';
import type { TestPorts } from '../../../helpers/test-ports';
import { openBroadcastStory, planOne } from './broadcast-story';

let story: TestPorts;
beforeEach(async () => {
  story = await openBroadcastStory();
});
afterEach(() => story.close());

const plan = (what = {}) =>
  planSlots(story.ports, {
    spotCode: '0042',
    stationCodes: ['KAY', 'BKO'],
    days: ['2026-12-01', '2026-12-02'],
    times: ['07:00', '19:00'],
    windowMinutes: 30,
    by: 'user:manager',
    ...what,
  });

describe('planning', () => {
  it('gives every station each day at each time', async () => {
    const answer = await plan();
    expect(answer).toMatchObject({ kind: 'planned', added: 8, alreadyThere: 0 });
    expect(await story.ports.slots.all()).toHaveLength(8);
  });

  it('adds only what is new when it is asked again, and answers all of it', async () => {
    const first = await plan();
    const again = await plan({ times: ['07:00', '12:00', '19:00'] });
    expect(again).toMatchObject({ kind: 'planned', added: 4, alreadyThere: 8 });
    const ids = (answer: typeof first) =>
      answer.kind === 'planned' ? answer.slots.map(({ id }) => id) : [];
    expect(ids(again)).toEqual(expect.arrayContaining(ids(first)));
    expect(ids(again)).toHaveLength(12);
  });

  it('writes nothing when one slot of the plan is refused', async () => {
    const answer = await plan({ days: ['2026-12-31', '2027-01-01'] });
    expect(answer).toMatchObject({ kind: 'refused', refusals: [{ kind: 'outside-flight' }] });
    expect(await story.ports.slots.all()).toEqual([]);
  });

  it('names an unknown spot and every unknown station', async () => {
    expect(await plan({ spotCode: '9999', stationCodes: ['XYZ', 'KAY', 'ABC'] })).toEqual({
      kind: 'refused',
      refusals: [
        { kind: 'unknown-spot', spotCode: '9999' },
        { kind: 'unknown-station', stationCode: 'XYZ' },
        { kind: 'unknown-station', stationCode: 'ABC' },
      ],
    });
  });

  it('names the stations for which the spot is not prepared', async () => {
    story.content.stations = [
      buildStation(),
      buildStation({ code: 'BKO', profileCode: 'WAV' }),
      buildStation({ code: 'NIO', profileCode: null }),
    ];
    expect(await plan({ stationCodes: ['KAY', 'BKO', 'NIO'] })).toEqual({
      kind: 'refused',
      refusals: [
        { kind: 'not-prepared', stationCode: 'BKO', profileCode: 'WAV' },
        { kind: 'not-prepared', stationCode: 'NIO', profileCode: null },
      ],
    });
  });

  it('refuses a million slots before it looks anything up', async () => {
    const days = Array.from({ length: 1000 }, (_, day) => `day-${day}`);
    const times = Array.from({ length: 500 }, (_, time) => `time-${time}`);
    story.content.stations = [];
    expect(await plan({ days, times })).toEqual({
      kind: 'refused',
      refusals: [{ kind: 'too-many-slots', asked: 1_000_000, maximum: 2000 }],
    });
  });

  it('holds back a real voice without a consent', async () => {
    story.content.spots = [buildSpot({ voices: 'minor' })];
    expect(await plan({ days: ['2026-12-01'] })).toEqual({
      kind: 'refused',
      refusals: [{ kind: 'held-back', day: '2026-12-01', reasons: [{ kind: 'no-consent' }] }],
    });
  });
});

describe('cancelling', () => {
  const cancel = (slotId: string) => cancelSlot(story.ports, { slotId, by: 'user:manager' });

  it('frees the place for a new slot', async () => {
    const slotId = await planOne(story);
    expect(await cancel(slotId)).toEqual({ kind: 'cancelled' });
    expect(await cancel(slotId)).toEqual({ kind: 'already-cancelled' });
    expect(await planOne(story)).not.toBe(slotId);
  });

  it('knows only slots that exist', async () => {
    expect(await cancel('nowhere')).toEqual({ kind: 'not-found' });
  });
});
