import type { PaperPrinter } from '../../composition/ports';
import { printPaper } from './print-paper';

/** Prints with pdfkit. */
export function createPaperPrinter(): PaperPrinter {
  return { print: printPaper };
}
