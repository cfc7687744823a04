import type { AsRunProgram } from '../../composition/ports';

/** Where the moment and the title stand in a table; several columns together may tell the moment. */
export type Columns = {
  readonly program: AsRunProgram;
  readonly when: readonly number[];
  readonly title: readonly number[];
};

const DATE = ['date', 'day', 'jour', 'date played', 'play date', 'date de diffusion'];
const TIME = ['time', 'heure', 'hour', 'play time', 'time played', 'heure de diffusion'];
const START = [
  'start time',
  'starts',
  'start',
  'date/time',
  'datetime',
  'date time',
  'played at',
  'date_played',
  'timestamp',
  'début',
  'debut',
  'date et heure',
];
const TITLE = ['title', 'track', 'titre', 'song', 'track title', 'spot', 'nom'];
const FILE = ['file', 'filename', 'file name', 'path', 'fichier', 'chemin', 'cart'];

/** Without the mark, quotes, case and repeated spaces. */
function tidy(cell: string): string {
  return cell
    .replace(/^\uFEFF/, '')
    .replace(/["']/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Reads the names of the columns; null when the first row holds none that tell a moment and a title. */
export function columnsOf(firstRow: readonly string[]): Columns | null {
  const names = firstRow.map(tidy);
  const at = (wanted: readonly string[]) => names.findIndex((name) => wanted.includes(name));
  const start = at(START);
  const date = at(DATE);
  const time = at(TIME);
  const title = [at(TITLE), at(FILE)].filter((place) => place >= 0);
  // A whole moment in one column, called "Date" as in "Time", is found as well: the domain looks for what is written.
  const when = start >= 0 ? [start] : [date, time].filter((place) => place >= 0);
  if (when.length === 0 || title.length === 0) return null;
  return { program: programOf(names), when, title };
}

function programOf(names: readonly string[]): AsRunProgram {
  const has = (name: string) => names.includes(name);
  if (has('listeners') && has('delta') && has('track')) return 'azuracast';
  if (has('start time') && has('end time')) return 'libretime';
  if (has('date played') || has('date_played')) return 'radiodj';
  return 'table';
}
