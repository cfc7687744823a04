import type { Knex } from 'knex';
import { z } from 'zod';

import type { Approval, ApprovalStore } from '../../composition/ports';
import { idempotencyKeyOf } from '../../domain/social';
import { contentColumn } from './delivery-row';

const rowShape = z.object({
  post_code: z.string(),
  hash: z.string(),
  approved_by: z.string(),
  approved_at: z.string().transform((text) => new Date(text)),
});

function approvalOfRow(row: unknown): { readonly postCode: string; readonly approval: Approval } {
  const read = rowShape.parse(row);
  return {
    postCode: read.post_code,
    approval: { hash: read.hash, by: read.approved_by, at: read.approved_at },
  };
}

/** What a part takes over when it is queued again: everything but its identity and its history. */
const QUEUED_AGAIN = `
  INSERT INTO ops_deliveries (id, idempotency_key, post_code, account_code, content, approval_hash, approved_by,
                              state, version, not_before, attempts, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', 0, ?, 0, ?)
  ON CONFLICT (idempotency_key) DO UPDATE SET
    content = excluded.content, approval_hash = excluded.approval_hash, approved_by = excluded.approved_by,
    state = 'queued', version = ops_deliveries.version + 1, claim = NULL, lease_until = NULL, send_started_at = NULL,
    not_before = excluded.not_before, attempts = 0, last_words = NULL
  WHERE ops_deliveries.state IN ('failed', 'missed')
     OR (ops_deliveries.state = 'queued' AND ops_deliveries.approval_hash <> excluded.approval_hash)
  RETURNING id`;

/** Rows that a raw statement with RETURNING answers: a list on SQLite, inside an object on PostgreSQL. */
const returned = z.union([
  z.array(z.unknown()),
  z.object({ rows: z.array(z.unknown()) }).transform(({ rows }) => rows),
]);

/** Approvals in rows, beside the parts that they allow to go out. */
export function createApprovalStore(knex: Knex): ApprovalStore {
  return {
    grant(postCode, approval, parts) {
      return knex.transaction(async (trx) => {
        await trx('ops_approvals')
          .insert({
            post_code: postCode,
            hash: approval.hash,
            approved_by: approval.by,
            approved_at: approval.at.toISOString(),
          })
          .onConflict('post_code')
          .merge();
        let queued = 0;
        for (const { id, content } of parts) {
          const answer: unknown = await trx.raw(QUEUED_AGAIN, [
            id,
            idempotencyKeyOf(content),
            postCode,
            content.accountCode,
            contentColumn(content),
            approval.hash,
            approval.by,
            content.dueAt.toISOString(),
            approval.at.toISOString(),
          ]);
          queued += returned.parse(answer).length;
        }
        return queued;
      });
    },

    async of(postCode) {
      const row: unknown = await knex('ops_approvals').where({ post_code: postCode }).first();
      return row === undefined ? null : approvalOfRow(row).approval;
    },

    async all() {
      const rows: unknown[] = await knex('ops_approvals');
      return new Map(rows.map(approvalOfRow).map(({ postCode, approval }) => [postCode, approval]));
    },

    async void(postCode) {
      return (await knex('ops_approvals').where({ post_code: postCode }).delete()) > 0;
    },
  };
}
