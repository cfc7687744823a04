import anyAscii from 'any-ascii';
import iconv from 'iconv-lite';

const CODE_PAGE = 'win1252';

/**
 * Text in the code page of Western Windows, which ZaraRadio and RadioDJ read. It has é and œ; letters it lacks (ɛ ɔ ɲ ŋ)
 * become their nearest plain ones instead of question marks.
 */
export function toWindows1252(text: string): Buffer {
  return Buffer.concat([...text.normalize('NFC')].map(encodeLetter));
}

function encodeLetter(letter: string): Buffer {
  const encoded = iconv.encode(letter, CODE_PAGE);
  if (iconv.decode(encoded, CODE_PAGE) === letter) return encoded;
  return iconv.encode(toAscii(letter), CODE_PAGE);
}

/** Text for a reader whose encoding is not known. */
export function toAscii(text: string): string {
  return anyAscii(text).replace(/[^\x20-\x7e\r\n\t]/g, '');
}
