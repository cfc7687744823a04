import { z } from 'zod';

import { DELIVERY_STATES, MEDIA_KINDS, NETWORKS } from '../../domain/social';
import type { Delivery, DeliveryContent } from '../../domain/social';
import { LANGUAGES } from '../../domain/shared';

const instant = z.string().transform((text) => new Date(text));

/** Rows of the time when the simulator was the only network and a picture the only medium say neither. */
const contentShape = z.object({
  postCode: z.string(),
  accountCode: z.string(),
  network: z.enum(NETWORKS).default('simulator'),
  language: z.enum(LANGUAGES),
  text: z.string(),
  altText: z.string(),
  mediaKind: z.enum(MEDIA_KINDS).optional(),
  pictureKey: z.string().nullable(),
  pictureSha256: z.string().nullable(),
  dueAt: instant,
  lateToleranceMinutes: z.number(),
  notAfter: instant.nullable().default(null),
});

function contentOf(column: string): DeliveryContent {
  const { mediaKind, ...content } = contentShape.parse(JSON.parse(column));
  const isPhoto = content.pictureKey?.startsWith('pictures/') === true;
  return { ...content, mediaKind: mediaKind ?? (isPhoto ? 'photo' : 'card') };
}

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
    content: contentOf(read.content),
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

/** Frozen content as the text of a column; instants as ISO 8601 in UTC. */
export function contentColumn(content: DeliveryContent): string {
  return JSON.stringify(content);
}
