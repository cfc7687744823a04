import type { Core } from '@strapi/strapi';

import type { System } from '../../composition/ports';
import { keepAccountOwner, keepPartnerNames, renameOwners } from './account-owners';
import { isMoveDesk, isProtectionDesk } from './acting-as';
import type { DocumentCall } from './document-call';
import { documentsOf, UID } from './documents';
import { checkGatheringDocument } from './gathering-rules';
import { guardLocale } from './locale-guard';
import { keepMessageRules } from './message-rules';
import { keepPostAccounts, offerOpenAccounts, type ClosedTo } from './post-accounts';
import { checkHashtagGroup, keepPostRules } from './post-rules';
import { checkReferenceDocument } from './reference-rules';
import { checkSoundCheckDocument } from './sound-check-rules';
import { keepSpotRules } from './spot-rules';
import { keepAiringStation } from './station-rules';
import { personOfVisitor } from './visitor';

const WRITES: readonly string[] = ['create', 'update', 'clone'];

/** What the rest of the house wants to know of documents, once they are stored. */
export type DocumentNews = {
  /** A post was edited or deleted: what was approved is no longer what it says. */
  readonly onPostChanged: (postCode: string) => Promise<unknown>;
  /** A delivery profile was made or edited: files are wanting. */
  readonly onProfileChanged: () => Promise<unknown>;
  /** A form protected a witness: what was made of their voice comes back from everywhere. Nobody by name for a script. */
  readonly onSpotProtected: (spotCode: string, person: string | null) => Promise<unknown>;
};

/** What the rules of documents have to ask the rest of the house. */
export type DocumentQuestions = {
  readonly closedTo: ClosedTo;
};

/**
 * What holds for documents whoever writes them and by whatever door: the admin, the API, a script.
 * Each rule throws a sentence in French for the person at the desk.
 */
export function installDocumentRules(
  strapi: Core.Strapi,
  system: System,
  news: DocumentNews,
  questions: DocumentQuestions,
): void {
  offerOpenAccounts(strapi, questions.closedTo);
  strapi.documents.use(async (context, next) => {
    const call = context as unknown as DocumentCall;
    const renamed = await keepPartnerNames(strapi, call);
    const write = async () => {
      await keepRules(strapi, call, system, questions);
      const written = await next();
      await renameOwners(strapi, renamed);
      return written;
    };
    const postCode = await changedPost(strapi, call);
    const openSpot = await unprotectedSpot(strapi, call);
    // The spot and its code are written together or not at all: a spot that is refused uses up no code. So are a
    // partner's new name and its accounts.
    const isWhole = givesCode(call) || renamed.length > 0;
    const answer = isWhole ? await strapi.db.transaction(write) : await write();
    if (postCode !== null) await afterCommit(strapi, () => news.onPostChanged(postCode));
    if (call.uid === UID.profile && WRITES.includes(call.action)) {
      await afterCommit(strapi, news.onProfileChanged);
    }
    if (openSpot !== null && call.params.data?.['isProtected'] === true) {
      const person = personOfVisitor(strapi);
      await afterCommit(strapi, () => news.onSpotProtected(openSpot, person));
    }
    return answer;
  });
}

/**
 * The code of a spot whose witness was not protected before a form's change; the page *Spots* acts by itself. Only the
 * moment of protection counts: a later save must not recall the voice that has replaced the witness's.
 */
async function unprotectedSpot(strapi: Core.Strapi, call: DocumentCall): Promise<string | null> {
  const { documentId } = call.params;
  const isChange = call.uid === UID.spot && call.action === 'update' && !isProtectionDesk();
  if (!isChange || documentId === undefined) return null;
  const spot = (await documentsOf(strapi, UID.spot).findOne({ documentId })) as {
    readonly code: string;
    readonly isProtected?: boolean | null;
  } | null;
  return spot === null || spot.isProtected === true ? null : spot.code;
}

function givesCode(call: DocumentCall): boolean {
  return call.uid === UID.spot && (call.action === 'create' || call.action === 'clone');
}

async function keepRules(
  strapi: Core.Strapi,
  call: DocumentCall,
  system: System,
  { closedTo }: DocumentQuestions,
): Promise<void> {
  await guardLocale(strapi, call);
  if (call.uid === UID.message) await keepMessageRules(strapi, call);
  if (call.uid === UID.station) await keepAiringStation(strapi, call);
  if (!WRITES.includes(call.action)) return;
  if (call.uid === UID.soundCheck) checkSoundCheckDocument(call);
  if (call.uid === UID.spot) await keepSpotRules(strapi, call, system);
  if (call.uid === UID.post) {
    await keepPostRules(strapi, call);
    await keepPostAccounts(strapi, call, closedTo);
  }
  if (call.uid === UID.account) await keepAccountOwner(strapi, call);
  if (call.uid === UID.hashtagGroup) checkHashtagGroup(call);
  if (call.uid === UID.gathering) await checkGatheringDocument(strapi, call, system);
  await checkReferenceDocument(strapi, call);
}

async function changedPost(strapi: Core.Strapi, call: DocumentCall): Promise<string | null> {
  const { documentId } = call.params;
  const isChange = call.action === 'update' || call.action === 'delete';
  if (call.uid !== UID.post || !isChange || documentId === undefined || isMoveDesk()) return null;
  const post = (await documentsOf(strapi, UID.post).findOne({ documentId })) as {
    readonly code?: string;
  } | null;
  return post?.code ?? null;
}

/**
 * Acts once the change is stored. Inside a transaction of the caller that means after its end: SQLite has one
 * connection, and what follows wants it.
 */
async function afterCommit(strapi: Core.Strapi, act: () => Promise<unknown>): Promise<void> {
  if (!strapi.db.inTransaction()) {
    await act();
    return;
  }
  await strapi.db.transaction(({ onCommit }: { readonly onCommit: (act: () => void) => void }) => {
    onCommit(() => {
      act().catch((error: unknown) =>
        strapi.log.error(`After a document changed: ${String(error)}`),
      );
    });
    return Promise.resolve();
  });
}
