import type { Core } from '@strapi/strapi';

import { UID, type ContentTypeUid } from './documents';
import { REVIEW_FIELDS } from './roles';
import { seedOnce } from './seed-once';

type Layout = {
  readonly uid: ContentTypeUid;
  /** The field that names a document in lists and headings. */
  readonly mainField: string;
  readonly columns: readonly string[];
  /** Fields that only the system sets: they are not for a form. */
  readonly hidden?: readonly string[];
};

const LAYOUTS: readonly Layout[] = [
  {
    uid: UID.message,
    mainField: 'title',
    columns: ['code', 'title', 'theme', 'reviewState'],
    hidden: REVIEW_FIELDS,
  },
  { uid: UID.spot, mainField: 'title', columns: ['code', 'title', 'language', 'voices'] },
  {
    uid: UID.post,
    mainField: 'cardTitle',
    columns: ['code', 'cardTitle', 'dueAt'],
    hidden: ['pictureKey', 'film'],
  },
  { uid: UID.gathering, mainField: 'place', columns: ['code', 'kind', 'place', 'date'] },
  { uid: UID.station, mainField: 'name', columns: ['code', 'name', 'place', 'profile'] },
  {
    uid: UID.contract,
    mainField: 'code',
    columns: ['code', 'station', 'periodStart', 'periodEnd', 'airingsOwed'],
  },
  { uid: UID.zone, mainField: 'name', columns: ['code', 'name', 'population'] },
  { uid: UID.theme, mainField: 'name', columns: ['code', 'name'] },
  { uid: UID.profile, mainField: 'name', columns: ['code', 'name', 'codec', 'targetLufs'] },
  { uid: UID.account, mainField: 'name', columns: ['code', 'name', 'network', 'isPaused'] },
  { uid: UID.hashtagGroup, mainField: 'name', columns: ['code', 'name', 'hashtags'] },
  { uid: UID.indicator, mainField: 'name', columns: ['code', 'name', 'kind', 'target'] },
];

type FieldPlace = { readonly name: string; readonly size: number };
type FieldWords = { readonly edit: Readonly<Record<string, unknown>>; readonly list: unknown };
type Configuration = {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly metadatas: Readonly<Record<string, FieldWords>>;
  readonly layouts: {
    readonly list: readonly string[];
    readonly edit: readonly (readonly FieldPlace[])[];
  };
};
type ContentType = {
  readonly attributes: Readonly<Record<string, { readonly target?: string | undefined }>>;
};
type ContentTypesService = {
  findContentType(uid: string): ContentType;
  findConfiguration(contentType: ContentType): Promise<Configuration>;
  updateConfiguration(contentType: ContentType, configuration: Configuration): Promise<unknown>;
};

/** In the field of a link a document is called as in its own lists: an account by its name, not by its code. */
function linksByName(
  { attributes }: ContentType,
  metadatas: Configuration['metadatas'],
): Configuration['metadatas'] {
  const named = Object.entries(metadatas).map(([field, words]) => {
    const target = attributes[field]?.target;
    const mainField = LAYOUTS.find(({ uid }) => uid === target)?.mainField;
    const edit = mainField === undefined ? words.edit : { ...words.edit, mainField };
    return [field, { ...words, edit }] as const;
  });
  return Object.fromEntries(named);
}

/** Names documents as people do, once; an administrator may arrange the lists and forms otherwise. */
export async function seedDeskLayout(strapi: Core.Strapi, now: Date): Promise<void> {
  const service = strapi
    .plugin('content-manager')
    .service('content-types') as unknown as ContentTypesService;
  for (const { uid, mainField, columns, hidden = [] } of LAYOUTS) {
    await seedOnce(strapi, `layout ${uid}`, now, async () => {
      const contentType = service.findContentType(uid);
      const configuration = await service.findConfiguration(contentType);
      const { settings, layouts } = configuration;
      await service.updateConfiguration(contentType, {
        ...configuration,
        settings: { ...settings, mainField, defaultSortBy: 'code' },
        layouts: {
          list: columns,
          edit: layouts.edit
            .map((row) => row.filter(({ name }) => !hidden.includes(name)))
            .filter((row) => row.length > 0),
        },
      });
    });
    // A seed of its own: forms that were arranged before get it too.
    await seedOnce(strapi, `links ${uid}`, now, async () => {
      const contentType = service.findContentType(uid);
      const configuration = await service.findConfiguration(contentType);
      const metadatas = linksByName(contentType, configuration.metadatas);
      await service.updateConfiguration(contentType, { ...configuration, metadatas });
    });
  }
}
