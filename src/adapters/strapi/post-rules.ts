import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import type { Voices } from '../../domain/consent';
import { isPictureDesk } from './acting-as';
import { documentsOf, UID } from './documents';
import { refuseDocument, type DocumentCall } from './document-call';
import { countConsents, refuseDeclaredDown } from './voices-rules';

type Current = { readonly code: string; readonly depicts: Voices };

/**
 * What holds for posts whoever writes them: a photograph comes by the desk alone, which cleans it; who is seen on it is not
 * declared away after a consent; and a code never serves twice, or an old consent would speak for a new face.
 */
export async function keepPostRules(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  const data = call.params.data;
  if (data === undefined) return;
  keepPicture(call, data);
  if (call.action !== 'update') {
    await refuseUsedCode(strapi, data['code']);
    return;
  }
  const { documentId } = call.params;
  if (documentId === undefined || !('depicts' in data)) return;
  const row = await documentsOf(strapi, UID.post).findOne({ documentId });
  const current = row as Current | null;
  if (current === null) return;
  const subject = { kind: 'post', code: current.code } as const;
  await refuseDeclaredDown(strapi, subject, current.depicts, data['depicts']);
}

/** The key names a file of the store. A form may take the picture away; a copy of a post starts without one. */
function keepPicture(call: DocumentCall, data: Record<string, unknown>): void {
  if (isPictureDesk()) return;
  if (call.action === 'clone') data['pictureKey'] = null;
  else if (data['pictureKey'] !== null) Reflect.deleteProperty(data, 'pictureKey');
}

async function refuseUsedCode(strapi: Core.Strapi, code: unknown): Promise<void> {
  if (typeof code !== 'string') return;
  // One that stands is refused by the platform: a code is unique.
  if ((await documentsOf(strapi, UID.post).count({ filters: { code } })) > 0) return;
  const recorded = await countConsents(strapi, { kind: 'post', code });
  const deliveries: unknown = await strapi.db.transaction(
    async ({ trx }: { readonly trx: Knex.Transaction }) =>
      trx('ops_deliveries').where({ post_code: code }).select('id').limit(1),
  );
  const isSentBefore = Array.isArray(deliveries) && deliveries.length > 0;
  if (recorded > 0 || isSentBefore) {
    refuseDocument(`Le code ${code} a déjà servi à une publication : donnez-en un autre.`);
  }
}
