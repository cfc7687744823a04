import type { PaperBlock } from '../../composition/ports';
import type { Sheet, Style } from './sheet';

type Task = Extract<PaperBlock, { readonly kind: 'task' }>;
type Struck = Extract<PaperBlock, { readonly kind: 'struck' }>;

const NUMBER_WIDTH = 44;
const WHEN_WIDTH = 118;
const TICK = 13;

const NUMBER: Style = { size: 20, weight: 'bold' };
const WHEN: Style = { size: 13, weight: 'bold' };
const TITLE: Style = { size: 13, weight: 'bold', lineGap: 1 };
const LINE: Style = { size: 10.5, lineGap: 2 };
const LABEL: Style = { size: 11 };
const STRUCK: Style = { size: 11, isStruck: true };
const STRUCK_LINE: Style = { size: 11, weight: 'bold' };

/** One thing to do and its boxes, never torn over two pages. */
export function drawTask(sheet: Sheet, task: Task): void {
  const x = sheet.left + NUMBER_WIDTH + WHEN_WIDTH;
  const width = sheet.width - NUMBER_WIDTH - WHEN_WIDTH;
  const titleHeight = sheet.heightOf(task.title, width, TITLE);
  const lineHeights = task.lines.map((line) => sheet.heightOf(line, width, LINE));
  const wordsHeight = titleHeight + 2 + lineHeights.reduce((sum, each) => sum + each, 0);
  const height = wordsHeight + 44;
  sheet.room(height);

  const top = sheet.doc.y;
  sheet.write(task.number, NUMBER, { x: sheet.left, y: top - 5, width: NUMBER_WIDTH });
  sheet.write(task.when, WHEN, {
    x: sheet.left + NUMBER_WIDTH,
    y: top,
    width: WHEN_WIDTH - 10,
  });
  sheet.write(task.title, TITLE, { x, y: top, width });
  let y = top + titleHeight + 2;
  for (const [place, line] of task.lines.entries()) {
    sheet.write(line, LINE, { x, y, width });
    y += lineHeights[place] ?? 0;
  }
  drawAnswers(sheet, task, top + wordsHeight + 8);
  sheet.rule(top + height - 8, 0.5);
  sheet.doc.y = top + height;
}

/** One thing that is not to be done any more: its words are struck through, and there is nothing to tick. */
export function drawStruck(sheet: Sheet, struck: Struck): void {
  const x = sheet.left + NUMBER_WIDTH + WHEN_WIDTH;
  const width = sheet.width - NUMBER_WIDTH - WHEN_WIDTH;
  const titleHeight = sheet.heightOf(struck.title, width, STRUCK);
  const height = titleHeight + 2 + sheet.heightOf(struck.line, width, STRUCK_LINE) + 18;
  sheet.room(height);

  const top = sheet.doc.y;
  const whenX = sheet.left + NUMBER_WIDTH;
  sheet.write(struck.number, STRUCK, { x: sheet.left, y: top, width: NUMBER_WIDTH });
  sheet.write(struck.when, STRUCK, { x: whenX, y: top, width: WHEN_WIDTH - 10 });
  sheet.write(struck.title, STRUCK, { x, y: top, width });
  sheet.write(struck.line, STRUCK_LINE, { x, y: top + titleHeight + 2, width });
  sheet.rule(top + height - 8, 0.5);
  sheet.doc.y = top + height;
}

function drawAnswers(sheet: Sheet, { ticks, blank }: Task, y: number): void {
  const { doc } = sheet;
  let x = sheet.left + NUMBER_WIDTH;
  for (const label of ticks) {
    doc.lineWidth(1.2).rect(x, y, TICK, TICK).stroke('#000000');
    const width = doc.font('regular').fontSize(LABEL.size).widthOfString(label) + 2;
    sheet.write(label, LABEL, { x: x + TICK + 6, y: y - 1, width });
    x += TICK + 6 + width + 18;
  }
  const width = doc.font('regular').fontSize(LABEL.size).widthOfString(blank) + 4;
  sheet.write(blank, LABEL, { x, y: y - 1, width });
  doc
    .lineWidth(0.6)
    .moveTo(x + width + 2, y + TICK)
    .lineTo(sheet.left + sheet.width, y + TICK)
    .stroke('#000000');
}
