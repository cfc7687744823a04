import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import fieldLabels from '../../../src/admin/translations/fields.fr.json';
import ourFrench from '../../../src/admin/translations/fr.json';
import valueLabels from '../../../src/admin/translations/values.fr.json';

type Attribute = { readonly type: string; readonly enum?: readonly string[] };
type Schema = { readonly attributes: Readonly<Record<string, Attribute>> };
type Words = Readonly<Record<string, string>>;

const ROOT = join(import.meta.dirname, '../../..');
const require = createRequire(import.meta.url);

function schemasIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => join(folder, path));
}

function readSchema(path: string): Schema {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Schema;
}

/** `src/api/spot/content-types/spot/schema.json` -> what Strapi's edit view asks a label by. */
function labelPrefix(path: string): string {
  const parts = path.split('/');
  return parts[1] === 'api'
    ? `content-manager.content-types.api::${parts[2]}.${parts[4]}`
    : `content-manager.components.${parts[2]}.${(parts[3] ?? '').replace('.json', '')}`;
}

const schemas = [
  ...schemasIn('src/api').filter((path) => path.endsWith('schema.json')),
  ...schemasIn('src/components'),
].map((path) => ({ prefix: labelPrefix(path), schema: readSchema(path) }));

const attributeKeys = schemas.flatMap(({ prefix, schema }) =>
  Object.keys(schema.attributes).map((name) => `${prefix}.${name}`),
);

describe('field labels of the admin', () => {
  it('names every field of every content type and component in French', () => {
    expect(attributeKeys.length).toBeGreaterThan(100);
    expect(attributeKeys.filter((key) => !(key in fieldLabels))).toEqual([]);
  });

  it('names no field that is not there any more', () => {
    expect(Object.keys(fieldLabels).filter((key) => !attributeKeys.includes(key))).toEqual([]);
  });

  it('names every value of every list, and no other', () => {
    const values = new Set(
      schemas.flatMap(({ schema }) =>
        Object.values(schema.attributes).flatMap(({ enum: list }) => list ?? []),
      ),
    );
    expect(Object.keys(valueLabels).sort()).toEqual([...values].sort());
  });
});

/** What the campaign does not see: paid editions, guided tours, machines that write, tools of developers. */
const SCREENS_NOT_USED =
  /^(tours\.(?!profile)|widget\.last-activity|global\.plugins\.(documentation|graphql|sentry|users-permissions)|notification\.ee|app\.components\.(BlockLink|FreeTrial|GuidedTour|LeftMenu\.trial|NpsSurvey|Onboarding|UpsellBanner)|Settings\.(page\.[Pp]urchase|permissions\.auditLogs|sso\.not-available|content-history)|i18n\.(CMEditViewAITranslation|Settings\.aiLocalizations|CMEditViewLocalePicker\.locale\.ai)|upload\.(ai\.|settings\.form\.aiMetadata|.*[mM]etadata(?!-missing)|asset-details\.replace\.description\.ai|list\.bulk-actions\.create))/;

const STRAPI_SCREENS = [
  { folder: '@strapi/admin/dist/admin/admin/src/translations', prefix: '' },
  { folder: '@strapi/content-manager/dist/admin/translations', prefix: 'content-manager.' },
  { folder: '@strapi/i18n/dist/admin/translations', prefix: 'i18n.' },
  { folder: '@strapi/upload/dist/admin/translations', prefix: 'upload.' },
];

function strapiWords(folder: string, language: 'en' | 'fr'): Words {
  const path = join(ROOT, 'node_modules', folder, `${language}.json.js`);
  const loaded = require(path) as Words | { readonly default: Words };
  return typeof loaded.default === 'object' ? loaded.default : (loaded as Words);
}

describe('the words of Strapi’s own screens', () => {
  it.each(STRAPI_SCREENS)('are French wherever they are seen ($folder)', ({ folder, prefix }) => {
    const english = Object.keys(strapiWords(folder, 'en'));
    const french = strapiWords(folder, 'fr');
    const missing = english.filter(
      (key) =>
        !(key in french) && !(prefix + key in ourFrench) && !SCREENS_NOT_USED.test(prefix + key),
    );
    expect(english.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it('use no variable that the sentence they replace has not', () => {
    // `{number, plural, …}` and `{name}`: what is filled in. Words in the branches of a plural are in braces as well,
    // hence the words of the English sentence as a whole.
    const variables = (words: string) =>
      [...words.matchAll(/\{(\w+)(?=\}|, (?:plural|select))/g)].map(([, name]) => name ?? '');
    const invented = STRAPI_SCREENS.flatMap(({ folder, prefix }) =>
      Object.entries(strapiWords(folder, 'en')).flatMap(([key, english]) => {
        const ours = (ourFrench as Words)[prefix + key] ?? '';
        return variables(ours)
          .filter((name) => !english.includes(name) && !isBranch(ours, name))
          .map((name) => `${prefix}${key}: ${name}`);
      }),
    );
    expect(invented).toEqual([]);
  });
});

/** `one {publié}`: the word of a plural, not a variable. */
function isBranch(sentence: string, word: string): boolean {
  return new RegExp(`(?:one|other|=\\d+|true|false|undefined) \\{${word}\\}`).test(sentence);
}
