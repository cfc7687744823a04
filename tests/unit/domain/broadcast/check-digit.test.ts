import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hasCheckDigit, withCheckDigit } from '../../../../src/domain/broadcast';

/** Every number that differs by one digit, and every one with two neighbours changed round. */
function slipsOf(code: string): string[] {
  const slips: string[] = [];
  for (let place = 0; place < code.length; place += 1) {
    for (const digit of '0123456789') {
      slips.push(code.slice(0, place) + digit + code.slice(place + 1));
    }
    const [one = '', other = ''] = code.slice(place, place + 2);
    slips.push(code.slice(0, place) + other + one + code.slice(place + 2));
  }
  return slips.filter((slip) => slip !== code);
}

describe('the check digit', () => {
  it('makes 104, the example on every sheet, a good number', () => {
    expect(withCheckDigit('10')).toBe('104');
    expect(hasCheckDigit('104')).toBe(true);
  });

  it('finds every wrong digit and every pair of neighbours changed round, in every code of three to five digits', () => {
    let missed = 0;
    for (let payload = 10; payload < 10_000; payload += 1) {
      const code = withCheckDigit(String(payload));
      if (!hasCheckDigit(code)) missed += 1;
      missed += slipsOf(code).filter(hasCheckDigit).length;
    }
    expect(missed).toBe(0);
  });

  it('does so for numbers of any length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{1,11}$/), (payload) => {
        const code = withCheckDigit(payload);
        expect(hasCheckDigit(code)).toBe(true);
        expect(slipsOf(code).filter(hasCheckDigit)).toEqual([]);
      }),
    );
  });

  it.each(['', '4', 'OK', '10 4', '1O4', '１０４'])('takes %j for no number', (text) => {
    expect(hasCheckDigit(text)).toBe(false);
  });
});
