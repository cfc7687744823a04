import type { Band, IndicatorProgress } from '../../../domain/results';
import { FIGURE_KIND_NAMES } from '../../../wording/results';
import { frenchNumber, frenchPercent } from './french-number';
import { AMBER, element, GREEN, GREY, INK, percent, picture, text, TRACK, wrap } from './svg';
import type { ChartTable } from './table';

/** What the chart needs of an indicator. */
export type ProgressChartIndicator = Pick<
  IndicatorProgress,
  'name' | 'kind' | 'target' | 'value' | 'share' | 'band' | 'partOf'
>;

const TITLE = 'Avancement des indicateurs vers leur cible';
const NOT_COLLECTED = 'pas encore recueilli';
/** A part stands in by this share of the width. */
const PART_INDENT = 0.045;
const LINE_HEIGHT = 18;
/** Characters of a name on one line at the width of a telephone. */
const NAME_CHARACTERS = 34;

/**
 * Each indicator as a bar towards its target, which is the full width: indigo on the way, green once reached, dashed
 * where nothing was collected. An estimated audience is amber, never green, with a line from its low to its high: a
 * central estimate beyond the target is no target reached. A part stands indented below its whole.
 * Answers SVG to be written into a page as it is: every text in it is escaped.
 */
export function progressChart(
  indicators: readonly ProgressChartIndicator[],
  id = 'progress-chart',
): string {
  if (indicators.length === 0) {
    const words = 'Aucun indicateur n’est encore défini.';
    return picture(
      { id, title: TITLE, description: words, height: 72 },
      element('rect', { x: 0, y: 0, width: '100%', height: 72, rx: 8, fill: TRACK }) +
        text(words, { x: '50%', y: 41, 'text-anchor': 'middle', fill: GREY }),
    );
  }
  let top = 0;
  const rows = indicators.map((indicator) => {
    const row = indicatorRow(indicator, top);
    top += row.height;
    return row.drawing;
  });
  const description = indicators.map((one) => `${one.name} : ${standing(one)}.`).join(' ');
  return picture({ id, title: TITLE, description, height: top }, rows.join(''));
}

/** The same figures as a table. Rows are three kinds of figure and have no total. Cells are plain text. */
export function progressTable(indicators: readonly ProgressChartIndicator[]): ChartTable {
  return {
    caption: TITLE,
    header: ['Indicateur', 'Nature du chiffre', 'Réalisé', 'Cible', 'Part de la cible'],
    rows: indicators.map((indicator) => [
      indicator.name,
      FIGURE_KIND_NAMES[indicator.kind],
      indicator.value === null
        ? NOT_COLLECTED
        : `${frenchNumber(indicator.value)}${bandInWords(indicator.band)}`,
      frenchNumber(indicator.target),
      indicator.share === null ? '–' : frenchPercent(indicator.share),
    ]),
    footer: null,
  };
}

function indicatorRow(
  indicator: ProgressChartIndicator,
  top: number,
): { readonly drawing: string; readonly height: number } {
  const { name, kind, share, partOf, band } = indicator;
  const indent = partOf === null ? 0 : PART_INDENT;
  const x = percent(indent);
  const lines = wrap(name, NAME_CHARACTERS - (partOf === null ? 0 : 2));
  const names = lines.map((line, i) =>
    text(line, { x, y: top + 15 + i * LINE_HEIGHT, 'font-weight': 700 }),
  );
  const note = kind === 'modelled' ? `audience estimée${bandInWords(band)}` : null;
  const barTop = top + lines.length * LINE_HEIGHT + 5;
  const below = { y: barTop + 28, 'font-size': 13, fill: GREY };
  const drawing =
    names.join('') +
    bar(indicator, indent, barTop) +
    text(standing(indicator), { x, ...below }) +
    (share === null
      ? ''
      : text(frenchPercent(share), {
          x: '100%',
          y: below.y,
          'text-anchor': 'end',
          'font-size': 13,
          'font-weight': 700,
        })) +
    (note === null ? '' : text(note, { ...below, x, y: below.y + LINE_HEIGHT }));
  const noteHeight = note === null ? 0 : LINE_HEIGHT;
  return { drawing, height: lines.length * LINE_HEIGHT + 5 + 28 + noteHeight + 22 };
}

function bar(indicator: ProgressChartIndicator, indent: number, top: number): string {
  const { kind, value, share, band, target } = indicator;
  const full = { x: 0, y: 0, width: '100%', height: 12, rx: 3 };
  if (value === null) {
    const dashes = { stroke: GREY, 'stroke-dasharray': '4 4', fill: 'none', rx: 3 };
    return nested(
      indent,
      top,
      element('rect', { x: '0.2%', y: 1, width: '99.6%', height: 10, ...dashes }),
    );
  }
  const reached = Math.min(1, share ?? 0);
  const fill = kind === 'modelled' ? AMBER : reached >= 1 ? GREEN : INK;
  const filled = element('rect', { ...full, width: percent(reached), fill });
  return nested(
    indent,
    top,
    element('rect', { ...full, fill: TRACK }) +
      filled +
      (kind === 'modelled' ? upright(reached) + range(band, target) : ''),
  );
}

/** Closes an amber bar, which alone stands out too little. */
function upright(at: number): string {
  const x = percent(Math.min(0.998, at));
  return element('line', { x1: x, x2: x, y1: 0, y2: 12, stroke: INK, 'stroke-width': 2 });
}

/** A line from low to high, as far as the target; beyond it, the words say the rest. */
function range(band: Band | null, target: number): string {
  if (band === null || !(target > 0)) return '';
  const x1 = percent(Math.min(1, band.low / target));
  const x2 = percent(Math.min(1, band.high / target));
  return element('line', { x1, x2, y1: 6, y2: 6, stroke: INK, 'stroke-width': 2 });
}

/** A picture in the picture: the per cents of a bar are of the width that its indent leaves. */
function nested(indent: number, top: number, content: string): string {
  return element(
    'svg',
    { x: percent(indent), y: top, width: percent(1 - indent), height: 12 },
    content,
  );
}

function standing({ value, target }: ProgressChartIndicator): string {
  const done = value === null ? NOT_COLLECTED : frenchNumber(value);
  return value === null
    ? `${done} (cible ${frenchNumber(target)})`
    : `${done} sur ${frenchNumber(target)}`;
}

function bandInWords(band: Band | null): string {
  return band === null ? '' : `, de ${frenchNumber(band.low)} à ${frenchNumber(band.high)}`;
}
