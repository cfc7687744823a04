import { describe, expect, it } from 'vitest';

import { contractNotes, type Contract, type PlanChange } from '../../../../src/domain/broadcast';
import { buildContract } from '../../../helpers/builders';

const DECEMBER = buildContract({
  code: 'KAY-2026-12',
  periodStart: '2026-12-01',
  periodEnd: '2026-12-31',
  airingsOwed: 10,
});

/** @param committed airings confirmed or to come in December. */
function notesOf(
  change: Partial<PlanChange>,
  committed = 0,
  contracts: readonly Contract[] = [DECEMBER],
) {
  return contractNotes('KAY', contracts, { added: [], cancelled: [], ...change }, () => committed);
}

describe('what a station’s contracts say of its plan', () => {
  it('is nothing while the days are covered and no more is asked than owed', () => {
    expect(notesOf({ added: ['2026-12-01', '2026-12-31'] }, 8)).toEqual([]);
  });

  it('is nothing where there is no contract', () => {
    expect(notesOf({ added: ['2026-12-01'] }, 99, [])).toEqual([]);
  });

  it('names the days that no contract covers', () => {
    expect(notesOf({ added: ['2027-01-04', '2026-11-30', '2026-12-01'] })).toEqual([
      {
        kind: 'outside-contract',
        stationCode: 'KAY',
        count: 2,
        firstDay: '2026-11-30',
        lastDay: '2027-01-04',
      },
    ]);
  });

  it('counts what is beyond the airings owed', () => {
    expect(notesOf({ added: ['2026-12-05', '2026-12-06'] }, 9)).toEqual([
      {
        kind: 'beyond-contract',
        stationCode: 'KAY',
        contractCode: 'KAY-2026-12',
        airingsOwed: 10,
        airings: 11,
      },
    ]);
  });

  it('says nothing of a move within a contract, even one that is full', () => {
    expect(notesOf({ added: ['2026-12-05'], cancelled: ['2026-12-04'] }, 12)).toEqual([]);
  });

  it('counts a move into a full contract from outside of it', () => {
    const change = { added: ['2026-12-05'], cancelled: ['2027-01-04'] };
    expect(notesOf(change, 10)).toMatchObject([{ kind: 'beyond-contract', airings: 11 }]);
  });

  it('looks at each contract by itself', () => {
    const january = buildContract({
      code: 'KAY-2027-01',
      documentId: 'january',
      periodStart: '2027-01-01',
      periodEnd: '2027-01-31',
      airingsOwed: 1,
    });
    const notes = notesOf({ added: ['2026-12-05', '2027-01-04'] }, 1, [DECEMBER, january]);
    expect(notes).toMatchObject([{ kind: 'beyond-contract', contractCode: 'KAY-2027-01' }]);
  });
});
