import { describe, expect, it } from 'vitest';

import {
  approvalText,
  checkFit,
  driftOf,
  isTooLate,
  NETWORK_LIMITS,
  splitPost,
  unapprovedParts,
  weighSimulated,
} from '../../../../src/domain/social';
import type { Picture, PictureOf } from '../../../../src/domain/social';
import { buildAccount, buildPost } from '../../../helpers/builders';

const LIMITS = new Map(Object.entries(NETWORK_LIMITS));

describe('what a text weighs', () => {
  it.each([
    ['a word', 'Yeelen', 6],
    ['letters of Bambara and Soninke', 'ɛɔɲŋ', 4],
    ['a composed accent, however it was typed', 'e\u0301', 1],
    ['a tone mark on ɛ, which has no composed form', 'ɛ\u0301', 2],
    ['an emoji', '☀', 1],
    ['a short address', 'https://a.ml', 23],
    ['a long address', `https://yeelen.example/${'a'.repeat(200)}`, 23],
    ['an address between words', 'Voir https://yeelen.example/m/12 ici', 5 + 23 + 4],
  ])('%s', (_story, text, weight) => {
    expect(weighSimulated(text)).toBe(weight);
  });

  it('fits at 280 and is too long at 281, by network and language', () => {
    const post = buildPost({ texts: { fr: 'a'.repeat(280), snk: 'ɛ'.repeat(281) } });
    expect(checkFit(post, ['simulator', 'simulator'], LIMITS)).toEqual([
      { kind: 'too-long', network: 'simulator', language: 'snk', weight: 281, maximum: 280 },
    ]);
  });
});

/** A card for the French part; the others have none. */
const inFrench =
  (picture: Picture): PictureOf =>
  (_network, language) =>
    language === 'fr' ? picture : null;

describe('the parts of a post', () => {
  const accounts = [buildAccount({ code: 'MUR' }), buildAccount({ code: 'RADIO' })];

  it('are one for each account and language, with the text as it goes out', () => {
    const post = buildPost({ texts: { snk: ' ɲ\r\nŋ ', fr: 'e\u0301' } });
    const parts = splitPost(post, accounts, inFrench({ key: 'cards/a.png', sha256: 'a' }));
    expect(parts.map(({ accountCode, language, text }) => [accountCode, language, text])).toEqual([
      ['MUR', 'fr', 'é'],
      ['MUR', 'snk', 'ɲ\nŋ'],
      ['RADIO', 'fr', 'é'],
      ['RADIO', 'snk', 'ɲ\nŋ'],
    ]);
    expect(parts[0]?.pictureSha256).toBe('a');
    expect(parts[1]?.pictureKey).toBeNull();
  });

  it('are none without a due date', () => {
    expect(splitPost(buildPost({ dueAt: null }), accounts, () => null)).toEqual([]);
  });
});

describe('what an approval signs', () => {
  const post = buildPost({ texts: { fr: 'Un.', bm: 'Kelen.' }, accountCodes: ['MUR', 'RADIO'] });
  const accounts = [buildAccount({ code: 'MUR' }), buildAccount({ code: 'RADIO' })];
  const picture = inFrench({ key: 'cards/a.png', sha256: 'a' });
  const signed = approvalText(splitPost(post, accounts, picture));

  it('does not depend on the order of the parts', () => {
    const parts = splitPost(post, accounts, picture);
    expect(approvalText([...parts].reverse())).toBe(signed);
  });

  it.each([
    ['text', splitPost({ ...post, texts: { fr: 'Un !', bm: 'Kelen.' } }, accounts, picture)],
    ['description', splitPost({ ...post, altText: 'Autre' }, accounts, picture)],
    ['picture', splitPost(post, accounts, inFrench({ key: 'cards/a.png', sha256: 'b' }))],
    ['accounts', splitPost(post, accounts.slice(1), picture)],
    ['time', splitPost({ ...post, dueAt: new Date('2026-12-01T12:00:01Z') }, accounts, picture)],
    ['tolerance', splitPost({ ...post, lateToleranceMinutes: 61 }, accounts, picture)],
  ])('changes with the %s', (_what, parts) => {
    expect(approvalText(parts)).not.toBe(signed);
  });
});

describe('an edit after the approval', () => {
  const post = buildPost();
  const [part] = splitPost(post, [buildAccount()], inFrench({ key: 'cards/a.png', sha256: 'a' }));
  if (part === undefined) throw new Error('The post has no part.');

  it.each([
    [null, post],
    [null, { ...post, texts: { fr: `${post.texts.fr} ` } }],
    ['text', { ...post, texts: { fr: 'Autre.' } }],
    ['language', { ...post, texts: { bm: 'Kelen.' } }],
    ['alt-text', { ...post, altText: 'Autre' }],
    ['account', { ...post, accountCodes: ['RADIO'] }],
    ['picture', { ...post, pictureKey: 'pictures/new.jpg' }],
    ['due-date', { ...post, dueAt: null }],
    ['tolerance', { ...post, lateToleranceMinutes: 0 }],
  ] as const)('is seen: %s', (drift, edited) => {
    expect(driftOf(edited, part)).toBe(drift);
  });

  it('is seen when a photograph is taken away or replaced', () => {
    const photographed = {
      ...part,
      mediaKind: 'photo' as const,
      pictureKey: 'pictures/old.jpg',
    };
    expect(driftOf({ ...post, pictureKey: 'pictures/old.jpg' }, photographed)).toBeNull();
    expect(driftOf({ ...post, pictureKey: 'pictures/new.jpg' }, photographed)).toBe('picture');
    expect(driftOf(post, photographed)).toBe('picture');
  });

  it('is seen when a language was added that nobody approved', () => {
    const grown = { ...post, texts: { ...post.texts, bm: 'Kelen.' } };
    expect(unapprovedParts(grown, [buildAccount()], [part])).toEqual([
      { accountCode: 'MUR', language: 'bm' },
    ]);
  });
});

describe('how late a post may go out', () => {
  const due = { dueAt: new Date('2026-12-01T12:00:00Z'), lateToleranceMinutes: 60, notAfter: null };

  it('is still in time at the deadline and too late one millisecond after', () => {
    expect(isTooLate(due, new Date('2026-12-01T13:00:00.000Z'))).toBe(false);
    expect(isTooLate(due, new Date('2026-12-01T13:00:00.001Z'))).toBe(true);
  });
});
