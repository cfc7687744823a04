import type { Knex } from 'knex';

import type { PostMove } from '../../composition/ports';
import { idempotencyKeyOf } from '../../domain/social';
import { contentColumn } from './delivery-row';

/** Parts that may take another time; one that was sent or taken back stays as it is. */
const MOVABLE = ['queued', 'missed', 'failed'];

/**
 * The rows' half of a move, on the transaction that also writes the document. The approval is written first: that takes the
 * write lock, and from there on no send can begin under the old hash.
 *
 * @returns false when the approval no longer stands or a part is under way: the caller undoes the transaction.
 */
export async function movePostRows(trx: Knex.Transaction, move: PostMove): Promise<boolean> {
  const { postCode, standingHash, approval, contents } = move;
  const signed = await trx('ops_approvals')
    .where({ post_code: postCode, hash: standingHash })
    .update({
      hash: approval.hash,
      approved_by: approval.by,
      approved_at: approval.at.toISOString(),
    });
  if (signed !== 1) return false;
  const underWay: unknown = await trx('ops_deliveries')
    .where({ post_code: postCode })
    .whereIn('state', ['sending', 'unknown'])
    .first('id');
  if (underWay !== undefined) return false;

  for (const content of contents) {
    const ids: unknown[] = await trx('ops_deliveries')
      .where({ idempotency_key: idempotencyKeyOf(content), approval_hash: standingHash })
      .whereIn('state', MOVABLE)
      .pluck('id');
    for (const id of ids.map(String)) {
      await trx('ops_deliveries')
        .where({ id })
        .update({
          content: contentColumn(content),
          approval_hash: approval.hash,
          approved_by: approval.by,
          state: 'queued',
          version: trx.raw('version + 1'),
          claim: null,
          lease_until: null,
          send_started_at: null,
          not_before: content.dueAt.toISOString(),
          attempts: 0,
          last_words: null,
        });
      await trx('ops_delivery_attempts').insert({
        delivery_id: id,
        at: approval.at.toISOString(),
        event: 'moved',
        words: '',
      });
    }
  }
  return true;
}
