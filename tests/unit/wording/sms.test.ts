import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MISSED_REASONS } from '../../../src/domain/broadcast';
import { inGsmLetters, isOneSms } from '../../../src/wording/gsm';
import { smsReply } from '../../../src/wording/sms';

type Reply = Parameters<typeof smsReply>[0];

const confirmed = (what: Partial<Extract<Reply, { kind: 'confirmed' }>> = {}): Reply => ({
  kind: 'confirmed',
  stationCode: 'KAY',
  day: '2026-12-01',
  code: '1046',
  whole: null,
  exceptions: [],
  open: 0,
  ...what,
});

/** Any half of a letter that a machine may send. */
const anyLetter = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

describe('the reply', () => {
  it('says what was understood', () => {
    expect(
      smsReply(confirmed({ whole: { recorded: 6, answered: 0, notOver: 0, suspended: 0 } })),
    ).toBe('KAY 01/12 : 6 diffusions notées. Merci.');
    expect(
      smsReply(
        confirmed({
          exceptions: [
            { line: 3, reason: 'power', result: 'noted' },
            { line: 5, reason: 'power', result: 'noted' },
            { line: 6, reason: 'network', result: 'noted' },
          ],
          open: 3,
        }),
      ),
    ).toBe(
      'KAY 01/12 : Pas diffusé : lignes 3 5 courant, 6 reseau. 3 autres sans réponse : OK 1046 si diffusé. Merci.',
    );
  });

  it('helps after a mistake, with an example', () => {
    expect(smsReply({ kind: 'mistake', mistake: { kind: 'not-understood' } })).toBe(
      "Pas compris, rien n'est noté. Ecrivez OK et le code du jour. Exemple : OK 104, ou NON 104 3 COURANT pour la ligne 3.",
    );
    expect(
      smsReply({
        kind: 'mistake',
        mistake: { kind: 'reason-unknown', line: 3, word: 'PLUIE' },
      }),
    ).toContain('COURANT EMETTEUR RESEAU FICHIER PERSONNE REFUS');
  });

  it('writes letters that every telephone has', () => {
    expect(inGsmLetters('Ça été : l’île « œuvre » – ɛɔ')).toBe('Ça été : l\'ile " oeuvre " - ??');
    expect(isOneSms('a'.repeat(160))).toBe(true);
    expect(isOneSms('a'.repeat(161))).toBe(false);
    expect(isOneSms('ê')).toBe(false);
  });

  const count = fc.nat({ max: 500 });
  const line = fc.oneof(fc.integer({ min: 1, max: 999_999 }), fc.constant('all' as const));
  const day = fc.constantFrom('2026-12-01', '2027-02-28');
  const word = fc.string({ unit: anyLetter, maxLength: 500 });
  const mistake = fc.oneof(
    fc.record({ kind: fc.constantFrom('not-understood' as const, 'code-missing' as const) }),
    fc.record({
      kind: fc.constantFrom('code-wrong' as const, 'line-missing' as const),
      code: word,
    }),
    fc.record({ kind: fc.constant('line-twice' as const), line: count }),
    fc.record({ kind: fc.constant('reason-missing' as const), code: word, line }),
    fc.record({ kind: fc.constant('reason-unknown' as const), line, word }),
  );
  const reply: fc.Arbitrary<Reply> = fc.oneof(
    fc.record({ kind: fc.constant('mistake' as const), mistake }),
    fc.record({ kind: fc.constant('not-your-day' as const), code: word }),
    fc.record({ kind: fc.constantFrom('too-long-ago' as const, 'not-begun' as const), day }),
    fc.record({ kind: fc.constant('no-such-line' as const), line: count, highest: count }),
    fc.record({
      kind: fc.constant('confirmed' as const),
      stationCode: fc.constant('KAY'),
      day,
      code: fc.constant('99999'),
      whole: fc.option(
        fc.record({ recorded: count, answered: count, notOver: count, suspended: count }),
      ),
      exceptions: fc.array(
        fc.record({
          line: count,
          reason: fc.constantFrom(...MISSED_REASONS),
          result: fc.constantFrom(
            'noted' as const,
            'proven' as const,
            'early' as const,
            'failed' as const,
          ),
        }),
        { maxLength: 60 },
      ),
      open: count,
    }),
  );

  it('is always one message of the GSM alphabet', () => {
    fc.assert(
      fc.property(reply, (said) => {
        const text = smsReply(said);
        expect(text).not.toBe('');
        expect(isOneSms(text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
