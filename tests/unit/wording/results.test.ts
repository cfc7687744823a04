import { describe, expect, it } from 'vitest';
import type { EstimateRefusal, IndicatorProblem, NotCounted } from '../../../src/domain/results';
import {
  estimateRefusalSentence,
  indicatorProblemSentence,
  notCountedSentence,
} from '../../../src/wording/results';

const nameOf = (code: string) => (code === 'FILLES' ? 'Filles formées' : 'Jeunes formés');

describe('what the results page says', () => {
  it('names a part that is larger than its whole, by the names people know', () => {
    const problem: IndicatorProblem = {
      kind: 'part-exceeds-whole',
      part: 'FILLES',
      whole: 'JEUNES',
      partValue: 1_201,
      wholeValue: 1_200,
    };
    expect(indicatorProblemSentence(problem, nameOf)).toBe(
      '« Filles formées » (1\u202f201) dépasse « Jeunes formés » (1\u202f200), dont c’est une partie. Vérifiez les valeurs saisies.',
    );
  });

  it.each<[number, string]>([
    [0, 'Aucune diffusion n’est en attente.'],
    [1, 'Une diffusion confirmée n’est pas comptée.'],
    [12, '12 diffusions confirmées ne sont pas comptées.'],
  ])('says how many airings a station without zones leaves out: %s', (airings, words) => {
    const left: NotCounted = {
      stationCode: 'NIO',
      stationName: 'Radio Nioro',
      zoneCode: null,
      airings,
      reason: 'no-zone',
    };
    expect(notCountedSentence(left)).toBe(
      `Radio Nioro : aucune zone d’écoute n’est renseignée. ${words}`,
    );
  });

  it.each<EstimateRefusal>([
    { kind: 'not-a-share', field: 'likely', given: 35 },
    { kind: 'out-of-order', low: 0.3, likely: 0.2, high: 0.4 },
  ])('explains an estimate that cannot be used: $kind', (refusal) => {
    expect(estimateRefusalSentence(refusal)).toMatch(/^[A-Z].+(part entre 0 et 1|se suivre).*\.$/u);
  });
});
