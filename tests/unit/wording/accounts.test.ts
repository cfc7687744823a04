import { describe, expect, it } from 'vitest';

import { closedAccountSentence } from '../../../src/wording/accounts';

describe('an account that others post on', () => {
  it.each([
    [[], 'Demandez à la personne responsable des comptes,'],
    [[''], 'Demandez à la personne responsable des comptes,'],
    [['Awa (exemple)'], 'Demandez à Awa (exemple), ou à la personne responsable'],
    [['Awa', 'Ba', 'Coulibaly'], 'Demandez à Awa, Ba ou Coulibaly, ou à la personne responsable'],
  ])('names whom to ask: %j', (people, words) => {
    const sentence = closedAccountSentence('Page (exemple)', people);
    expect(sentence).toContain('« Page (exemple) »');
    expect(sentence).toContain(words);
  });
});
