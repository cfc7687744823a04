import { CsvError, parse } from 'csv-parse/sync';

import type { AsRunFile, AsRunReader } from '../../composition/ports';
import type { AsRunRow } from '../../domain/broadcast';
import { columnsOf, type Columns } from './columns';
import { decode } from './decode';

/** A month of a station that plays four hundred titles a day is 1.2 MB. */
const MAXIMUM_BYTES = 2 * 1024 * 1024;
const MAXIMUM_LINES = 20_000;

/** What is shown of a line. */
const LONGEST_TEXT = 160;

const DELIMITERS = [';', '\t', ','] as const;

/** Programs put their name or a period above the table. */
const HEADER_WITHIN_LINES = 10;

type Header = {
  readonly columns: Columns;
  readonly delimiter: string;
  /** Of the line with the names, from 0. */
  readonly place: number;
};

type Body = Extract<AsRunFile, { kind: 'broken-table' }> | readonly AsRunRow[];

/** Reads playout logs: a table with names of columns, or lines of text. */
export function createAsRunReader(): AsRunReader {
  return { maximumBytes: MAXIMUM_BYTES, read };
}

function read(content: Uint8Array): AsRunFile {
  if (content.length > MAXIMUM_BYTES) return { kind: 'too-large', maximumBytes: MAXIMUM_BYTES };
  const decoded = decode(Buffer.from(content));
  if (decoded.kind !== 'text') return decoded;
  const lines = decoded.text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/u);
  if (lines.every((line) => line.trim() === '')) return { kind: 'empty' };
  if (lines.length > MAXIMUM_LINES) return { kind: 'too-many-lines', maximumLines: MAXIMUM_LINES };

  const header = findHeader(lines);
  const rows: Body = header === null ? rowsOfLines(lines) : rowsOfTable(lines, header);
  if ('kind' in rows) return rows;
  const program = header?.columns.program ?? 'lines';
  return { kind: 'read', program, encoding: decoded.encoding, rows };
}

function findHeader(lines: readonly string[]): Header | null {
  for (const [place, line] of lines.slice(0, HEADER_WITHIN_LINES).entries()) {
    for (const delimiter of DELIMITERS) {
      const columns = columnsOf(line.split(delimiter));
      if (columns !== null) return { columns, delimiter, place };
    }
  }
  return null;
}

function rowsOfTable(lines: readonly string[], header: Header): Body {
  const { columns, delimiter, place } = header;
  try {
    const records = parse(lines.slice(place + 1).join('\n'), {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return records.map(({ record, info }) => ({
      lineNumber: place + 1 + info.lines,
      when: cellsOf(record, columns.when),
      title: cellsOf(record, columns.title),
      text: shorten(record.filter((cell) => cell.trim() !== '').join(' · ')),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 0;
    return { kind: 'broken-table', lineNumber: place + 1 + line };
  }
}

/** Cells side by side; a bar keeps the code at the head of its own cell. */
function cellsOf(record: readonly string[], places: readonly number[]): string {
  return places
    .map((place) => record[place]?.trim() ?? '')
    .filter((cell) => cell !== '')
    .join(' | ');
}

function rowsOfLines(lines: readonly string[]): readonly AsRunRow[] {
  return lines
    .map((line, place) => ({ line: line.trim(), lineNumber: place + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, lineNumber }) => ({
      lineNumber,
      when: null,
      title: line,
      text: shorten(line),
    }));
}

function shorten(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_TEXT ? text : `${letters.slice(0, LONGEST_TEXT - 1).join('')}…`;
}
