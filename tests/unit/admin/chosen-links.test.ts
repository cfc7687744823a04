import { describe, expect, it } from 'vitest';

import type { PostChoicesOnWire } from '../../../src/admin/desk/wire';
import { chosenIn } from '../../../src/admin/panels/chosen-links';
import { buildAccount, buildPost } from '../../helpers/builders';

const WALL = buildAccount({ code: 'MUR', name: 'Mur' });
const PAGE = buildAccount({ code: 'PAGE', name: 'Page (exemple)', network: 'facebook' });
const OTHERS = buildAccount({ code: 'AUTRE', name: 'Chaîne d’autrui', network: 'telegram' });
const choices: PostChoicesOnWire = {
  accounts: [WALL, PAGE],
  hashtagGroups: [
    { documentId: 'group-a', code: 'A', hashtags: ['#Kayes'] },
    { documentId: 'group-b', code: 'B', hashtags: ['#Kunnafoni'] },
  ],
};

/** As the form of a post keeps a link. */
const link = (documentId: string) => ({ id: 7, apiData: { id: 7, documentId, locale: null } });

function saved(accounts: readonly (typeof WALL)[], groups: readonly string[] = []) {
  const post = buildPost({
    accountCodes: accounts.map(({ code }) => code),
    hashtagGroupCodes: groups,
    hashtags: groups.length === 0 ? [] : ['#Kayes'],
  });
  return { post: { ...post, dueAt: null, notAfter: null }, accounts };
}

const names = (answer: ReturnType<typeof chosenIn>) => answer.accounts.map(({ name }) => name);

describe('the accounts and hashtags of a post being written', () => {
  it('count as soon as they are chosen, before anything was saved', () => {
    const values = {
      accounts: { connect: [link(PAGE.documentId)], disconnect: [] },
      hashtagGroups: { connect: [link('group-b')], disconnect: [] },
    };
    expect(chosenIn(values, null, choices)).toEqual({
      accounts: [PAGE],
      hashtags: ['#Kunnafoni'],
    });
  });

  it('add to what was saved, and what is taken away no longer counts', () => {
    const values = {
      accounts: { connect: [link(PAGE.documentId)], disconnect: [link(WALL.documentId)] },
      hashtagGroups: { connect: [link('group-b')], disconnect: [link('group-a')] },
    };
    const chosen = chosenIn(values, saved([WALL], ['A']), choices);
    expect(names(chosen)).toEqual(['Page (exemple)']);
    expect(chosen.hashtags).toEqual(['#Kunnafoni']);
  });

  it('keep an account of others that stands on the post, which is no choice here', () => {
    expect(names(chosenIn({}, saved([OTHERS]), choices))).toEqual(['Chaîne d’autrui']);
  });

  it('are those that were saved while the choices are on their way', () => {
    const values = { accounts: { connect: [link(PAGE.documentId)], disconnect: [] } };
    expect(chosenIn(values, saved([WALL], ['A']), null)).toEqual({
      accounts: [WALL],
      hashtags: ['#Kayes'],
    });
  });

  it('are none for a form that holds something else', () => {
    expect(chosenIn({ accounts: null, hashtagGroups: [] }, null, choices)).toEqual({
      accounts: [],
      hashtags: [],
    });
  });
});
