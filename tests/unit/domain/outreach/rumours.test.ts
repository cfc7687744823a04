import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  answeringAirings,
  answerRumour,
  compareRumours,
  findContacts,
  LONGEST_RUMOUR,
  noteRumour,
  rumourState,
  verifyRumour,
  type Rumour,
  type RumourAnswer,
} from '../../../../src/domain/outreach';
import { buildAiring } from '../../../helpers/builders';

const AT = new Date('2026-12-01T10:00:00Z');
const AROUND = { today: '2026-12-01', zoneCodes: ['KAYES'] };
const HEARD = { day: '2026-11-30', heardOn: 'online', zoneCode: 'KAYES' } as const;
const KNOWN = { messageCodes: ['MSG-1'], spotCodes: ['0042'], hotline: '80 00 11 22' };

const draft = (text: string) => ({
  id: 'r1',
  kind: 'rumour' as const,
  text,
  language: 'bm' as const,
  risk: 'high' as const,
  notedAt: AT,
  notedBy: 'user:1',
});

function noted(): Rumour {
  const answer = noteRumour(draft('Le bateau part sans danger.'), HEARD, AROUND);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.value;
}

function verified(): Rumour {
  const answer = verifyRumour(noted(), { risk: 'high', at: AT, by: 'user:2' });
  if (!answer.ok) throw new Error('not verified');
  return answer.value;
}

const words = (what: Partial<RumourAnswer> = {}): RumourAnswer => ({
  text: 'C’est faux : appelez le 80 00 11 22.',
  source: 'Loi 2012-023, article 3, https://example.org/loi',
  messageCode: 'MSG-1',
  spotCode: null,
  at: AT,
  by: 'user:2',
  ...what,
});

describe('what leads to a person', () => {
  it.each([
    ['un numéro malien', 'Appelle le 70 12 34 56', ['telephone']],
    ['avec l’indicatif', 'WhatsApp +223 70-12-34-56', ['telephone']],
    ['collé', 'au 70123456 demain', ['telephone']],
    ['avec des points', '70.12.34.56', ['telephone']],
    ['une adresse', 'écrire à passeur@exemple.ml', ['e-mail']],
    ['un compte', 'voir @le_passeur', ['handle']],
    ['un compte en tête', '@passeur223 le dit', ['handle']],
    ['un lien', 'sur https://exemple.ml/groupe', ['link']],
    ['un lien de groupe', 'wa.me/22370123456', ['telephone', 'link']],
    ['un numéro et un compte', '70 12 34 56 ou @moussa', ['telephone', 'handle']],
  ])('%s', (_what, text, found) => {
    expect(findContacts(text)).toEqual(found);
  });

  it.each([
    'On dit que le voyage coûte 1 500 000 francs.',
    'Le 2026-11-30, un bateau est parti.',
    'En 2025 et en 2026, 300 personnes.',
    'Tunga man di : jɛ́ ɔ̀ ŋ ɲ',
    'À 20 h 30, le 30/11.',
  ])('is not in: %s', (text) => {
    expect(findContacts(text)).toEqual([]);
  });

  it('lets the campaign’s own help line stand, and no other number', () => {
    expect(findContacts('Appelez le 80 00 11 22', '80 00 11 22')).toEqual([]);
    expect(findContacts('Appelez le +223 80001122', '80 00 11 22')).toEqual([]);
    expect(findContacts('Appelez le 80 00 11 23', '80 00 11 22')).toEqual(['telephone']);
  });

  it('is found wherever a number stands in a text', () => {
    const number = fc
      .array(fc.integer({ min: 10, max: 99 }), { minLength: 4, maxLength: 4 })
      .map((pairs) => pairs.join(' '));
    const text = fc.string({ unit: fc.constantFrom(...'abɛɔ ,!'), maxLength: 40 });
    fc.assert(
      fc.property(text, number, text, (before, digits, after) => {
        expect(findContacts(`${before} ${digits} ${after}`)).toContain('telephone');
      }),
    );
  });
});

