import type { Paper, PaperBlock } from '../../composition/ports';
import { drawTable } from './draw-table';
import { drawStruck, drawTask } from './draw-task';
import {
  drawCode,
  drawFacts,
  drawHeading,
  drawReading,
  drawSignatures,
  drawText,
} from './draw-words';
import { closeSheet, openSheet, type Sheet } from './sheet';

/** Lays out a paper, block under block, and writes the foot of each page when their number is known. */
export function printPaper(paper: Paper): Promise<Buffer> {
  const sheet = openSheet(paper);
  drawTop(sheet, paper.heading);
  for (const block of paper.blocks) drawBlock(sheet, block);
  drawFeet(sheet, paper);
  return closeSheet(sheet);
}

function drawTop(sheet: Sheet, { over, main, under }: Paper['heading']): void {
  sheet.write(over, { size: 11 });
  sheet.write(main, { size: 23, weight: 'bold' });
  sheet.write(under, { size: 14, weight: 'bold', lineGap: 1 });
  sheet.rule(sheet.doc.y + 5, 2);
  sheet.space(16);
}

function drawBlock(sheet: Sheet, block: PaperBlock): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(sheet, block);
    case 'text':
      return drawText(sheet, block);
    case 'facts':
      return drawFacts(sheet, block);
    case 'code':
      return drawCode(sheet, block);
    case 'task':
      return drawTask(sheet, block);
    case 'struck':
      return drawStruck(sheet, block);
    case 'reading':
      return drawReading(sheet, block);
    case 'table':
      return drawTable(sheet, block);
    case 'signatures':
      return drawSignatures(sheet, block);
  }
}

function drawFeet(sheet: Sheet, { foot, pageLabel }: Paper): void {
  const { doc } = sheet;
  const { start, count } = doc.bufferedPageRange();
  for (let place = start; place < start + count; place += 1) {
    doc.switchToPage(place);
    const y = doc.page.maxY() + 10;
    // Below the margin the library would start a new page.
    doc.page.margins.bottom = 0;
    sheet.rule(y - 4, 0.4);
    sheet.write(foot, { size: 8.5 }, { x: sheet.left, y, width: sheet.width - 90 });
    sheet.write(
      pageLabel(place + 1, count),
      { size: 8.5, align: 'right' },
      { x: sheet.left + sheet.width - 90, y, width: 90 },
    );
  }
}
