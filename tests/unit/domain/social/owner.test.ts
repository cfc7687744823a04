import { describe, expect, it } from 'vitest';

import { isOwnedByPartner, renamedPartners } from '../../../../src/domain/social';

const partners = [{ name: 'Association des radios de Kayes' }, { name: 'Ɲɛtaa' }];

describe('the owner of an account', () => {
  it.each([
    ['as it is written', 'Association des radios de Kayes', true],
    ['with a blank too many', ' Association des  radios de Kayes', true],
    ['with composed letters or not', 'Ɲɛtaa'.normalize('NFD'), true],
    ['in other capitals', 'association des radios de Kayes', false],
    ['shortened', 'Association des radios', false],
    ['empty', '', false],
  ])('is a partner by its name %s', (_how, owner, isOwned) => {
    expect(isOwnedByPartner({ owner }, partners)).toBe(isOwned);
  });
});

describe('partners that get another name', () => {
  const before = [
    { id: 1, name: 'A' },
    { id: 2, name: 'B' },
  ];
  it('are found by their rows, whatever the order', () => {
    const after = [
      { id: '2', name: 'A' },
      { id: '1', name: 'B' },
      { id: '', name: 'C' },
    ];
    expect(renamedPartners(before, after)).toEqual([
      { from: 'B', to: 'A' },
      { from: 'A', to: 'B' },
    ]);
  });
  it('are none where a row went or came', () => {
    expect(renamedPartners(before, [{ id: 1, name: 'A' }])).toEqual([]);
  });
});
