import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { groupedNumber, isContactOf, telephoneNumber } from '../../../../src/domain/stations';

describe('a telephone number', () => {
  it.each([
    '76 12 34 56',
    '76123456',
    '+223 76 12 34 56',
    '0022376123456',
    '+223-76.12.34.56',
    '223 76 12 34 56',
    ' (+223) 76 12 34 56 ',
  ])('%j is one number', (entered) => {
    expect(telephoneNumber(entered.replace('(+223)', '+223'))).toBe('+22376123456');
  });

  it('of another country keeps its own beginning', () => {
    expect(telephoneNumber('+33 6 12 34 56 78')).toBe('+33612345678');
  });

  it.each(['', 'Orange', '12', '761234', '+', '7612345678901234567', '76 12 34 56 ou 57'])(
    '%j is none',
    (entered) => {
      expect(telephoneNumber(entered)).toBeNull();
    },
  );

  it.each([
    ['+22376123456', '+223 76 12 34 56'],
    ['+33612345678', '+33612345678'],
    ['+2231234567890', '+2231234567890'],
  ])('%s is printed as it is dialled: %s', (number, grouped) => {
    expect(groupedNumber(number)).toBe(grouped);
    expect(telephoneNumber(grouped)).toBe(number);
  });

  it('in its one spelling stays what it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(\+|00)?[1-9](\d[ .-]?){8,13}$/), (entered) => {
        const number = telephoneNumber(entered);
        expect(number).toMatch(/^\+\d{9,15}$/);
        expect(telephoneNumber(number ?? '')).toBe(number);
      }),
    );
  });

  it('is found among contacts, however it was entered there', () => {
    const station = { contacts: [{ telephone: '76 12 34 56' }, { telephone: '' }] };
    expect(isContactOf(station, '+22376123456')).toBe(true);
    expect(isContactOf(station, '+22376123457')).toBe(false);
  });
});
