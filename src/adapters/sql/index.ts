import type { Knex } from 'knex';

import type { Ports } from '../../composition/ports';
import { createAccountStateStore } from './account-state-store';
import { createAiringRecordingStore } from './airing-recording-store';
import { createAiringStore } from './airing-store';
import { createApprovalStore } from './approval-store';
import { createAttestationStore } from './attestation-store';
import { createChecksumStore } from './checksum-store';
import { createAudiogramStore } from './audiogram-store';
import { createConsentStore } from './consent-store';
import { createDeliveryStore } from './delivery-store';
import { createDeliveryTokenStore } from './delivery-token-store';
import { createFlightStore } from './flight-store';
import { createHandPostStore } from './hand-post-store';
import { createInsightStore } from './insight-store';
import { createJournal } from './journal';
import { createManifestStore } from './manifest-store';
import { createNoticeStore } from './notice-store';
import { createNudgeMailStore } from './nudge-mail-store';
import { createReceiptStore } from './receipt-store';
import { createRenditionStore } from './rendition-store';
import { createRumourStore } from './rumour-store';
import { createSlotStore } from './slot-store';
import { createSmsMessageStore } from './sms-message-store';
import { createSpendingStore } from './spending-store';
import { createSpotVersionStore } from './spot-version-store';
import { createStationAccessStore } from './station-access-store';
import { createStationLinkStore } from './station-link-store';
import { createStationDayStore } from './station-day-store';
import { createUploadStore } from './upload-store';

export { createAccountSecretStore } from './account-secret-store';

export type SqlStores = Pick<
  Ports,
  | 'spotVersions'
  | 'renditions'
  | 'consents'
  | 'slots'
  | 'flights'
  | 'receipts'
  | 'notices'
  | 'nudgeMails'
  | 'manifests'
  | 'checksums'
  | 'deliveryTokens'
  | 'airings'
  | 'attestations'
  | 'airingRecordings'
  | 'stationDays'
  | 'smsMessages'
  | 'stationAccess'
  | 'stationLinks'
  | 'deliveries'
  | 'approvals'
  | 'handPosts'
  | 'insights'
  | 'rumours'
  | 'uploads'
  | 'audiograms'
  | 'accountStates'
  | 'spending'
  | 'journal'
>;

export { movePostRows } from './move-post';

/** All stores of operational rows on one connection pool. */
export function createSqlStores(knex: Knex): SqlStores {
  return {
    spotVersions: createSpotVersionStore(knex),
    renditions: createRenditionStore(knex),
    consents: createConsentStore(knex),
    slots: createSlotStore(knex),
    flights: createFlightStore(knex),
    receipts: createReceiptStore(knex),
    notices: createNoticeStore(knex),
    nudgeMails: createNudgeMailStore(knex),
    manifests: createManifestStore(knex),
    checksums: createChecksumStore(knex),
    deliveryTokens: createDeliveryTokenStore(knex),
    airings: createAiringStore(knex),
    attestations: createAttestationStore(knex),
    airingRecordings: createAiringRecordingStore(knex),
    stationDays: createStationDayStore(knex),
    smsMessages: createSmsMessageStore(knex),
    stationAccess: createStationAccessStore(knex),
    stationLinks: createStationLinkStore(knex),
    deliveries: createDeliveryStore(knex),
    approvals: createApprovalStore(knex),
    handPosts: createHandPostStore(knex),
    insights: createInsightStore(knex),
    rumours: createRumourStore(knex),
    uploads: createUploadStore(knex),
    audiograms: createAudiogramStore(knex),
    accountStates: createAccountStateStore(knex),
    spending: createSpendingStore(knex),
    journal: createJournal(knex),
  };
}
