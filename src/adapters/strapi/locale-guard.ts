import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { isLanguage, LANGUAGES, SOURCE_LANGUAGE } from '../../domain/shared';
import { UID } from './documents';
import type { DocumentCall } from './document-call';
import { abilityOfVisitor, type Ability } from './visitor';

/** Which permission each call of the document service needs. */
const VERB_OF_ACTION: Readonly<Record<string, string>> = {
  create: 'create',
  clone: 'create',
  update: 'update',
  discardDraft: 'update',
  delete: 'delete',
  publish: 'publish',
  unpublish: 'publish',
};

type PermissionsManager = { toSubject(document: { locale: string }): unknown };
type PermissionService = {
  createPermissionsManager(of: {
    ability: Ability;
    action: string;
    model: string;
  }): PermissionsManager;
};

/**
 * Holds people to the languages of their role. Stock Strapi checks the locale of a document that exists but not of the
 * one being created: a Bambara text could be written by somebody allowed French alone. It also stores any locale, even
 * one that does not exist.
 */
export function guardLocale(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  const verb = VERB_OF_ACTION[call.action];
  if (verb === undefined || call.uid !== UID.message) return Promise.resolve();

  const locales = localesOf(call.params.locale);
  const unknown = locales.find((locale) => !isLanguage(locale));
  if (unknown !== undefined) {
    throw new errors.ValidationError(
      `La langue « ${unknown.slice(0, 20)} » n’existe pas ici. Choisissez le français (fr), le bambara (bm) ou le soninké (snk).`,
    );
  }

  const ability = abilityOfVisitor(strapi);
  if (ability === null) return Promise.resolve();
  const action = `plugin::content-manager.explorer.${verb}`;
  const permissions = strapi.service('admin::permission') as unknown as PermissionService;
  const manager = permissions.createPermissionsManager({ ability, action, model: call.uid });
  const isAllowed = locales.every((locale) => ability.can(action, manager.toSubject({ locale })));
  if (!isAllowed) {
    throw new errors.ForbiddenError(
      'Votre rôle ne permet pas cela dans cette langue. Demandez à la personne qui relit cette langue.',
    );
  }
  return Promise.resolve();
}

/** No locale means the default one; `*` means all of them. */
function localesOf(locale: DocumentCall['params']['locale']): readonly string[] {
  if (locale === undefined || locale === null || locale === '') return [SOURCE_LANGUAGE];
  if (locale === '*') return LANGUAGES;
  return typeof locale === 'string' ? [locale] : locale;
}
