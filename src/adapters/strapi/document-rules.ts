import type { Core } from '@strapi/strapi';

import type { System } from '../../composition/ports';
import type { DocumentCall } from './document-call';
import { UID } from './documents';
import { checkGatheringDocument } from './gathering-rules';
import { guardLocale } from './locale-guard';
import { keepMessageRules } from './message-rules';
import { checkReferenceDocument } from './reference-rules';
import { keepSpotRules } from './spot-rules';

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
