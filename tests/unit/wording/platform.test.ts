import { describe, expect, it } from 'vitest';

import { frenchOfPlatform } from '../../../src/wording/platform';

describe('what the platform says in English', () => {
  it.each([
    ['Policy Failed', 'Votre rôle ne permet pas cette action.'],
    ['6 errors occurred', '6 champs sont à corriger.'],
    ['title must be defined.', 'Champ à remplir : title.'],
    ['title must be at most 140 characters', 'title : 140 caractères au plus.'],
    [
      'kind must be one of the following values: play, debate',
      'kind : choisissez parmi play, debate.',
    ],
    [
      'order must be a `number` type, but the final value was: `NaN` (cast from the value `"x"`).',
      'order : cette valeur n’est pas du bon type.',
    ],
  ])('%s', (english, french) => {
    expect(frenchOfPlatform(english)).toBe(french);
  });

  it('leaves a sentence of ours as it was written', () => {
    expect(frenchOfPlatform('Ce spot n’existe pas.')).toBe('Ce spot n’existe pas.');
  });
});
