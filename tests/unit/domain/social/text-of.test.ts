import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  costUsdOfAll,
  hasLink,
  isWebAddress,
  languagesOf,
  missingHashtags,
  readHashtags,
  textOf,
  withOrigin,
} from '../../../../src/domain/social';
import { buildPost } from '../../../helpers/builders';

const LINK = 'https://yeelen.example/m/12';

describe('the text that goes out', () => {
  const post = buildPost({
    code: 'DEPART-1',
    texts: { fr: 'Avant de partir, informez-vous. #Kayes', bm: 'I ka kunnafoni ɲini.' },
    networkTexts: [{ network: 'x', language: 'fr', text: 'Informez-vous.' }],
    hashtags: ['#Kayes', '#Kunnafoni'],
    link: LINK,
  });

  it('is the common one, with the hashtags it lacks and the link that says where it was found', () => {
    expect(textOf(post, 'facebook', 'fr')).toBe(
      `Avant de partir, informez-vous. #Kayes\n#Kunnafoni\n${LINK}?utm_source=facebook&utm_medium=social&utm_campaign=depart-1&utm_content=fr`,
    );
  });

  it('is the network’s own where one was written, and the common one in the other languages', () => {
    expect(textOf(post, 'x', 'fr')).toBe('Informez-vous.\n#Kayes #Kunnafoni');
    expect(textOf(post, 'x', 'bm')).toBe('I ka kunnafoni ɲini.\n#Kayes #Kunnafoni');
  });

  it('has a link on X only when somebody chose to pay for it', () => {
    expect(textOf(post, 'x', 'bm')).not.toContain('https');
    expect(textOf({ ...post, linkOnX: true }, 'x', 'bm')).toContain('utm_source=x');
  });

  it('keeps a link that stands in the text as it was written, and does not add it again', () => {
    const linked = { ...post, texts: { fr: `Lisez ${LINK} avant.` }, hashtags: [] };
    expect(textOf(linked, 'facebook', 'fr')).toBe(`Lisez ${LINK} avant.`);
  });

  it('is empty where nothing was written: hashtags alone are no post', () => {
    expect(textOf(post, 'facebook', 'snk')).toBe('');
  });

  it('speaks a language on one network alone', () => {
    const own = { network: 'telegram', language: 'snk', text: 'Xaranñe.' } as const;
    const spoken = { ...post, networkTexts: [own] };
    expect(languagesOf(spoken, ['facebook'])).toEqual(['fr', 'bm']);
    expect(languagesOf(spoken, ['telegram'])).toEqual(['fr', 'bm', 'snk']);
  });
});

describe('hashtags', () => {
  it.each([
    ['#Kayes #Bamako', ['#Kayes', '#Bamako'], []],
    ['kayes, bamako', ['#kayes', '#bamako'], []],
    ['#Kayes #KAYES', ['#Kayes'], []],
    ['#kunnafoniɲini #sɛ́bɛ #ŋana', ['#kunnafoniɲini', '#sɛ\u0301bɛ', '#ŋana'], []],
    ['#départ_2026 #2026 #bien-vivre #', ['#départ_2026'], ['#2026', '#bien-vivre']],
  ])('read from %j', (written, hashtags, wrong) => {
    expect(readHashtags(written)).toEqual({ hashtags, wrong });
  });

  it('are not added when the text has them, in any capitals', () => {
    expect(missingHashtags('Partir ? #KAYES', ['#Kayes', '#Bamako'])).toEqual(['#Bamako']);
    // A longer word is another hashtag.
    expect(missingHashtags('#Kayesville', ['#Kayes'])).toEqual(['#Kayes']);
  });

  it('stand in a text once, however often they are added', () => {
    const word = fc.string({
      minLength: 1,
      maxLength: 6,
      unit: fc.constantFrom(...'aɛɔɲŋK1_é'),
    });
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (inText, wanted) => {
        const { hashtags } = readHashtags(wanted.join(' '));
        const text = inText.map((each) => `#${each}`).join(' ');
        const whole = [text, ...missingHashtags(text, hashtags)].join(' ');
        expect(missingHashtags(whole, hashtags)).toEqual([]);
      }),
    );
  });
});

