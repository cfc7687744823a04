import type { Band, ZoneReach } from '../../../domain/results';
import { ZONE_REACH_STATE_NAMES } from '../../../wording/results';
import { frenchNumber, frenchPercent } from './french-number';
import { axisTicks } from './scale';
import { AMBER, BAND, element, GREY, INK, percent, picture, RULE, text, TRACK, wrap } from './svg';
import type { ChartTable } from './table';

/** What the chart needs of a zone. */
export type ReachChartZone = Pick<ZoneReach, 'name' | 'population' | 'state' | 'people'>;

const TITLE = 'Personnes touchées par zone : estimations basse, centrale et haute';
const LEGEND_HEIGHT = 58;
const ROW_HEIGHT = 76;
const LINE_HEIGHT = 18;
/** Characters of a name on one line at the width of a telephone, beside its figure. */
const NAME_CHARACTERS = 28;
const AXIS_HEIGHT = 42;
/** The scale begins and ends this share of the width inside the track, so that no mark is cut at an edge. */
const INSET = 0.03;

/**
 * The reach of each zone as a bar from its low to its high estimate with a mark at the central one, over an axis in
 * people. Answers SVG to be written into a page as it is: every text in it is escaped.
 * `id` must differ when a page has two of them.
 */
export function reachChart(zones: readonly ReachChartZone[], id = 'reach-chart'): string {
  if (zones.length === 0) return emptyReach(id);
  const ticks = axisTicks(Math.max(...zones.map(({ people }) => people?.high ?? 0)));
  const hasFigures = zones.some(({ people }) => people !== null);
  let axisTop = LEGEND_HEIGHT;
  const rows = zones.map((zone) => {
    const names = wrap(zone.name, NAME_CHARACTERS);
    const drawing = zoneRow(zone, names, axisTop, ticks);
    axisTop += ROW_HEIGHT + (names.length - 1) * LINE_HEIGHT;
    return drawing;
  });
  return picture(
    {
      id,
      title: TITLE,
      description: zones.map(inWords).join(' '),
      height: hasFigures ? axisTop + AXIS_HEIGHT : axisTop,
    },
    legend() + rows.join('') + (hasFigures ? axis(ticks, axisTop) : ''),
  );
}

/** The same figures as a table, with their total. Cells are plain text. */
export function reachTable(zones: readonly ReachChartZone[]): ChartTable {
  const known = zones.flatMap(({ people }) => people ?? []);
  const sum = (grade: 'low' | 'central' | 'high'): string =>
    frenchNumber(known.reduce((total, people) => total + people[grade], 0));
  return {
    caption: TITLE,
    header: ['Zone', 'Habitants', 'Basse', 'Centrale', 'Haute', 'Part (centrale)'],
    rows: zones.map(({ name, population, people, state }) =>
      people === null
        ? [name, frenchNumber(population), '–', ZONE_REACH_STATE_NAMES[state], '–', '–']
        : [
            name,
            frenchNumber(population),
            frenchNumber(people.low),
            frenchNumber(people.central),
            frenchNumber(people.high),
            frenchPercent(people.central / population),
          ],
    ),
    footer:
      known.length === 0
        ? null
        : [
            'Total des zones estimées',
            estimatedPopulation(zones),
            sum('low'),
            sum('central'),
            sum('high'),
            estimatedShare(zones),
          ],
  };
}

function estimatedPopulation(zones: readonly ReachChartZone[]): string {
  return frenchNumber(populationOf(zones));
}

function estimatedShare(zones: readonly ReachChartZone[]): string {
  const central = zones.reduce((sum, { people }) => sum + (people?.central ?? 0), 0);
  return frenchPercent(central / populationOf(zones));
}

function populationOf(zones: readonly ReachChartZone[]): number {
  return zones.reduce((sum, zone) => sum + (zone.people === null ? 0 : zone.population), 0);
}

