import { describe, expect, it } from 'vitest';

import { brandedTitle } from '../../../src/admin/brand/document-title';
import { closeAnnouncements, presetFrench } from '../../../src/admin/brand/first-look';

function storageWith(entries: Record<string, string>) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe('the first look at the desk', () => {
  it('is in French for whoever has not chosen a language', () => {
    const storage = storageWith({});
    const page = { documentElement: { lang: 'en' } };
    presetFrench(storage, page);
    expect(storage.kept.get('strapi-admin-language')).toBe('fr');
    expect(page.documentElement.lang).toBe('fr');
  });

  it('stays in the language that somebody chose', () => {
    const storage = storageWith({ 'strapi-admin-language': 'en' });
    const page = { documentElement: { lang: '' } };
    presetFrench(storage, page);
    expect(storage.kept.get('strapi-admin-language')).toBe('en');
    expect(page.documentElement.lang).toBe('en');
  });

  it('has no announcement of the system’s maker', () => {
    const storage = storageWith({});
    closeAnnouncements(storage);
    expect([...storage.kept.values()]).toEqual(['true', 'true']);
  });

  it.each([
    ['Spots | Strapi', 'Spots | Yeelen'],
    ['Strapi Admin', 'Yeelen'],
    ['Résultats | Yeelen', 'Résultats | Yeelen'],
    ['Avec | Strapi | dedans', 'Avec | Strapi | dedans'],
  ])('names the tab after the campaign’s system: %s', (strapis, ours) => {
    expect(brandedTitle(strapis)).toBe(ours);
  });
});
