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
type Configuration = {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly layouts: {
    readonly list: readonly string[];
    readonly edit: readonly (readonly FieldPlace[])[];
  };
};
type ContentTypesService = {
  findContentType(uid: string): unknown;
  findConfiguration(contentType: unknown): Promise<Configuration>;
  updateConfiguration(contentType: unknown, configuration: Configuration): Promise<unknown>;
};

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
  }
}
