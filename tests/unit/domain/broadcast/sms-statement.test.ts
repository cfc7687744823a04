import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MISSED_REASONS, readSms, writeDayCode } from '../../../../src/domain/broadcast';
import { SMS_REASON_WORDS } from '../../../../src/wording/sms';

const all = (code = '104') => ({ ok: true, statement: { kind: 'all-aired', code } });
const except = (
  exceptions: readonly (readonly [number | 'all', string])[],
  othersAired = false,
) => ({
  ok: true,
  statement: {
    kind: 'exceptions',
    code: '104',
    othersAired,
    exceptions: exceptions.map(([line, reason]) => ({ line, reason })),
  },
});
const mistake = (kind: string) => ({ ok: false, mistake: { kind } });

/** Any half of a letter that a machine may send. */
const anyLetter = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

describe('what a station writes', () => {
  it.each([
    'OK 104',
    'ok 104',
    'Ok104',
    ' ok   104 . ',
    'O.K. 104',
    'OUI 104',
    'OK 10 4',
    'OK 104 merci',
  ])('%j: the whole day was aired', (text) => {
    expect(readSms(text)).toEqual(all());
  });

  it.each([
    ['NON 104 3 COURANT', [[3, 'power']]],
    ['non 104 3 courant', [[3, 'power']]],
    ['Non 104 ligne 3 : plus de courant', [[3, 'power']]],
    ['NON 104 3 PLUS DU TOUT DE COURANT', [[3, 'power']]],
    ['NON 104 3COURANT', [[3, 'power']]],
    ['NON 104 3 délestage', [[3, 'power']]],
    ['NON 104 3 crt', [[3, 'power']]],
    ['NON 104 3 émetteur en panne', [[3, 'transmitter']]],
    ['NON 104 3 pas de réseau', [[3, 'network']]],
    ['NON 104 3 fichier manquant', [[3, 'file-missing']]],
    ['NON 104 3 mp3 abîmé', [[3, 'file-missing']]],
    ['NON 104 3 personne au studio', [[3, 'staff']]],
    ['NON 104 3 technicien malade', [[3, 'staff']]],
    ['NON 104 3 refusé', [[3, 'refused']]],
    [
      'NON 104 3 5 COURANT',
      [
        [3, 'power'],
        [5, 'power'],
      ],
    ],
    [
      'NON 104 3 courant, 5 réseau',
      [
        [3, 'power'],
        [5, 'network'],
      ],
    ],
    ['NON 104 TOUT EMETTEUR', [['all', 'transmitter']]],
    [
      'NON 104 TOUT COURANT 3 FICHIER',
      [
        ['all', 'power'],
        [3, 'file-missing'],
      ],
    ],
  ] as const)('%j: lines that were not', (text, exceptions) => {
    expect(readSms(text)).toEqual(except(exceptions));
  });

  it('says both in one message', () => {
    expect(readSms('OK 104 SAUF 3 COURANT')).toEqual(except([[3, 'power']], true));
    expect(readSms('ok 104 mais 3, 4 : réseau')).toEqual(
      except(
        [
          [3, 'network'],
          [4, 'network'],
        ],
        true,
      ),
    );
  });

  it.each([
    ['', 'not-understood'],
    ['Bonjour, ça va ?', 'not-understood'],
    ['104', 'not-understood'],
    ['OK 104 pas de courant', 'not-understood'],
    ['OK', 'code-missing'],
    ['NON courant', 'code-missing'],
    ['OK 105', 'code-wrong'],
    ['OK 140', 'code-wrong'],
    ['OK 014', 'code-wrong'],
    ['NON 140 3 COURANT', 'code-wrong'],
    ['NON 104', 'line-missing'],
    ['NON 104 COURANT', 'line-missing'],
    ['NON 104 3', 'reason-missing'],
    ['NON 104 3 pluie', 'reason-unknown'],
    ['NON 104 3 courant depuis 2 jours', 'reason-unknown'],
    ['NON 104 3 courant 3 reseau', 'line-twice'],
  ])('%j is asked about: %s', (text, kind) => {
    expect(readSms(text)).toMatchObject(mistake(kind));
  });

  it('two reasons for one line are better asked than guessed', () => {
    expect(readSms('NON 104 3 manque de courant et de personnel')).toMatchObject(
      mistake('reason-unknown'),
    );
  });
});

describe('whatever is typed', () => {
  const code = fc.integer({ min: 11, max: 9999 }).map(writeDayCode);
  const reason = fc.constantFrom(...MISSED_REASONS);
  const space = fc.constantFrom(' ', '  ', ', ', ' : ', '\n');

  it('is read or asked about, and never breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyLetter, maxLength: 600 }), (text) => {
        expect(typeof readSms(text).ok).toBe('boolean');
      }),
    );
  });

  it('a good message comes out as it was meant, in any case and with any spaces', () => {
    fc.assert(
      fc.property(
        code,
        fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 60 }), reason), {
          minLength: 1,
          maxLength: 8,
          selector: ([line]) => line,
        }),
        space,
        fc.boolean(),
        (day, lines, gap, isLower) => {
          const written = lines.map(([line, why]) => `${line}${gap}${SMS_REASON_WORDS[why]}`);
          const text = ['NON', day, ...written].join(gap);
          expect(readSms(isLower ? text.toLowerCase() : text)).toEqual({
            ok: true,
            statement: {
              kind: 'exceptions',
              code: day,
              othersAired: false,
              exceptions: lines.map(([line, why]) => ({ line, reason: why })),
            },
          });
        },
      ),
    );
  });

  it('a slip in the code never confirms another day', () => {
    fc.assert(
      fc.property(code, fc.nat(), fc.nat({ max: 9 }), (day, at, digit) => {
        const place = at % day.length;
        const slip = day.slice(0, place) + String(digit) + day.slice(place + 1);
        fc.pre(slip !== day);
        expect(readSms(`OK ${slip}`).ok).toBe(false);
      }),
    );
  });
});
