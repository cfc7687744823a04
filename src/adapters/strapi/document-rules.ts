import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { System } from '../../composition/ports';
import { UID } from './documents';
import { checkGatheringDocument } from './gathering-rules';
import { guardLocale } from './locale-guard';
import { keepMessageRules } from './message-rules';
import { checkReferenceDocument } from './reference-rules';
import { keepSpotRules } from './spot-rules';

/** A call of the document service, as its middlewares see it. */
export type DocumentCall = {
  readonly uid: string;
  readonly action: string;
  params: {
    documentId?: string;
    locale?: string | readonly string[] | null;
    data?: Record<string, unknown>;
  };
};

const WRITES: readonly string[] = ['create', 'update', 'clone'];

/**
 * What holds for documents whoever writes them and by whatever door: the admin, the API, a script.
 * Each rule throws a sentence in French for the person at the desk.
 */
export function installDocumentRules(strapi: Core.Strapi, system: System): void {
  strapi.documents.use(async (context, next) => {
    const call = context as unknown as DocumentCall;
    await guardLocale(strapi, call);
    if (call.uid === UID.message) await keepMessageRules(strapi, call);
    if (WRITES.includes(call.action)) {
      if (call.uid === UID.spot) await keepSpotRules(strapi, call, system);
      if (call.uid === UID.gathering) await checkGatheringDocument(strapi, call, system);
      await checkReferenceDocument(strapi, call);
    }
    return next();
  });
}

/** Refuses a document with a sentence that says what to do. The admin shows it as it is. */
export function refuseDocument(sentence: string): never {
  throw new errors.ApplicationError(sentence);
}
