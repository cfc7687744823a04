import type { PaperBlock } from '../../composition/ports';
import type { Sheet, Style } from './sheet';

type Block<Kind extends PaperBlock['kind']> = Extract<PaperBlock, { readonly kind: Kind }>;

const SIZES = { small: 9.5, normal: 11, large: 14 } as const;

export function drawHeading(sheet: Sheet, { text }: Block<'heading'>): void {
  // A heading alone at the foot of a page leads nowhere.
  sheet.room(90);
  sheet.space(10);
  sheet.write(text, { size: 15, weight: 'bold' });
  sheet.rule(sheet.doc.y + 2, 1.2);
  sheet.space(9);
}

export function drawText(sheet: Sheet, block: Block<'text'>): void {
  const style: Style = {
    size: SIZES[block.size ?? 'normal'],
    weight: block.isBold === true ? 'bold' : 'regular',
    lineGap: 2,
  };
  sheet.room(Math.min(60, sheet.heightOf(block.text, sheet.width, style)));
  sheet.write(block.text, style);
  sheet.space(6);
}

export function drawFacts(sheet: Sheet, { facts }: Block<'facts'>): void {
  const nameWidth = 150;
  const name: Style = { size: 11, lineGap: 2 };
  const value: Style = { size: 11, weight: 'bold', lineGap: 2 };
  for (const fact of facts) {
    const height = Math.max(
      sheet.heightOf(fact.name, nameWidth, name),
      sheet.heightOf(fact.value, sheet.width - nameWidth, value),
    );
    sheet.room(height);
    const y = sheet.doc.y;
    sheet.write(fact.name, name, { x: sheet.left, y, width: nameWidth - 8 });
    sheet.write(fact.value, value, {
      x: sheet.left + nameWidth,
      y,
      width: sheet.width - nameWidth,
    });
    sheet.doc.y = y + height + 2;
  }
  sheet.space(6);
}

/** In a frame: what somebody types off the page into a telephone. */
export function drawCode(sheet: Sheet, { code, lines }: Block<'code'>): void {
  const codeStyle: Style = { size: 34, weight: 'bold', align: 'center' };
  const lineStyle: Style = { size: 11, lineGap: 2 };
  const codeWidth = 116;
  const x = sheet.left + codeWidth + 14;
  const width = sheet.width - codeWidth - 24;
  const heights = lines.map((line) => sheet.heightOf(line, width, lineStyle) + 3);
  const height = Math.max(62, heights.reduce((sum, each) => sum + each, 0) + 18);
  sheet.room(height + 12);
  const top = sheet.doc.y;
  sheet.doc.lineWidth(1.8).rect(sheet.left, top, sheet.width, height).stroke('#000000');
  const codeHeight = sheet.heightOf(code, codeWidth, codeStyle);
  sheet.write(code, codeStyle, {
    x: sheet.left + 6,
    y: top + (height - codeHeight) / 2,
    width: codeWidth - 6,
  });
  let y = top + 9;
  for (const [place, line] of lines.entries()) {
    sheet.write(line, lineStyle, { x, y, width });
    y += heights[place] ?? 0;
  }
  sheet.doc.y = top + height + 10;
}

/** A text to read aloud, a little apart from what stands around it. It may run over pages. */
export function drawReading(sheet: Sheet, { title, text, mark }: Block<'reading'>): void {
  const style: Style = { size: 15, lineGap: 6 };
  sheet.room(Math.min(170, sheet.heightOf(text, sheet.width, style) + 60));
  sheet.space(6);
  if (mark !== undefined) drawMark(sheet, mark);
  sheet.write(title, { size: 12, weight: 'bold', lineGap: 2 });
  sheet.rule(sheet.doc.y + 1, 0.6);
  sheet.space(6);
  sheet.write(text, style);
  sheet.space(10);
}

function drawMark(sheet: Sheet, mark: string): void {
  const { doc, left } = sheet;
  const style: Style = { size: 13, weight: 'bold' };
  const width = doc.font('bold').fontSize(style.size).widthOfString(mark) + 20;
  const height = sheet.heightOf(mark, width, style) + 4;
  const y = doc.y;
  doc.rect(left, y, width, height).fill('#000000');
  doc.fillColor('#ffffff');
  sheet.write(mark, style, { x: left + 10, y: y + 2, width });
  doc.fillColor('#000000');
  doc.y = y + height + 4;
}

export function drawSignatures(sheet: Sheet, { lead, labels }: Block<'signatures'>): void {
  const gap = 24;
  const height = 96;
  const width = (sheet.width - gap * (labels.length - 1)) / Math.max(1, labels.length);
  sheet.room(height + 34);
  sheet.write(lead, { size: 11 });
  const top = sheet.doc.y + 8;
  for (const [place, label] of labels.entries()) {
    const x = sheet.left + place * (width + gap);
    sheet.write(label, { size: 10.5 }, { x, y: top, width });
    sheet.doc
      .lineWidth(0.8)
      .moveTo(x, top + height - 12)
      .lineTo(x + width, top + height - 12)
      .stroke('#000000');
  }
  sheet.doc.y = top + height;
}
