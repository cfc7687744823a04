import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  ACCESS_CODE_ALPHABET,
  readAccessCode,
  writeAccessCode,
} from '../../../../src/domain/stations';

describe('the access code of a station', () => {
  it('has twelve characters of 32 that nobody confuses', () => {
    expect(new Set(ACCESS_CODE_ALPHABET).size).toBe(32);
    expect(ACCESS_CODE_ALPHABET).not.toMatch(/[IO01]/);
    const bytes = fc.uint8Array({ minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(bytes, (random) => {
        expect(writeAccessCode(random)).toMatch(
          /^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/,
        );
      }),
    );
  });

  it('gives every character the same chance', () => {
    const letters = Array.from({ length: 256 }, (_, byte) =>
      writeAccessCode(Uint8Array.from({ length: 12 }, () => byte)).charAt(0),
    );
    const counts = [...ACCESS_CODE_ALPHABET].map(
      (letter) => letters.filter((other) => other === letter).length,
    );
    expect(new Set(counts)).toEqual(new Set([8]));
  });

  it('is read however it was typed', () => {
    expect(readAccessCode(' k7qm-2xwa 9fdt')).toBe('K7QM2XWA9FDT');
  });

  it('is not written from too little chance', () => {
    expect(() => writeAccessCode(new Uint8Array(11))).toThrow(RangeError);
  });
});
