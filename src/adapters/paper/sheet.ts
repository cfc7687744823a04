import PDFDocument from 'pdfkit';

import type { Paper } from '../../composition/ports';
import { drawable, letters, type Weight } from './letters';

/** Points. Old printers do not reach the last centimetre. */
const MARGIN = 42;
const FOOT_HEIGHT = 30;

export type Style = {
  readonly size: number;
  readonly weight?: Weight;
  readonly align?: 'left' | 'right' | 'center';
  readonly lineGap?: number;
  /** With a stroke through the words. */
  readonly isStruck?: boolean;
};

/** The page under the pen: where things go, and the few strokes that all blocks are made of. */
export type Sheet = {
  readonly doc: PDFKit.PDFDocument;
  readonly left: number;
  readonly width: number;
  /** Starts a new page when less than this is left on this one. */
  room(height: number): void;
  heightOf(text: string, width: number, style: Style): number;
  /** Writes at a place and leaves the pen below; without a place, across the page. */
  write(text: string, style: Style, at?: { x: number; y: number; width: number }): void;
  rule(y: number, thickness: number): void;
  space(height: number): void;
};

/** A blank A4 document with our letters. Its dates are those of the paper, so that the bytes are too. */
export function openSheet(paper: Paper): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT_HEIGHT },
    bufferPages: true,
    lang: 'fr',
    displayTitle: true,
    info: {
      Title: drawable(paper.title),
      Author: drawable(paper.author),
      Subject: drawable(paper.subject),
      Creator: 'Yeelen',
      Producer: 'Yeelen',
      CreationDate: paper.madeAt,
      ModDate: paper.madeAt,
    },
  });
  for (const [name, file] of Object.entries(letters())) doc.registerFont(name, file);
  const left = MARGIN;
  const width = doc.page.width - 2 * MARGIN;
  const set = ({ size, weight = 'regular' }: Style) => doc.font(weight).fontSize(size);
  return {
    doc,
    left,
    width,
    room(height) {
      if (doc.y + height > doc.page.maxY()) doc.addPage();
    },
    heightOf(text, across, style) {
      set(style);
      return doc.heightOfString(drawable(text), { width: across, lineGap: style.lineGap ?? 0 });
    },
    write(text, style, at) {
      set(style);
      const options = {
        width: at?.width ?? width,
        align: style.align ?? 'left',
        lineGap: style.lineGap ?? 0,
        strike: style.isStruck ?? false,
      } as const;
      doc.text(drawable(text), at?.x ?? left, at?.y ?? doc.y, options);
      doc.x = left;
    },
    rule(y, thickness) {
      doc
        .lineWidth(thickness)
        .moveTo(left, y)
        .lineTo(left + width, y)
        .stroke('#000000');
    },
    space(height) {
      doc.y += height;
    },
  };
}

/** Ends the document and answers its bytes. */
export function closeSheet({ doc }: Sheet): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
    doc.end();
  });
}
