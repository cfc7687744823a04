import { z } from 'zod';

import { DELIVERY_STATES } from '../../domain/social';
import type { Delivery, DeliveryContent } from '../../domain/social';
import { LANGUAGES } from '../../domain/shared';

const instant = z.string().transform((text) => new Date(text));

const contentShape = z.object({
  postCode: z.string(),
  accountCode: z.string(),
  language: z.enum(LANGUAGES),
  text: z.string(),
  altText: z.string(),
  pictureKey: z.string().nullable(),
  pictureSha256: z.string().nullable(),
  dueAt: instant,
  lateToleranceMinutes: z.number(),
});

const rowShape = z.object({
  id: z.string(),
  idempotency_key: z.string(),
  content: z.string(),
  approval_hash: z.string(),
  approved_by: z.string(),
  state: z.enum(DELIVERY_STATES),
  version: z.number(),
  claim: z.string().nullable(),
  lease_until: instant.nullable(),
  send_started_at: instant.nullable(),
  not_before: instant,
  attempts: z.number(),
  remote_id: z.string().nullable(),
  remote_url: z.string().nullable(),
  sent_at: instant.nullable(),
  last_words: z.string().nullable(),
});

/** Reads a row of `ops_deliveries`. Throws when the row is not what the migration promises. */
export function deliveryOfRow(row: unknown): Delivery {
  const read = rowShape.parse(row);
  return {
    id: read.id,
    idempotencyKey: read.idempotency_key,
    content: contentShape.parse(JSON.parse(read.content)),
    approvalHash: read.approval_hash,
    approvedBy: read.approved_by,
    state: read.state,
    version: read.version,
    claim: read.claim,
    leaseUntil: read.lease_until,
    sendStartedAt: read.send_started_at,
    notBefore: read.not_before,
    attempts: read.attempts,
    remoteId: read.remote_id,
    remoteUrl: read.remote_url,
    sentAt: read.sent_at,
    lastWords: read.last_words,
  };
}

/** Frozen content as the text of a column; instants in UTC. */
export function contentColumn(content: DeliveryContent): string {
  return JSON.stringify({ ...content, dueAt: content.dueAt.toISOString() });
}
