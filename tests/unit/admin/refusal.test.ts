import { describe, expect, it } from 'vitest';

import { isAborted, refusalOfBody, refusalOfError } from '../../../src/admin/desk/refusal';

const desk = (sentences: readonly string[]) => ({
  data: null,
  error: { status: 422, message: sentences.join(' '), details: { sentences, reasons: [] } },
});

describe('a refusal at the desk', () => {
  it('is told in the sentences of the server, one by one', () => {
    const body = desk(['Le spot n’est pas prêt.', 'Le jour est passé.']);
    expect(refusalOfBody(422, body).sentences).toEqual([
      'Le spot n’est pas prêt.',
      'Le jour est passé.',
    ]);
  });

  it('is read from what the fetch client throws', () => {
    const error = Object.assign(new Error('x'), {
      status: 409,
      response: { data: desk(['Déjà annulée.']) },
    });
    expect(refusalOfError(error).sentences).toEqual(['Déjà annulée.']);
  });

  it('of a guard that speaks English is told by its status', () => {
    const body = { error: { status: 403, message: 'Forbidden', details: {} } };
    expect(refusalOfBody(403, body).sentences[0]).toContain('Votre rôle ne permet pas');
  });

  it('without a connection says to check it', () => {
    expect(refusalOfError(new TypeError('Failed to fetch')).sentences[0]).toContain(
      'Vérifiez la connexion',
    );
  });

  it.each([undefined, null, 'text', { error: 'text' }, { error: { details: { sentences: [] } } }])(
    'that nobody can read still says something: %j',
    (body) => {
      expect(refusalOfBody(500, body).sentences[0]).toContain('Réessayez');
    },
  );

  it('is none when the page was left before the answer', () => {
    expect(isAborted(Object.assign(new Error('x'), { name: 'AbortError' }))).toBe(true);
    expect(isAborted(new TypeError('Failed to fetch'))).toBe(false);
  });
});