function zoneRow(
  { population, people, state }: ReachChartZone,
  names: readonly string[],
  top: number,
  ticks: readonly number[],
): string {
  const label = names
    .map((line, i) => text(line, { x: 0, y: top + 16 + i * LINE_HEIGHT, 'font-weight': 700 }))
    .join('');
  const barTop = top + 26 + (names.length - 1) * LINE_HEIGHT;
  const track = element('rect', { x: 0, y: barTop, width: '100%', height: 16, rx: 3, fill: TRACK });
  const below = { x: 0, y: barTop + 34, 'font-size': 13, fill: GREY };
  if (people === null) return label + track + text(ZONE_REACH_STATE_NAMES[state], below);
  const range = `de ${frenchNumber(people.low)} à ${frenchNumber(people.high)} · ${frenchPercent(people.central / population)} des habitants`;
  return (
    label +
    text(frenchNumber(people.central), {
      x: '100%',
      y: top + 16,
      'text-anchor': 'end',
      'font-weight': 700,
    }) +
    track +
    ticks.map((tick) => upright(place(tick, ticks), barTop, barTop + 16, RULE, 1)).join('') +
    bandMark(people, barTop, ticks) +
    text(range, below)
  );
}

/** The bar from low to high with its ends, and the mark of the central estimate upon it. */
function bandMark({ low, central, high }: Band, barTop: number, ticks: readonly number[]): string {
  const [from, at, to] = [place(low, ticks), place(central, ticks), place(high, ticks)];
  return (
    element('rect', {
      x: percent(from),
      y: barTop + 2,
      width: percent(to - from),
      height: 12,
      fill: BAND,
    }) +
    upright(from, barTop - 1, barTop + 17, INK, 2) +
    upright(to, barTop - 1, barTop + 17, INK, 2) +
    centralMark(percent(at), barTop + 8)
  );
}

/** Where a number of people stands on the scale, as a share of the chart's width. */
function place(people: number, ticks: readonly number[]): number {
  return INSET + (1 - 2 * INSET) * (people / (ticks.at(-1) ?? 1));
}

function upright(at: number, top: number, bottom: number, stroke: string, width: number): string {
  const x = percent(at);
  return element('line', { x1: x, x2: x, y1: top, y2: bottom, stroke, 'stroke-width': width });
}

function centralMark(cx: string | number, cy: number): string {
  return element('circle', { cx, cy, r: 7, fill: AMBER, stroke: INK, 'stroke-width': 2 });
}

function legend(): string {
  const words = { 'font-size': 13, fill: GREY };
  return (
    centralMark(8, 12) +
    text('estimation centrale, en nombre de personnes', { x: 24, y: 16.5, ...words }) +
    element('rect', { x: 1, y: 28, width: 14, height: 12, fill: BAND }) +
    element('line', { x1: 1, x2: 1, y1: 25, y2: 43, stroke: INK, 'stroke-width': 2 }) +
    element('line', { x1: 15, x2: 15, y1: 25, y2: 43, stroke: INK, 'stroke-width': 2 }) +
    text('de l’estimation basse à l’estimation haute', { x: 24, y: 38.5, ...words })
  );
}

function axis(ticks: readonly number[], top: number): string {
  const words = { 'font-size': 12, fill: GREY };
  const marks = ticks.map((tick, i) => {
    const at = place(tick, ticks);
    const isLast = i === ticks.length - 1;
    return (
      upright(at, top - 2, top + 4, GREY, 1) +
      text(frenchNumber(tick), {
        x: isLast ? '100%' : percent(at),
        y: top + 18,
        'text-anchor': isLast ? 'end' : 'middle',
        ...words,
      })
    );
  });
  const line = { x1: percent(INSET), x2: percent(1 - INSET), y1: top - 2, y2: top - 2 };
  return (
    element('line', { ...line, stroke: GREY }) +
    marks.join('') +
    text('personnes (estimation)', { x: 0, y: top + 37, ...words })
  );
}

function inWords({ name, people, state }: ReachChartZone): string {
  if (people === null) return `${name} : ${ZONE_REACH_STATE_NAMES[state].toLowerCase()}.`;
  const { low, central, high } = people;
  return `${name} : environ ${frenchNumber(central)} personnes, entre ${frenchNumber(low)} et ${frenchNumber(high)}.`;
}

function emptyReach(id: string): string {
  const words = 'Aucune zone n’est encore renseignée.';
  return picture(
    { id, title: TITLE, description: words, height: 72 },
    element('rect', { x: 0, y: 0, width: '100%', height: 72, rx: 8, fill: TRACK }) +
      text(words, { x: '50%', y: 41, 'text-anchor': 'middle', fill: GREY }),
  );
}
