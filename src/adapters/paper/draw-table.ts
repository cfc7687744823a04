import type { PaperBlock, PaperCell, PaperColumn } from '../../composition/ports';
import type { Sheet, Style } from './sheet';

type Table = Extract<PaperBlock, { readonly kind: 'table' }>;
type Row = readonly PaperCell[];
type Placed = PaperColumn & { readonly x: number; readonly width: number };

const PADDING = 3;
const HEAD: Style = { size: 9.5, weight: 'bold' };

/** A table that comes through a bad copier: thin lines, no grey, its head again on each page. */
export function drawTable(sheet: Sheet, table: Table): void {
  const columns = placeColumns(sheet, table.columns);
  const head: Row = columns.map(({ header }) => header);
  const headHeight = rowHeight(sheet, columns, head, HEAD);
  sheet.room(headHeight + 40);
  drawRow(sheet, columns, head, HEAD);
  sheet.rule(sheet.doc.y, 1.2);
  for (const [place, row] of table.rows.entries()) {
    const isTotal = table.isLastRowTotal === true && place === table.rows.length - 1;
    const style: Style = { size: 10, weight: isTotal ? 'bold' : 'regular' };
    const height = rowHeight(sheet, columns, row, style);
    if (sheet.doc.y + height > sheet.doc.page.maxY()) {
      sheet.doc.addPage();
      drawRow(sheet, columns, head, HEAD);
      sheet.rule(sheet.doc.y, 1.2);
    }
    if (isTotal) sheet.rule(sheet.doc.y, 1.2);
    drawRow(sheet, columns, row, style);
    sheet.rule(sheet.doc.y, isTotal ? 1.2 : 0.4);
  }
  sheet.space(10);
}

function placeColumns(sheet: Sheet, columns: readonly PaperColumn[]): readonly Placed[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let x = sheet.left;
  return columns.map((column) => {
    const width = (sheet.width * column.share) / whole;
    const placed = { ...column, x, width };
    x += width;
    return placed;
  });
}

function rowHeight(sheet: Sheet, columns: readonly Placed[], row: Row, style: Style): number {
  const heights = columns.map((column, place) => {
    const words = wordsOf(row[place] ?? '');
    return sheet.heightOf(words.text, column.width - 2 * PADDING, { ...style, ...words.style });
  });
  return Math.max(...heights) + 2 * PADDING;
}

function drawRow(sheet: Sheet, columns: readonly Placed[], row: Row, style: Style): void {
  const height = rowHeight(sheet, columns, row, style);
  const top = sheet.doc.y;
  for (const [place, column] of columns.entries()) {
    const words = wordsOf(row[place] ?? '');
    sheet.write(
      words.text,
      { ...style, ...words.style, align: column.align ?? 'left' },
      { x: column.x + PADDING, y: top + PADDING - 1, width: column.width - 2 * PADDING },
    );
  }
  sheet.doc.y = top + height;
}

function wordsOf(cell: PaperCell): { readonly text: string; readonly style: Partial<Style> } {
  if (typeof cell === 'string') return { text: cell, style: {} };
  return { text: cell.text, style: cell.isBold ? { weight: 'bold' } : {} };
}
