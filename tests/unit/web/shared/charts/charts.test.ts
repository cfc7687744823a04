import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { InsightLine } from '../../../../../src/domain/social';
import {
  frenchNumber,
  frenchPercent,
  progressChart,
  progressTable,
  reachChart,
  reachTable,
  socialChart,
  socialTable,
  type ProgressChartIndicator,
  type ReachChartZone,
} from '../../../../../src/web/shared/charts';
import { axisTicks } from '../../../../../src/web/shared/charts/scale';
import { escapeXml, wrap } from '../../../../../src/web/shared/charts/svg';

function zone(what: Partial<ReachChartZone> = {}): ReachChartZone {
  return {
    name: 'Kayes',
    population: 1_840_329,
    state: 'estimated',
    people: { low: 41_230, central: 152_347, high: 318_900 },
    ...what,
  };
}

function indicator(what: Partial<ProgressChartIndicator> = {}): ProgressChartIndicator {
  return {
    name: 'Jeunes formés',
    kind: 'registered',
    target: 850,
    value: 412,
    share: 412 / 850,
    band: null,
    partOf: null,
    ...what,
  };
}

const silent = zone({ name: 'Nioro', state: 'nothing-aired', people: null });

/** The words of a picture, in order of appearance. */
function wordsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words ?? '');
}

