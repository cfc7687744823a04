const MAXIMUM_OCTETS = 75;

/** A content line of a text value after RFC 5545: escaped, folded at 75 octets and never inside a letter, ended by CRLF. */
export function contentLine(name: string, value: string): string {
  return fold(`${name}:${escapeText(value)}`);
}

function escapeText(value: string): string {
  return value
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n]|\p{Cs}/gu, ' ')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');
}

function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > MAXIMUM_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return `${folded}\r\n`;
}
