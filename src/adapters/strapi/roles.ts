import type { Core } from '@strapi/strapi';

import type { DeskAction } from '../../domain/people';
import { LANGUAGES, type Language } from '../../domain/shared';
import { actionId } from './actions';
import { UID, type ContentTypeUid } from './documents';
import { seedOnce } from './seed-once';

export type RoleSeed = {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly actions: readonly DeskAction[];
  /** What it may do with the documents of a type. `locales` counts for messages alone. */
  readonly documents: readonly DocumentGrant[];
  /** Which files of the media library it sees: attendance sheets among them are personal data. */
  readonly library: 'all' | 'own' | 'none';
};

type DocumentVerb = 'read' | 'create' | 'update' | 'delete' | 'publish';

type DocumentGrant = {
  readonly uid: ContentTypeUid;
  readonly verbs: readonly DocumentVerb[];
  readonly locales?: readonly Language[];
};

const EVERY_TYPE = Object.values(UID);
/** A journalist has no business with the telephone numbers of other radios' staff or with figures in the making. */
const JOURNALIST_READS: readonly ContentTypeUid[] = [UID.campaign, UID.theme, UID.zone];

const JOURNALIST: RoleSeed = {
  code: 'yeelen-journalist',
  name: 'Journaliste',
  description: 'Écrit les messages, envoie les spots, note les rencontres.',
  actions: [
    'desk.home.read',
    'desk.spots.read',
    'desk.spots.record',
    'desk.spots.hear-master',
    'desk.spots.prepare-again',
    'desk.audiograms.make',
    'desk.consents.record',
    'desk.messages.read',
    'desk.messages.submit',
    'desk.posts.read',
    'desk.posts.plan',
    'desk.posts.share',
    'desk.rumours.read',
    'desk.rumours.note',
  ],
  documents: [
    { uid: UID.message, verbs: ['read', 'create', 'update'], locales: LANGUAGES },
    { uid: UID.spot, verbs: ['read', 'create', 'update'] },
    { uid: UID.post, verbs: ['read', 'create', 'update'] },
    { uid: UID.account, verbs: ['read'] },
    { uid: UID.hashtagGroup, verbs: ['read', 'create', 'update'] },
    { uid: UID.gathering, verbs: ['read', 'create', 'update'] },
    ...JOURNALIST_READS.map((uid) => ({ uid, verbs: ['read'] as const })),
  ],
  library: 'own',
};

const REVIEWERS: readonly RoleSeed[] = (
  [
    ['fr', 'français'],
    ['bm', 'bambara'],
    ['snk', 'soninké'],
  ] as const
).map(([language, name]) => ({
  code: `yeelen-reviewer-${language}`,
  name: `Relecture – ${name}`,
  description: `Relit, corrige et publie les messages en ${name}.`,
  actions: [
    'desk.home.read',
    'desk.spots.read',
    'desk.spots.hear-master',
    'desk.messages.read',
    'desk.messages.review',
  ],
  documents: [
    { uid: UID.message, verbs: ['read'], locales: LANGUAGES },
    { uid: UID.message, verbs: ['create', 'update', 'publish'], locales: [language] },
    { uid: UID.theme, verbs: ['read'] },
    { uid: UID.spot, verbs: ['read'] },
  ],
  library: 'none',
}));

const CAMPAIGN_MANAGER: RoleSeed = {
  code: 'yeelen-campaign-manager',
  name: 'Responsable de campagne',
  description: 'Planifie les diffusions, approuve les publications, suit les résultats.',
  actions: [
    'desk.home.read',
    'desk.spots.read',
    'desk.spots.record',
    'desk.spots.hear-master',
    'desk.spots.prepare-again',
    'desk.spots.protect',
    'desk.spots.hear-protected',
    'desk.spots.erase-protected',
    'desk.audiograms.make',
    'desk.consents.record',
    'desk.consents.approve',
    'desk.messages.read',
    'desk.messages.submit',
    'desk.broadcast.read',
    'desk.broadcast.plan',
    'desk.broadcast.confirm',
    'desk.contracts.read',
    'desk.contracts.attest',
    'desk.as-run.import',
    'desk.recordings.erase',
    'desk.stations.issue-code',
    'desk.alerts.read',
    'desk.alerts.decide',
    'desk.alerts.acknowledge',
    'desk.stations.issue-link',
    'desk.posts.read',
    'desk.posts.plan',
    'desk.posts.approve',
    'desk.accounts.manage',
    'desk.posts.share',
    'desk.rumours.read',
    'desk.rumours.note',
    'desk.rumours.answer',
    'desk.results.read',
  ],
  documents: EVERY_TYPE.map((uid): DocumentGrant =>
    uid === UID.message
      ? { uid, verbs: ['read', 'create', 'update', 'delete', 'publish'], locales: LANGUAGES }
      : { uid, verbs: ['read', 'create', 'update', 'delete'] },
  ),
  library: 'all',
};

