import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';

import { toWindows1252 } from '../../../../src/web/doors/formats/old-letters';

const read = (text: string) => iconv.decode(toWindows1252(text), 'win1252');

describe('text for an old Windows', () => {
  it.each([
    ['Écoutez : l’œuvre coûte 5 €…', 'Écoutez : l’œuvre coûte 5 €…'],
    ['Ka bɔ so, ɲɛnini, ŋaniya', 'Ka bo so, nenini, nganiya'],
    ['e\u0301te\u0301', 'été'],
    ['sɔ\u0300rɔ', 'soro'],
    ['安', 'An'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('has every letter of the code page, as another reader decodes it', () => {
    const unused = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
    const bytes = Array.from({ length: 0x100 - 0x20 }, (_, place) => 0x20 + place).filter(
      (byte) => byte !== 0x7f && !unused.includes(byte),
    );
    const text = iconv.decode(Buffer.from(bytes), 'win1252');
    expect([...toWindows1252(text)]).toEqual(bytes);
  });

  it('never asks a question where a letter is unknown', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcɛɔɲŋƐƆƝŊéèêœ’«» ') }),
        (text) => !read(text).includes('?'),
      ),
    );
  });
});
