import type { Knex } from 'knex';
import { z } from 'zod';

import type { DeliveryAttempt, DeliveryGuard, DeliveryStore } from '../../composition/ports';
import { DELIVERY_EVENTS } from '../../domain/social';
import type { DeliveryChange } from '../../domain/social';
import { deliveryOfRow } from './delivery-row';
import { inParts } from './rows';

/**
 * The very words of the partial index `ops_deliveries_living`: with bound values SQLite would not use it, and the
 * heartbeat would read every post ever sent.
 */
const LIVING = `state IN ('queued', 'sending', 'unknown')`;

const attemptShape = z.object({
  delivery_id: z.string(),
  at: z.string().transform((text) => new Date(text)),
  event: z.enum(DELIVERY_EVENTS),
  words: z.string(),
});

function attemptOfRow(row: unknown): DeliveryAttempt {
  const { delivery_id: deliveryId, ...read } = attemptShape.parse(row);
  return { deliveryId, ...read };
}

const text = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** Only the columns that the change names: an absent one keeps its value. */
function columnsOf(change: DeliveryChange): Record<string, string | number | null> {
  const columns: Record<string, string | number | null> = {};
  if (change.state !== undefined) columns['state'] = change.state;
  if (change.claim !== undefined) columns['claim'] = change.claim;
  if (change.leaseUntil !== undefined) columns['lease_until'] = text(change.leaseUntil);
  if (change.sendStartedAt !== undefined) columns['send_started_at'] = text(change.sendStartedAt);
  if (change.notBefore !== undefined) columns['not_before'] = text(change.notBefore);
  if (change.attempts !== undefined) columns['attempts'] = change.attempts;
  if (change.remoteId !== undefined) columns['remote_id'] = change.remoteId;
  if (change.remoteUrl !== undefined) columns['remote_url'] = change.remoteUrl;
  if (change.sentAt !== undefined) columns['sent_at'] = text(change.sentAt);
  if (change.lastWords !== undefined) columns['last_words'] = change.lastWords;
  return columns;
}

/** Adds what must hold in the same statement that writes: what was read before may have changed since. */
function guarded(update: Knex.QueryBuilder, guard: DeliveryGuard): Knex.QueryBuilder {
  if (guard.state !== undefined) void update.where('state', guard.state);
  if (guard.approval !== undefined) {
    void update
      .where('approval_hash', guard.approval.hash)
      .whereRaw(
        `EXISTS (SELECT 1 FROM ops_approvals a
                 WHERE a.post_code = ops_deliveries.post_code AND a.hash = ops_deliveries.approval_hash)`,
      )
      .whereRaw(
        `(SELECT COUNT(*) FROM ops_consents c WHERE c.subject_kind = 'post'
            AND c.subject_code = ops_deliveries.post_code AND c.withdrawn_at IS NOT NULL) = ?`,
        [guard.approval.withdrawnConsents],
      );
    const { film = null } = guard.approval;
    if (film !== null) {
      void update.whereRaw(
        `(SELECT COUNT(*) FROM ops_consents c WHERE c.subject_kind = 'spot'
            AND c.subject_code = ? AND c.withdrawn_at IS NOT NULL) = ?`,
        [film.spotCode, film.withdrawnConsents],
      );
    }
  }
  return update;
}

/** The rows that the heartbeat asks for, as a query: a test looks at how the database answers it. */
export function dueQuery(knex: Knex, now: Date, limit: number): Knex.QueryBuilder {
  const at = now.toISOString();
  return knex('ops_deliveries')
    .whereRaw(LIVING)
    .where('not_before', '<=', at)
    .where((row) => void row.whereNull('lease_until').orWhere('lease_until', '<=', at))
    .orderBy('not_before')
    .limit(limit);
}

