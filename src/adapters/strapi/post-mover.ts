import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import type { PostMove, PostMover } from '../../composition/ports';
import { asMoveDesk } from './acting-as';
import { documentsOf, UID } from './documents';

/** Undoes the transaction; nobody outside sees it. */
class NothingMoved extends Error {}

/**
 * Moves a document and its rows in one transaction.
 *
 * @param moveRows the rows' half, on that transaction; false undoes both.
 */
export function createPostMover(
  strapi: Core.Strapi,
  moveRows: (trx: Knex.Transaction, move: PostMove) => Promise<boolean>,
): PostMover {
  return {
    async move(move) {
      const { documentId, dueAt } = move;
      try {
        await strapi.db.transaction(async ({ trx }: { readonly trx: Knex.Transaction }) => {
          if (!(await moveRows(trx, move))) throw new NothingMoved();
          const data = { dueAt: dueAt.toISOString() };
          await asMoveDesk(() => documentsOf(strapi, UID.post).update({ documentId, data }));
        });
        return true;
      } catch (error) {
        if (error instanceof NothingMoved) return false;
        throw error;
      }
    },
  };
}
