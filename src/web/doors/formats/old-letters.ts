import anyAscii from 'any-ascii';

/**
 * What Windows-1252 has from 0x80 to 0x9F; a space where it has nothing. Below and above it is Latin-1. Our own table:
 * Node 20 decodes "windows-1252" as Latin-1.
 */
const WINDOWS_ONLY = [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'];
const FIRST_WINDOWS_ONLY = 0x80;

/**
 * Text in the code page of Western Windows, which ZaraRadio and RadioDJ read. It has é and œ; letters it lacks (ɛ ɔ ɲ ŋ)
 * become their nearest plain ones instead of question marks.
 */
export function toWindows1252(text: string): Buffer {
  return Buffer.from([...text.normalize('NFC')].flatMap(bytesOf));
}

function bytesOf(letter: string): readonly number[] {
  const place = letter === ' ' ? -1 : WINDOWS_ONLY.indexOf(letter);
  if (place >= 0) return [FIRST_WINDOWS_ONLY + place];
  const point = letter.codePointAt(0) ?? 0;
  const isLatin = point < FIRST_WINDOWS_ONLY || (point >= 0xa0 && point <= 0xff);
  if (isLatin) return [point];
  return [...Buffer.from(anyAscii(letter).replace(/[^\x20-\x7e]/g, ''), 'latin1')];
}