describe('a rumour', () => {
  it('is kept as it is said, without a field for who said it', () => {
    const rumour = noted();
    expect(rumour.hearings).toEqual([HEARD]);
    expect(rumourState(rumour, 0)).toBe('new');
    expect(Object.keys(rumour)).not.toContain('saidBy');
  });

  it.each([
    ['no words', '  ', HEARD, ['words-missing']],
    ['too many', 'a'.repeat(LONGEST_RUMOUR + 1), HEARD, ['words-too-long']],
    ['a number', 'Appelle 70 12 34 56', HEARD, ['names-somebody']],
    ['tomorrow', 'Oui.', { ...HEARD, day: '2026-12-02' }, ['day-in-future']],
    ['no day', 'Oui.', { ...HEARD, day: 'hier' }, ['day-invalid']],
    ['an unknown zone', 'Oui.', { ...HEARD, zoneCode: 'PARIS' }, ['unknown-zone']],
  ] as const)('is refused with %s', (_what, text, heard, kinds) => {
    const answer = noteRumour(draft(text), heard, AROUND);
    expect(answer.ok ? [] : answer.refusals.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('is answered only once it was verified', () => {
    expect(answerRumour(noted(), words(), KNOWN)).toMatchObject({
      refusals: [{ kind: 'wrong-state', state: 'new' }],
    });
    const answered = answerRumour(verified(), words(), KNOWN);
    expect(answered.ok && rumourState(answered.value, 0)).toBe('answered');
    expect(verifyRumour(verified(), { risk: 'low', at: AT, by: 'user:3' })).toMatchObject({
      refusals: [{ kind: 'wrong-state', state: 'verified' }],
    });
  });

  it.each([
    ['no source', { source: ' ' }, 'words-missing'],
    ['a private number', { text: 'Appelez 70 12 34 56' }, 'names-somebody'],
    ['a link in the answer', { text: 'Voir https://exemple.ml' }, 'names-somebody'],
    ['an unknown message', { messageCode: 'MSG-9' }, 'unknown-message'],
    ['an unknown spot', { spotCode: '9999' }, 'unknown-spot'],
  ] as const)('takes no answer with %s', (_what, wrong, kind) => {
    expect(answerRumour(verified(), words(wrong), KNOWN)).toMatchObject({ refusals: [{ kind }] });
  });
});

describe('aired', () => {
  const spots = [
    { code: '0042', messageCode: 'MSG-1' },
    { code: '0043', messageCode: 'MSG-1' },
    { code: '0050', messageCode: null },
  ];
  const answered = (what: Partial<RumourAnswer> = {}): Rumour => ({
    ...verified(),
    answer: words(what),
  });
  const airing = (spotCode: string, at: string) =>
    buildAiring({ id: `${spotCode}/${at}`, spotCode, airedAt: new Date(at) });

  it('is told by the ledger: an airing of any spot of the message, from the answer on', () => {
    const ledger = [
      airing('0042', '2026-12-01T09:59:59Z'),
      airing('0043', '2026-12-01T10:00:00Z'),
      airing('0050', '2026-12-02T10:00:00Z'),
    ];
    const airings = answeringAirings(answered(), spots, ledger);
    expect(airings.map(({ spotCode }) => spotCode)).toEqual(['0043']);
    expect(rumourState(answered(), airings.length)).toBe('aired');
  });

  it('counts one spot alone where one was named, and nothing where none was', () => {
    const ledger = [airing('0042', '2026-12-02T10:00:00Z'), airing('0043', '2026-12-02T11:00:00Z')];
    expect(answeringAirings(answered({ spotCode: '0042' }), spots, ledger)).toHaveLength(1);
    expect(answeringAirings(answered({ messageCode: null }), spots, ledger)).toEqual([]);
    expect(answeringAirings(verified(), spots, ledger)).toEqual([]);
  });

  it('comes last in the list; before it the greater harm, then the most often heard', () => {
    const list = [
      { risk: 'high', state: 'aired', hearings: 9 },
      { risk: 'low', state: 'new', hearings: 1 },
      { risk: 'high', state: 'verified', hearings: 1 },
      { risk: 'high', state: 'verified', hearings: 4 },
    ] as const;
    expect([...list].sort(compareRumours).map((each) => list.indexOf(each))).toEqual([3, 2, 1, 0]);
  });
});
