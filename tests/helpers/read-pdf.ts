import { execFileSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';

/** Whether a reader that is not ours is installed (Debian: poppler-utils). */
export function hasPdfToText(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The text of a PDF as poppler reads it, page after page; spaces of all kinds as plain ones. */
export function pdfPages(pdf: Buffer): readonly string[] {
  const text = execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], { input: pdf });
  return text
    .toString()
    .replace(/[\u00a0\u202f]/g, ' ')
    .split('\f')
    .slice(0, -1);
}

/** What every reader starts from, without one: how many pages, and which letters can be searched. */
export function pdfFacts(pdf: Buffer): { readonly pages: number; readonly letters: string } {
  const raw = pdf.toString('latin1');
  const letters = [...raw.matchAll(/\bstream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, body = '']) => inflate(Buffer.from(body, 'latin1')))
    .filter((stream) => stream.includes('beginbfrange'))
    .flatMap((cmap) => [...cmap.matchAll(/<([0-9a-f]{4,})>(?=[ \]])/gi)].map(([, hex = '']) => hex))
    .map((hex) => Buffer.from(hex, 'hex').swap16().toString('utf16le'))
    .join('');
  return { pages: raw.match(/\/Type \/Page\b/g)?.length ?? 0, letters };
}

function inflate(body: Buffer): string {
  try {
    return inflateSync(body).toString('latin1');
  } catch {
    return '';
  }
}
