import { isUtf8 } from 'node:buffer';

import iconv from 'iconv-lite';

export type Decoded =
  | { readonly kind: 'text'; readonly encoding: string; readonly text: string }
  | { readonly kind: 'workbook' | 'not-text' };

/** The first bytes of a zip, which an Excel workbook or an ODS sheet is, and of the older `.xls`. */
const WORKBOOKS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Half of the first letters of a UTF-16 file are zero bytes, whatever European language it is in. */
const LOOKED_AT = 4096;

/** A text has line ends, tabs and page breaks, and no other control character. */
const CONTROL = /[^\P{Cc}\t\r\n\f]/u;

function startsWith(content: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, place) => content[place] === byte);
}

/** `utf-16le`, `utf-16be` or null: where the zero bytes stand. */
function wideEncoding(content: Buffer): string | null {
  if (startsWith(content, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(content, [0xfe, 0xff])) return 'utf-16be';
  const head = content.subarray(0, LOOKED_AT);
  let even = 0;
  let odd = 0;
  head.forEach((byte, place) => {
    if (byte !== 0) return;
    if (place % 2 === 0) even += 1;
    else odd += 1;
  });
  if (odd > head.length * 0.3 && even === 0) return 'utf-16le';
  if (even > head.length * 0.3 && odd === 0) return 'utf-16be';
  return null;
}

/** The text of a file, whatever program wrote it; Windows-1252 is what is left when it is no UTF. */
export function decode(content: Buffer): Decoded {
  if (WORKBOOKS.some((bytes) => startsWith(content, bytes))) return { kind: 'workbook' };
  const encoding = wideEncoding(content) ?? (isUtf8(content) ? 'utf-8' : 'windows-1252');
  const text = iconv.decode(content, encoding);
  if (CONTROL.test(text) || text.includes('\uFFFD')) return { kind: 'not-text' };
  return { kind: 'text', encoding, text };
}