/** Deliveries in rows. Every change raises the version, so that what was read before can no longer be claimed. */
export function createDeliveryStore(knex: Knex): DeliveryStore {
  const rows = () => knex('ops_deliveries');
  const read = async (query: PromiseLike<unknown[]>) => (await query).map(deliveryOfRow);

  return {
    async byId(id) {
      const row: unknown = await rows().where({ id }).first();
      return row === undefined ? null : deliveryOfRow(row);
    },

    ofPost: (postCode) => read(rows().where({ post_code: postCode }).orderBy('idempotency_key')),
    all: () => read(rows().orderBy(['created_at', 'idempotency_key'])),
    living: () => read(rows().whereRaw(LIVING).orderBy('not_before')),
    due: (now, limit) => read(dueQuery(knex, now, limit)),

    async claim(delivery, claim, leaseUntil) {
      const version = delivery.version + 1;
      const taken = await rows()
        .where({ id: delivery.id, version: delivery.version })
        .update({ version, claim, lease_until: leaseUntil.toISOString() });
      return taken === 1 ? { ...delivery, version, claim, leaseUntil } : null;
    },

    writeClaimed(id, claim, decision, at, guard = {}) {
      return knex.transaction(async (trx) => {
        const update = guarded(trx('ops_deliveries').where({ id, claim }), guard);
        const { remoteId } = decision.change;
        if (typeof remoteId === 'string') {
          void update.whereRaw(
            `NOT EXISTS (SELECT 1 FROM ops_deliveries o WHERE o.account_code = ops_deliveries.account_code
                           AND o.remote_id = ? AND o.id <> ops_deliveries.id)`,
            [remoteId],
          );
        }
        const written = await update.update({
          ...columnsOf(decision.change),
          version: trx.raw('version + 1'),
        });
        if (written !== 1) return false;
        if (decision.event === null) return true;
        await trx('ops_delivery_attempts').insert({
          delivery_id: id,
          at: at.toISOString(),
          event: decision.event,
          words: decision.words,
        });
        return true;
      });
    },

    removeQueued(postCode, at) {
      return knex.transaction(async (trx) => {
        // The write comes first: it takes the write lock, so that nothing read below can change meanwhile.
        const withdrawn: unknown[] = await trx('ops_deliveries')
          .where({ post_code: postCode, state: 'queued' })
          .update({
            state: 'failed',
            claim: null,
            lease_until: null,
            version: trx.raw('version + 1'),
          })
          .returning(['id']);
        const each = z.array(z.object({ id: z.string() })).parse(withdrawn);
        // A try that the account's own trouble ended counts as none, and has its history all the same.
        const begun = new Set<string>();
        for (const part of inParts(each.map(({ id }) => id))) {
          const found: unknown = await trx('ops_delivery_attempts')
            .whereIn('delivery_id', part)
            .where('event', 'sending')
            .pluck('delivery_id');
          for (const id of z.array(z.string()).parse(found)) begun.add(id);
        }
        const untried = each.filter(({ id }) => !begun.has(id)).map(({ id }) => id);
        await trx('ops_delivery_attempts').whereIn('delivery_id', untried).delete();
        await trx('ops_deliveries').whereIn('id', untried).delete();
        const tried = each.filter(({ id }) => begun.has(id));
        for (const { id } of tried) {
          await trx('ops_delivery_attempts').insert({
            delivery_id: id,
            at: at.toISOString(),
            event: 'approval-voided',
            words: '',
          });
        }
        return each.length;
      });
    },

    async takenRemoteIds(accountCode, remoteIds) {
      const taken = new Set<string>();
      for (const part of inParts(remoteIds)) {
        const found: unknown = await rows()
          .where('account_code', accountCode)
          .whereNotNull('remote_id')
          .whereIn('remote_id', part)
          .pluck('remote_id');
        for (const remoteId of z.array(z.string()).parse(found)) taken.add(remoteId);
      }
      return taken;
    },

    async attempts(deliveryId) {
      const lines: unknown[] = await knex('ops_delivery_attempts')
        .where({ delivery_id: deliveryId })
        .orderBy('id');
      return lines.map(attemptOfRow);
    },

    async allAttempts() {
      const lines: unknown[] = await knex('ops_delivery_attempts').orderBy('id');
      return lines.map(attemptOfRow);
    },
  };
}
