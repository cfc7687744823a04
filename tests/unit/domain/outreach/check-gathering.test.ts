import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AGE_BANDS,
  checkGathering,
  type AgeBand,
  type GatheringDraft,
} from '../../../../src/domain/outreach';
import { gatheringRefusalSentence } from '../../../../src/wording/outreach';

const TODAY = '2026-12-10';

type Counts = {
  readonly total?: unknown;
  readonly female?: unknown;
  readonly male?: unknown;
  readonly byAgeBand?: Readonly<Partial<Record<AgeBand, unknown>>>;
};

function assembly(attendance: Counts, what: Partial<GatheringDraft> = {}): GatheringDraft {
  return { kind: 'assembly', place: 'Kéniéba', date: '2026-12-05', attendance, ...what };
}

function refusalKinds(draft: GatheringDraft): readonly string[] {
  const answer = checkGathering(draft, TODAY);
  return answer.ok ? [] : answer.refusals.map(({ kind }) => kind);
}

describe('logging a gathering', () => {
  it('takes an assembly whose women, men and ages add up', () => {
    const byAgeBand = { 'under-15': 10, '15-17': 20, '18-24': 30, '25-35': 40, 'over-35': 20 };
    const draft = assembly({ total: 120, female: 70, male: 50, byAgeBand });
    expect(checkGathering(draft, TODAY)).toEqual({
      ok: true,
      value: {
        kind: 'assembly',
        place: 'Kéniéba',
        date: '2026-12-05',
        attendance: { total: 120, female: 70, male: 50, byAgeBand },
      },
    });
  });

  it('keeps what nobody counted as unknown, not as zero', () => {
    const answer = checkGathering({ kind: 'play', place: 'Nioro', date: TODAY }, TODAY);
    expect(answer.ok && answer.value.attendance).toEqual({
      total: null,
      female: null,
      male: null,
      byAgeBand: {
        'under-15': null,
        '15-17': null,
        '18-24': null,
        '25-35': null,
        'over-35': null,
      },
    });
  });

  it('tidies the name of the place', () => {
    const answer = checkGathering(assembly({}, { place: '  Ke\u0301nie\u0301ba   Koto ' }), TODAY);
    expect(answer.ok && answer.value.place).toBe('Kéniéba Koto');
  });

  it.each<[string, GatheringDraft, readonly string[]]>([
    ['a blank place', assembly({}, { place: ' \u00a0 ' }), ['place-missing']],
    ['no place', assembly({}, { place: null }), ['place-missing']],
    ['a novel for a place', assembly({}, { place: 'a'.repeat(121) }), ['place-too-long']],
    ['an unknown kind', assembly({}, { kind: 'concert' }), ['kind-unknown']],
    ['no date', assembly({}, { date: undefined }), ['date-invalid']],
    ['the 30th of February', assembly({}, { date: '2026-02-30' }), ['date-invalid']],
    ['a date of tomorrow', assembly({}, { date: '2026-12-11' }), ['date-in-future']],
    ['minus three people', assembly({ total: -3 }), ['count-negative']],
    ['half a person', assembly({ total: 1.5 }), ['count-not-whole']],
    ['a count in words', assembly({ total: 'beaucoup' }), ['count-not-whole']],
    ['a count that is no number', assembly({ total: Number.NaN }), ['count-not-whole']],
    ['a crowd of a million', assembly({ total: 1_000_000 }), ['count-absurd']],
    ['70 + 60 in 120', assembly({ total: 120, female: 70, male: 60 }), ['sexes-exceed-total']],
    ['more women than people', assembly({ total: 10, female: 11 }), ['sexes-exceed-total']],
    ['70 + 40 of 120', assembly({ total: 120, female: 70, male: 40 }), ['sexes-below-total']],
    [
      'ages beyond the total, some unknown',
      assembly({ total: 50, byAgeBand: { '15-17': 30, '18-24': 30 } }),
      ['bands-exceed-total'],
    ],
    [
      'all ages known, but fewer than the total',
      assembly({
        total: 50,
        byAgeBand: { 'under-15': 1, '15-17': 1, '18-24': 1, '25-35': 1, 'over-35': 1 },
      }),
      ['bands-below-total'],
    ],
    [
      'ages beyond women and men, when no total was written',
      assembly({ female: 10, male: 10, byAgeBand: { '18-24': 21 } }),
      ['bands-exceed-total'],
    ],
    [
      'more women than all ages together, when no total was written',
      assembly({
        female: 6,
        byAgeBand: { 'under-15': 1, '15-17': 1, '18-24': 1, '25-35': 1, 'over-35': 1 },
      }),
      ['sexes-exceed-total'],
    ],
    [
      'everything at once, so that the form is corrected in one go',
      { kind: null, place: '', date: 'hier', attendance: { total: -1 } },
      ['kind-unknown', 'place-missing', 'date-invalid', 'count-negative'],
    ],
  ])('refuses %s', (_story, draft, kinds) => {
    expect(refusalKinds(draft)).toEqual(kinds);
    const answer = checkGathering(draft, TODAY);
    const sentences = answer.ok ? [] : answer.refusals.map(gatheringRefusalSentence);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÀ-Ý0-9].{10,}\.$/u);
  });

  it.each<[string, GatheringDraft]>([
    ['today', assembly({ total: 12 }, { date: TODAY })],
    ['a zero that was counted', assembly({ total: 0, female: 0, male: 0 })],
    ['women counted, men not', assembly({ total: 120, female: 70 })],
    ['some ages counted', assembly({ total: 120, byAgeBand: { '15-17': 20 } })],
    ['the largest crowd', assembly({ total: 100_000 })],
    ['women and men without a total', assembly({ female: 10, male: 5 })],
  ])('takes %s', (_story, draft) => {
    expect(refusalKinds(draft)).toEqual([]);
  });

  it('never takes a split that exceeds its total, whatever is left unknown', () => {
    const count = fc.option(fc.integer({ min: 0, max: 500 }), { nil: null });
    const bands = fc.record({
      'under-15': count,
      '15-17': count,
      '18-24': count,
      '25-35': count,
      'over-35': count,
    });
    fc.assert(
      fc.property(count, count, count, bands, (total, female, male, byAgeBand) => {
        const answer = checkGathering(assembly({ total, female, male, byAgeBand }), TODAY);
        if (!answer.ok || total === null) return;
        expect((female ?? 0) + (male ?? 0)).toBeLessThanOrEqual(total);
        const ages = AGE_BANDS.reduce((sum, band) => sum + (byAgeBand[band] ?? 0), 0);
        expect(ages).toBeLessThanOrEqual(total);
      }),
      { numRuns: 500 },
    );
  });
});