describe('a link that says where it was found', () => {
  const origin = { source: 'x', medium: 'social', campaign: 'départ été', content: 'bm' };

  it.each([
    ['https://a.example', 'https://a.example?utm_source=x&utm_medium=social'],
    ['https://a.example/?', 'https://a.example/?utm_source=x&utm_medium=social'],
    ['https://a.example/p?b=1', 'https://a.example/p?b=1&utm_source=x&utm_medium=social'],
    ['https://a.example/p#haut', 'https://a.example/p?utm_source=x&utm_medium=social#haut'],
    [
      'https://a.example/?utm_source=lettre',
      'https://a.example/?utm_source=lettre&utm_medium=social',
    ],
    [
      'https://a.example/?UTM_Source=a&utm%5Fmedium=b',
      'https://a.example/?UTM_Source=a&utm%5Fmedium=b',
    ],
  ])('%s', (link, expected) => {
    expect(withOrigin(link, { source: 'x', medium: 'social', campaign: '', content: '' })).toBe(
      expected,
    );
  });

  it('keeps what it said, says nothing twice, and is the same when it is made again', () => {
    const some = (...units: readonly string[]) =>
      fc.array(fc.constantFrom(...units), { maxLength: 12 }).map((parts) => parts.join(''));
    const links = fc
      .tuple(
        some('a', '/', '-', '%20', '.b'),
        some('a', 'utm', '=', '&', '+', '%C3%A9', '?'),
        some('a', '=', '&', '?utm_source=y'),
      )
      .map(([path, query, fragment]) => `https://yeelen.example/${path}?${query}#${fragment}`);
    fc.assert(
      fc.property(links, (link) => {
        const made = withOrigin(link, origin);
        const [before, after] = [new URL(link), new URL(made)];
        expect(withOrigin(made, origin)).toBe(made);
        expect(after.hash).toBe(before.hash);
        expect(after.origin + after.pathname).toBe(before.origin + before.pathname);
        for (const [name, value] of before.searchParams) {
          expect(after.searchParams.getAll(name)).toContain(value);
        }
        for (const [name, value] of Object.entries(origin)) {
          expect(after.searchParams.getAll(`utm_${name}`)).toEqual([value]);
        }
      }),
      // Addresses are dear to make up: thirty take a second on a busy machine.
      { numRuns: 30 },
    );
  });

  it.each([
    ['https://yeelen.example/page', true],
    ['http://yeelen.example', true],
    ['yeelen.example', false],
    ['https://yeelen', false],
    ['https://yeelen.example/deux mots', false],
    ['javascript:alert(1)', false],
    ['ftp://yeelen.example', false],
  ])('%s: a web address %s', (text, isOne) => {
    expect(isWebAddress(text)).toBe(isOne);
  });
});

describe('what a post costs', () => {
  it.each([
    ['Bonjour.', false],
    ['Lire https://a.ml', true],
    ['Lire kayes.example/page.', true],
    ['Fin. Une autre phrase.', false],
    ['3.5 millions', false],
  ])('%s: a link %s', (text, isLinked) => {
    expect(hasLink(text)).toBe(isLinked);
  });

  it('is asked by X alone, and more than ten times as much with a link', () => {
    const text = 'Bonjour.';
    const linked = 'Lire https://a.ml';
    expect(costUsdOfAll([{ network: 'facebook', text: linked }])).toBe(0);
    expect(costUsdOfAll([{ network: 'x', text }])).toBe(0.015);
    expect(
      costUsdOfAll([
        { network: 'x', text },
        { network: 'x', text: linked },
      ]),
    ).toBe(0.215);
  });
});
