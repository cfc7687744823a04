import type { InsightLine, Network } from '../../../domain/social';
import { INSIGHT_KIND_NAMES, NETWORK_TITLES } from '../../../wording/insights';
import { frenchNumber } from './french-number';
import { axisTicks } from './scale';
import { element, GREY, INK, percent, picture, text, TRACK, wrap } from './svg';
import type { ChartTable } from './table';

const TITLE = 'Personnes touchées par réseau : la publication la plus vue';
const ROW_HEIGHT = 60;
const LINE_HEIGHT = 18;
const NAME_CHARACTERS = 34;

/** People are the only figure drawn: the others are not people, and no bar may suggest it. */
function peopleOf(lines: readonly InsightLine[]): readonly InsightLine[] {
  return lines.filter(({ kind }) => kind === 'people');
}

const nameOf = (network: Network) => NETWORK_TITLES[network];

/**
 * For each network and name of a figure one bar: the people of its most seen post, of whom it is certain that they are
 * different people. Answers SVG to be written into a page as it is: every text in it is escaped.
 */
export function socialChart(lines: readonly InsightLine[], id = 'social-chart'): string {
  const people = peopleOf(lines);
  if (people.length === 0) {
    const words = 'Aucun réseau n’a encore donné de nombre de personnes.';
    return picture(
      { id, title: TITLE, description: words, height: 84 },
      element('rect', { x: 0, y: 0, width: '100%', height: 84, rx: 8, fill: TRACK }) +
        wrap(words, NAME_CHARACTERS)
          .map((line, place) =>
            text(line, { x: '50%', y: 38 + place * 20, 'text-anchor': 'middle', fill: GREY }),
          )
          .join(''),
    );
  }
  const full = axisTicks(Math.max(...people.map(({ highest }) => highest))).at(-1) ?? 1;
  let top = 0;
  const rows = people.map((line) => {
    const names = wrap(`${nameOf(line.network)} · ${line.metric}`, NAME_CHARACTERS);
    const drawing = row(line, names, top, full);
    top += ROW_HEIGHT + (names.length - 1) * LINE_HEIGHT;
    return drawing;
  });
  const description = people
    .map(
      ({ network, highest }) =>
        `${nameOf(network)} : ${frenchNumber(highest)} personnes pour la publication la plus vue.`,
    )
    .join(' ');
  return picture({ id, title: TITLE, description, height: top }, rows.join(''));
}

function row(
  { highest }: InsightLine,
  names: readonly string[],
  top: number,
  full: number,
): string {
  const barTop = top + 10 + names.length * LINE_HEIGHT;
  const bar = { x: 0, y: barTop, height: 16, rx: 3 };
  return (
    names
      .map((line, place) =>
        text(line, { x: 0, y: top + 16 + place * LINE_HEIGHT, 'font-weight': 700 }),
      )
      .join('') +
    text(frenchNumber(highest), {
      x: '100%',
      y: top + 16,
      'text-anchor': 'end',
      'font-weight': 700,
    }) +
    element('rect', { ...bar, width: '100%', fill: TRACK }) +
    element('rect', { ...bar, width: percent(highest / full), fill: INK })
  );
}

/** Every figure as a table. It has no total: no two of its rows may be added. Cells are plain text. */
export function socialTable(lines: readonly InsightLine[]): ChartTable {
  return {
    caption: 'Ce que dit chaque réseau, sous ses propres noms',
    header: ['Réseau', 'Nature', 'Nom du chiffre', 'Envois', 'Le plus vu', 'Tous les envois'],
    rows: lines.map(({ network, kind, metric, deliveries, highest, sum }) => [
      nameOf(network),
      INSIGHT_KIND_NAMES[kind],
      metric,
      frenchNumber(deliveries),
      frenchNumber(highest),
      frenchNumber(sum),
    ]),
    footer: null,
  };
}
