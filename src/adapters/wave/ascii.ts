import anyAscii from 'any-ascii';

/**
 * Printable ASCII: bext and cart know no encoding, and automations read them as Windows-1252, where two bytes of UTF-8
 * become two wrong letters. Letters lose their accents, ɛ ɔ ɲ ŋ become e o n ng; line breaks become spaces.
 */
export function inAscii(text: string): string {
  return anyAscii(text.normalize('NFC'))
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim();
}

/** Lines as both standards want them: each ends with CR LF. */
export function linesInAscii(lines: readonly string[]): string {
  return lines.map((line) => `${inAscii(line)}\r\n`).join('');
}

/** Puts text into a field of zeros; what is too long is cut at the field's end, as both standards allow a full field. */
export function putText(into: Buffer, offset: number, length: number, text: string): void {
  into.write(inAscii(text).slice(0, length), offset, length, 'latin1');
}
