import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import type { Voices } from '../../domain/consent';
import { isWebAddress, readHashtags } from '../../domain/social';
import { postRefusalSentence } from '../../wording/social';
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
  checkLink(data['link']);
  checkNetworkTexts(data['networkTexts']);
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

/** Both name a file of the store. A form may take it away; a copy of a post starts without one. */
function keepPicture(call: DocumentCall, data: Record<string, unknown>): void {
  if (isPictureDesk()) return;
  for (const field of ['pictureKey', 'film']) {
    if (call.action === 'clone') data[field] = null;
    else if (data[field] !== null) Reflect.deleteProperty(data, field);
  }
}

/** What the post says of a link is said at once, not at the approval. */
function checkLink(link: unknown): void {
  if (typeof link !== 'string' || link.trim() === '' || isWebAddress(link.trim())) return;
  refuseDocument(postRefusalSentence({ kind: 'bad-link' }, 'utc'));
}

type NetworkTextRow = { readonly network?: unknown; readonly language?: unknown };

/** One text for each network and language: of two, nobody could say which goes out. */
function checkNetworkTexts(rows: unknown): void {
  if (!Array.isArray(rows)) return;
  const places = (rows as readonly NetworkTextRow[]).map(
    ({ network, language }) => `${String(network)}/${String(language)}`,
  );
  if (new Set(places).size < places.length) {
    refuseDocument(
      'Deux textes sont écrits pour le même réseau et la même langue : gardez-en un seul.',
    );
  }
}

/** What holds for a group of hashtags: each of its words is one. */
export function checkHashtagGroup(call: DocumentCall): void {
  const written = call.params.data?.['hashtags'];
  if (typeof written !== 'string') return;
  const { hashtags, wrong } = readHashtags(written);
  if (wrong.length > 0) {
    refuseDocument(
      `Ce n’est pas un mot-dièse : ${wrong.join(', ')}. Il s’écrit avec des lettres, des chiffres et le trait bas, sans espace ni tiret.`,
    );
  }
  if (hashtags.length === 0) refuseDocument('Écrivez un mot-dièse au moins, par exemple #Kayes.');
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
