import { describe, expect, it } from 'vitest';

import {
  decideAiring,
  decideUnplannedAiring,
  isIdempotencyKey,
  type SlotStatement,
} from '../../../../src/domain/broadcast';
import { buildSlot } from '../../../helpers/builders';

const AT = { now: new Date('2026-12-01T12:00:00Z'), timeZone: 'Africa/Bamako' };
const say = (said: SlotStatement, slot = buildSlot(), at = AT) => decideAiring(slot, said, at);

describe('what a station says of a slot', () => {
  it('"aired" means the beginning of the window', () => {
    expect(say({ outcome: 'aired' })).toEqual({
      ok: true,
      value: {
        outcome: 'aired',
        airedAt: new Date('2026-12-01T07:00:00Z'),
        missedReason: null,
      },
    });
  });

  it('"aired" may say the minute, within the window', () => {
    const said = say({ outcome: 'aired', airedTime: '07:30' });
    expect(said).toMatchObject({ ok: true, value: { airedAt: new Date('2026-12-01T07:30:00Z') } });
    expect(say({ outcome: 'aired', airedTime: '07:31' })).toEqual({
      ok: false,
      refusals: [{ kind: 'time-outside-window', from: '07:00', to: '07:30' }],
    });
  });

  it('another time is asked for, and understood in the station’s zone', () => {
    expect(say({ outcome: 'aired-at-another-time' })).toEqual({
      ok: false,
      refusals: [{ kind: 'time-missing' }],
    });
    const inCalcutta = say({ outcome: 'aired-at-another-time', airedTime: '15:00' }, buildSlot(), {
      ...AT,
      timeZone: 'Asia/Kolkata',
    });
    expect(inCalcutta).toMatchObject({
      ok: true,
      value: { airedAt: new Date('2026-12-01T09:30:00Z') },
    });
  });

  it('a time after midnight belongs to a window that crosses it', () => {
    const lateSlot = buildSlot({
      windowStart: new Date('2026-12-01T23:45:00Z'),
      windowEnd: new Date('2026-12-02T00:15:00Z'),
    });
    const at = { ...AT, now: new Date('2026-12-02T08:00:00Z') };
    expect(say({ outcome: 'aired', airedTime: '00:05' }, lateSlot, at)).toMatchObject({
      ok: true,
      value: { airedAt: new Date('2026-12-02T00:05:00Z') },
    });
  });

  it('a miss has a reason that is on the list', () => {
    expect(say({ outcome: 'missed', missedReason: 'power' })).toEqual({
      ok: true,
      value: { outcome: 'missed', airedAt: null, missedReason: 'power' },
    });
    expect(say({ outcome: 'missed' })).toEqual({
      ok: false,
      refusals: [{ kind: 'reason-missing' }],
    });
  });

  it('nothing is confirmed before its window begins, a miss neither', () => {
    const justBefore = { ...AT, now: new Date('2026-12-01T06:59:59.999Z') };
    const refusal = {
      ok: false,
      refusals: [{ kind: 'slot-in-the-future', windowStart: new Date('2026-12-01T07:00:00Z') }],
    };
    expect(say({ outcome: 'aired' }, buildSlot(), justBefore)).toEqual(refusal);
    expect(say({ outcome: 'missed', missedReason: 'power' }, buildSlot(), justBefore)).toEqual(
      refusal,
    );
    const atOnce = { ...AT, now: new Date('2026-12-01T07:00:00Z') };
    expect(say({ outcome: 'aired' }, buildSlot(), atOnce).ok).toBe(true);
  });

  it.each([
    [{ outcome: 'aired-at-another-time', airedTime: '18:00' }, 'time-in-the-future'],
    [{ outcome: 'aired-at-another-time', airedTime: '7h30' }, 'time-malformed'],
  ] as const)('refuses %o', (said, kind) => {
    expect(say(said)).toMatchObject({ ok: false, refusals: [{ kind }] });
  });

  it('a cancelled slot is not confirmed', () => {
    expect(say({ outcome: 'aired' }, buildSlot({ state: 'cancelled' }))).toEqual({
      ok: false,
      refusals: [{ kind: 'slot-cancelled' }],
    });
  });
});

describe('an airing that nobody had planned', () => {
  const said = { spotCode: '0042', day: '2026-12-01', time: '11:59' };

  it('is taken as it was said', () => {
    expect(decideUnplannedAiring(said, [], AT)).toEqual({
      ok: true,
      value: {
        outcome: 'unplanned',
        airedAt: new Date('2026-12-01T11:59:00Z'),
        missedReason: null,
      },
    });
  });

  it.each([
    [{ time: '12:01' }, 'time-in-the-future'],
    [{ time: '' }, 'time-missing'],
    [{ time: '25:00' }, 'time-malformed'],
    [{ day: '1/12/2026' }, 'day-malformed'],
    [{ day: '2026-10-30' }, 'too-long-ago'],
    [{ spotCode: 'spot' }, 'unknown-spot'],
  ])('is refused with %o', (what, kind) => {
    expect(decideUnplannedAiring({ ...said, ...what }, [], AT)).toMatchObject({
      ok: false,
      refusals: [{ kind }],
    });
  });

  it('may be a month old', () => {
    expect(decideUnplannedAiring({ ...said, day: '2026-10-31' }, [], AT).ok).toBe(true);
  });

  it('is not one when there is a slot for it: the same airing would count twice', () => {
    const inWindow = { ...said, time: '07:10' };
    expect(decideUnplannedAiring(inWindow, [buildSlot()], AT)).toEqual({
      ok: false,
      refusals: [{ kind: 'was-planned', from: '07:00', to: '07:30' }],
    });
    const others = [buildSlot({ spotCode: '0043' }), buildSlot({ state: 'cancelled' })];
    expect(decideUnplannedAiring(inWindow, others, AT).ok).toBe(true);
    expect(decideUnplannedAiring(said, [buildSlot()], AT).ok).toBe(true);
  });
});

describe('the key of a confirmation', () => {
  it.each([
    ['0b7c6b1e-0f3e-4b8e-9a34-3a0f3b2a1c11', true],
    ['short', false],
    ['a'.repeat(101), false],
    ["'; DROP TABLE", false],
    [undefined, false],
  ])('%s: %s', (key, expected) => {
    expect(isIdempotencyKey(key)).toBe(expected);
  });
});
