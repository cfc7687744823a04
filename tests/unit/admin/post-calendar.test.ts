import { describe, expect, it } from 'vitest';

import {
  daysAround,
  entriesOf,
  isShown,
  NO_FILTER,
  stepFrom,
} from '../../../src/admin/pages/posts/calendar/calendar';
import { isMovable, postSign } from '../../../src/admin/pages/posts/calendar/post-sign';
import type { PostOnWire } from '../../../src/admin/desk/wire';
import type { DeliveryState } from '../../../src/domain/social';

function viewOf(
  states: readonly DeliveryState[],
  approvalState: PostOnWire['approvalState'] = 'approved',
  dueAt: string | null = '2026-12-01T23:30:00.000Z',
): PostOnWire {
  return {
    post: { code: 'POST-1', documentId: 'post-1', dueAt, texts: { fr: 'Un texte.' } },
    approvalState,
    networks: ['x'],
    weights: [{ network: 'x', language: 'fr', weight: 9, maximum: 280 }],
    deliveries: states.map((state) => ({ delivery: { state }, attempts: [], sentence: '' })),
  } as unknown as PostOnWire;
}

describe('the days of the calendar of posts', () => {
  it('are the week from Monday to Sunday', () => {
    const days = daysAround('2026-12-03', 'week');
    expect([days[0], days.at(-1), days.length]).toEqual(['2026-11-30', '2026-12-06', 7]);
  });

  it('are the whole weeks of a month, four, five or six', () => {
    expect(daysAround('2027-02-15', 'month')).toHaveLength(28);
    expect(daysAround('2026-12-15', 'month')).toHaveLength(35);
    const august = daysAround('2026-08-31', 'month');
    expect([august[0], august.at(-1), august.length]).toEqual(['2026-07-27', '2026-09-06', 42]);
  });

  it('go on by weeks or months, over the end of a year', () => {
    expect(stepFrom('2026-12-31', 'week', 1)).toBe('2027-01-07');
    expect(stepFrom('2026-12-31', 'month', 1)).toBe('2027-01-01');
    expect(stepFrom('2026-03-31', 'month', -1)).toBe('2026-02-01');
  });

  it('are those of the campaign’s clock, not of whoever looks', () => {
    const of = (zone: string) => entriesOf([viewOf([])], zone).map(({ day, time }) => [day, time]);
    expect(of('Africa/Bamako')).toEqual([['2026-12-01', '23:30']]);
    expect(of('Europe/Paris')).toEqual([['2026-12-02', '00:30']]);
    expect(entriesOf([viewOf([], 'not', null)], 'Africa/Bamako')).toEqual([]);
  });
});

describe('where a post stands as a whole', () => {
  it.each([
    ['to-approve', [], 'not'],
    ['to-approve', [], 'stale'],
    ['approved', ['queued', 'queued'], 'approved'],
    ['sent', ['sent', 'sent'], 'approved'],
    ['approved', ['sent', 'queued'], 'approved'],
    ['missed', ['sent', 'missed'], 'approved'],
    ['failed', ['missed', 'failed'], 'approved'],
    ['unknown', ['failed', 'unknown'], 'approved'],
    ['recalled', ['recalled'], 'not'],
    ['sent', ['sent', 'recalled'], 'not'],
  ] as const)('%s: %j, %s', (sign, states, approvalState) => {
    expect(postSign(viewOf(states, approvalState))).toBe(sign);
  });

  it('lets it be moved unless a part may be out or all is', () => {
    expect(isMovable(viewOf(['queued']))).toBe(true);
    expect(isMovable(viewOf(['missed']))).toBe(true);
    expect(isMovable(viewOf(['unknown', 'queued']))).toBe(false);
    expect(isMovable(viewOf(['sent']))).toBe(false);
  });

  it('is filtered by network, language and state', () => {
    const view = viewOf(['queued']);
    expect(isShown(NO_FILTER, view)).toBe(true);
    expect(isShown({ ...NO_FILTER, network: 'telegram' }, view)).toBe(false);
    expect(isShown({ ...NO_FILTER, language: 'bm' }, view)).toBe(false);
    expect(isShown({ network: 'x', language: 'fr', sign: 'approved' }, view)).toBe(true);
  });
});