export const ROLE_SEEDS: readonly RoleSeed[] = [JOURNALIST, ...REVIEWERS, CAMPAIGN_MANAGER];

/** Fields that only the review itself may move. */
export const REVIEW_FIELDS: readonly string[] = ['reviewState', 'reviewNote', 'translatedFrom'];

type Permission = {
  readonly action: string;
  readonly subject: string | null;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly conditions: readonly string[];
};

type RoleService = {
  create(role: { code: string; name: string; description: string }): Promise<{ id: number }>;
  findOne(where: { code: string }): Promise<{ id: number } | null>;
  assignPermissions(roleId: number, permissions: readonly Permission[]): Promise<unknown>;
  deleteByIds(ids: readonly number[]): Promise<unknown>;
};

/**
 * Makes the campaign's roles once; what an administrator changes in them afterwards stays. Strapi's example roles
 * (editor, author) go, since they would see more than anybody here should.
 */
export async function seedRoles(strapi: Core.Strapi, now: Date): Promise<void> {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  for (const seed of ROLE_SEEDS) {
    await seedOnce(strapi, `role ${seed.code}`, now, async () => {
      const { code, name, description } = seed;
      const role =
        (await roles.findOne({ code })) ?? (await roles.create({ code, name, description }));
      await roles.assignPermissions(role.id, permissionsOf(strapi, seed));
    });
  }
  await seedOnce(strapi, 'roles of the bare system removed', now, async () => {
    for (const code of ['strapi-editor', 'strapi-author']) {
      const role = await roles.findOne({ code });
      if (role) await roles.deleteByIds([role.id]);
    }
  });
}

function permissionsOf(strapi: Core.Strapi, seed: RoleSeed): Permission[] {
  const ofDesk = seed.actions.map((action) => ({
    action: actionId(action),
    subject: null,
    properties: {},
    conditions: [],
  }));
  const ofDocuments = seed.documents.flatMap(({ uid, verbs, locales }) =>
    verbs.map((verb) => ({
      action: `plugin::content-manager.explorer.${verb}`,
      subject: uid,
      properties: {
        ...(verb === 'delete' || verb === 'publish'
          ? {}
          : { fields: fieldsFor(strapi, uid, verb) }),
        ...(locales === undefined ? {} : { locales }),
      },
      conditions: [],
    })),
  );
  return [...ofDesk, ...ofDocuments, ...permissionsOfLibrary(seed.library)];
}

/** Logos and evidence of gatherings. The library is private to the public (see private-library.ts). */
function permissionsOfLibrary(library: RoleSeed['library']): Permission[] {
  const conditions = library === 'own' ? ['admin::is-creator'] : [];
  const verbs = library === 'none' ? [] : ['read', 'assets.create', 'assets.update'];
  return verbs.map((verb) => ({
    action: `plugin::upload.${verb}`,
    subject: null,
    properties: {},
    conditions: verb === 'assets.create' ? [] : conditions,
  }));
}

function fieldsFor(strapi: Core.Strapi, uid: ContentTypeUid, verb: DocumentVerb): string[] {
  const service = strapi.plugin('content-manager').service('content-types') as unknown as {
    findContentType(uid: string): { attributes: Record<string, unknown> };
  };
  const all = Object.keys(service.findContentType(uid).attributes);
  const hidden = [
    'id',
    'documentId',
    'createdAt',
    'updatedAt',
    'publishedAt',
    'createdBy',
    'updatedBy',
    'locale',
    'localizations',
  ];
  const isWrite = verb === 'create' || verb === 'update';
  return all
    .filter((field) => !hidden.includes(field))
    .filter((field) => !(isWrite && uid === UID.message && REVIEW_FIELDS.includes(field)))
    .flatMap((field) => nestedFields(strapi, uid, field));
}

/** Permissions name the fields inside a component one by one, not the component. */
function nestedFields(strapi: Core.Strapi, uid: string, field: string): string[] {
  const model = strapi.contentTypes[uid as keyof typeof strapi.contentTypes] as unknown as Model;
  const attribute = model.attributes[field];
  return attribute === undefined ? [field] : expand(strapi, field, attribute);
}

type Attribute = { readonly type: string; readonly component?: string };
type Model = { readonly attributes: Readonly<Record<string, Attribute>> };

function expand(strapi: Core.Strapi, prefix: string, attribute: Attribute): string[] {
  if (attribute.type !== 'component' || attribute.component === undefined) return [prefix];
  const components = strapi.components as unknown as Readonly<Record<string, Model>>;
  const inner = components[attribute.component]?.attributes ?? {};
  return Object.entries(inner).flatMap(([name, nested]) =>
    expand(strapi, `${prefix}.${name}`, nested),
  );
}