/** Tags open and close in order, attributes are quoted, no stray angle bracket or ampersand. */
function expectWellFormed(svg: string): void {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<&]*(?:&[a-z0-9#]+;[^"<&]*)*")*)(\/?)>/g,
    (_tag, closes: string, name: string, _attributes, selfCloses: string) => {
      if (closes === '/') expect(open.pop()).toBe(name);
      else if (selfCloses !== '/') open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[<>&]/);
}

describe('the picture of the reach', () => {
  it('shows for each zone the central figure and the way from low to high', () => {
    const words = wordsOf(reachChart([zone()]));
    expect(words).toContain('Kayes');
    expect(words).toContain('152\u202f347');
    expect(words).toContain('de 41\u202f230 à 318\u202f900 · 8,3\u00a0% des habitants');
    expect(words).toContain('400\u202f000');
  });

  it('is told to those who do not see it', () => {
    const svg = reachChart([zone(), silent], 'r1');
    expect(svg).toContain('role="img" aria-labelledby="r1-title r1-description"');
    expect(svg).toMatch(/<title id="r1-title">Personnes touchées par zone/);
    expect(svg).toContain(
      '<desc id="r1-description">Kayes : environ 152\u202f347 personnes, entre 41\u202f230 et 318\u202f900. Nioro : aucune diffusion confirmée.</desc>',
    );
  });

  it('draws no bar and no mark where nothing was confirmed', () => {
    expect(wordsOf(reachChart([silent]))).toContain('Aucune diffusion confirmée');
    const marks = (svg: string) => svg.split('<circle').length - 1;
    expect(marks(reachChart([silent]))).toBe(1);
    expect(marks(reachChart([zone(), silent]))).toBe(2);
  });

  it('says so when there is no zone yet', () => {
    expect(wordsOf(reachChart([]))).toEqual(['Aucune zone n’est encore renseignée.']);
  });

  it('puts low, central and high in order on one scale', () => {
    const svg = reachChart([zone()]);
    const [band] = [...svg.matchAll(/<rect x="([\d.]+)%" y="[\d.]+" width="([\d.]+)%"/g)];
    const mark = [...svg.matchAll(/<circle cx="([\d.]+)%"/g)][0];
    const from = Number(band?.[1]);
    const to = from + Number(band?.[2]);
    // 3 % inset on either side of a scale to 400,000.
    expect(from).toBeCloseTo(3 + 94 * (41_230 / 400_000), 1);
    expect(Number(mark?.[1])).toBeCloseTo(3 + 94 * (152_347 / 400_000), 1);
    expect(to).toBeCloseTo(3 + 94 * (318_900 / 400_000), 1);
  });

  it('has a table that says the same and adds up', () => {
    const kita = zone({
      name: 'Kita',
      population: 681_671,
      people: { low: 1_000, central: 2_000, high: 3_000 },
    });
    const table = reachTable([zone(), kita, silent]);
    expect(table.rows[0]).toEqual([
      'Kayes',
      '1\u202f840\u202f329',
      '41\u202f230',
      '152\u202f347',
      '318\u202f900',
      '8,3\u00a0%',
    ]);
    expect(table.rows[2]).toContain('Aucune diffusion confirmée');
    expect(table.footer).toEqual([
      'Total des zones estimées',
      '2\u202f522\u202f000',
      '42\u202f230',
      '154\u202f347',
      '321\u202f900',
      '6,1\u00a0%',
    ]);
    for (const row of [...table.rows, table.footer]) expect(row).toHaveLength(table.header.length);
    expect(reachTable([silent]).footer).toBeNull();
  });
});

describe('the picture of the indicators', () => {
  it('shows value, target and share', () => {
    expect(wordsOf(progressChart([indicator()]))).toEqual([
      'Jeunes formés',
      '412 sur 850',
      '48\u00a0%',
    ]);
  });

  it('tells "not collected" from zero', () => {
    const unknown = indicator({ value: null, share: null });
    expect(wordsOf(progressChart([unknown]))).toContain('pas encore recueilli (cible 850)');
    expect(progressChart([unknown])).toContain('stroke-dasharray');
    const zero = progressChart([indicator({ value: 0, share: 0 })]);
    expect(wordsOf(zero)).toContain('0 sur 850');
    expect(zero).not.toContain('stroke-dasharray');
  });

  it('turns green at the target, except an estimate, which stays amber with its range', () => {
    expect(progressChart([indicator({ value: 849, share: 849 / 850 })])).not.toContain('#1f7a4d');
    expect(progressChart([indicator({ value: 850, share: 1 })])).toContain('#1f7a4d');
    const estimate = progressChart([
      indicator({
        kind: 'modelled',
        target: 250_000,
        value: 265_201,
        share: 265_201 / 250_000,
        band: { low: 70_970, central: 265_201, high: 572_300 },
      }),
    ]);
    expect(estimate).not.toContain('#1f7a4d');
    expect(estimate).toContain('#e8930c');
    expect(wordsOf(estimate)).toContain('audience estimée, de 70\u202f970 à 572\u202f300');
    expect(estimate).toContain('x1="28.39%" x2="100%"');
  });

  it('has a table without a total: kinds of figure are never added', () => {
    const table = progressTable([
      indicator(),
      indicator({ value: null, share: null, kind: 'headcount' }),
    ]);
    expect(table.rows).toEqual([
      ['Jeunes formés', 'Enregistré', '412', '850', '48\u00a0%'],
      ['Jeunes formés', 'Présences comptées', 'pas encore recueilli', '850', '–'],
    ]);
    expect(table.footer).toBeNull();
  });

  it('says so when there is no indicator yet', () => {
    expect(wordsOf(progressChart([]))).toEqual(['Aucun indicateur n’est encore défini.']);
  });
});

describe('text in a picture', () => {
  it('cannot become markup', () => {
    const name = '<script>alert("1")</script> & \'x\' \u0000';
    for (const svg of [reachChart([zone({ name })]), progressChart([indicator({ name })])]) {
      expect(svg).not.toContain('<script');
      expect(svg).not.toContain('\u0000');
      expectWellFormed(svg);
    }
    expect(escapeXml(`<&>"'`)).toBe('&lt;&amp;&gt;&quot;&#39;');
  });

  it('leaves every picture well formed, whatever the names and figures', () => {
    const count = fc.integer({ min: 0, max: 30_000_000 });
    const zones = fc.array(
      fc.record({
        name: fc.string({ unit: 'binary', maxLength: 60 }),
        population: fc.integer({ min: 1, max: 30_000_000 }),
        people: fc.option(
          fc.tuple(count, count, count).map((three) => {
            const [low = 0, central = 0, high = 0] = [...three].sort((a, b) => a - b);
            return { low, central, high };
          }),
          { nil: null },
        ),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(zones, (drafts) => {
        const svg = reachChart(
          drafts.map((draft) =>
            zone({ ...draft, state: draft.people === null ? 'no-parameters' : 'estimated' }),
          ),
        );
        expectWellFormed(svg);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });

  it('breaks between words, at the width of a telephone', () => {
    expect(wrap('Personnes touchées par 6 radios locales, en 3 langues', 42)).toEqual([
      'Personnes touchées par 6 radios locales,',
      'en 3 langues',
    ]);
    expect(wrap('court', 42)).toEqual(['court']);
  });
});

describe('the axis', () => {
  it.each([
    [318_900, [0, 100_000, 200_000, 300_000, 400_000]],
    [100, [0, 25, 50, 75, 100]],
    [3, [0, 1, 2, 3]],
    [9, [0, 3, 6, 9]],
    [0, [0, 1]],
  ])('to %s', (highest, ticks) => {
    expect(axisTicks(highest)).toEqual(ticks);
  });

  it('is of whole people, not too many marks, and holds the highest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000_000 }), (highest) => {
        const ticks = axisTicks(highest);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
        expect(new Set(ticks).size).toBe(ticks.length);
      }),
    );
  });
});

describe('French figures', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1\u202f000'],
    [22_395_485, '22\u202f395\u202f485'],
    [-1_200, '\u22121\u202f200'],
  ])('%s', (value, words) => {
    expect(frenchNumber(value)).toBe(words);
  });

  it.each([
    [0, '0\u00a0%'],
    [0.0001, 'moins de 0,1\u00a0%'],
    [0.083, '8,3\u00a0%'],
    [0.48, '48\u00a0%'],
    [0.999, '99\u00a0%'],
    [1, '100\u00a0%'],
    [1.08, '108\u00a0%'],
    [12, '1\u202f200\u00a0%'],
  ])('%s as a share', (share, words) => {
    expect(frenchPercent(share)).toBe(words);
  });
});

describe('the chart of the networks', () => {
  const line = (what: Partial<InsightLine>): InsightLine => ({
    network: 'facebook',
    metric: 'post_total_media_view_unique',
    kind: 'people',
    deliveries: 3,
    highest: 400,
    sum: 900,
    ...what,
  });

  it('draws people alone, each network by itself', () => {
    const svg = socialChart([
      line({}),
      line({ network: 'x', metric: 'impressions', kind: 'impressions', highest: 9000 }),
    ]);
    expect(svg).toContain('Facebook');
    expect(svg).toContain('400');
    expect(svg).not.toContain('9 000');
  });

  it('says that nobody gave a number of people rather than drawing a zero', () => {
    expect(socialChart([line({ kind: 'engagements' })])).toContain('Aucun réseau');
  });

  it('has a table with every kind and no total', () => {
    const table = socialTable([line({}), line({ kind: 'engagements', metric: 'reactions' })]);
    expect(table.rows.map(([, kind]) => kind)).toEqual(['Personnes', 'Réactions']);
    expect(table.footer).toBeNull();
  });
});
