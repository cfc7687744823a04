import { describe, expect, it } from 'vitest';
import { excerpt, messagePath } from '../../../../src/web/public/message-list';
import { wallImageName } from '../../../../src/web/public/wall';

describe('the beginning of a text', () => {
  it('is the whole text when it is short', () => {
    expect(excerpt('  Un choix\n\nlibre. ')).toBe('Un choix libre.');
  });

  it('ends between two words, without a comma', () => {
    expect(excerpt('Partir, rester, revenir', 16)).toBe('Partir, rester…');
  });

  it('cuts a word that never ends', () => {
    expect(excerpt('a'.repeat(50), 10)).toBe(`${'a'.repeat(10)}…`);
  });
});

describe('addresses of the public pages', () => {
  it('hold the code and the language', () => {
    expect(messagePath('CHOIX-01', 'bm')).toBe('/messages/CHOIX-01?langue=bm');
    expect(messagePath('CHOIX-01')).toBe('/messages/CHOIX-01');
  });

  it('name a picture of the wall by the last part of its key', () => {
    expect(wallImageName('cards/ab/cd.png')).toBe('cd.png');
    expect(wallImageName('cd.png')).toBe('cd.png');
  });
});
