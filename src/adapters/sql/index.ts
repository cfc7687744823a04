import type { Knex } from 'knex';

import type { Ports } from '../../composition/ports';
import { createAiringStore } from './airing-store';
import { createApprovalStore } from './approval-store';
import { createAudiogramStore } from './audiogram-store';
import { createConsentStore } from './consent-store';
import { createDeliveryStore } from './delivery-store';
import { createJournal } from './journal';
import { createReceiptStore } from './receipt-store';
import { createRenditionStore } from './rendition-store';
import { createSlotStore } from './slot-store';
import { createSpotVersionStore } from './spot-version-store';
import { createStationAccessStore } from './station-access-store';
import { createUploadStore } from './upload-store';

export type SqlStores = Pick<
  Ports,
  | 'spotVersions'
  | 'renditions'
  | 'consents'
  | 'slots'
  | 'receipts'
  | 'airings'
  | 'stationAccess'
  | 'deliveries'
  | 'approvals'
  | 'uploads'
  | 'audiograms'
  | 'journal'
>;

/** All stores of operational rows on one connection pool. */
export function createSqlStores(knex: Knex): SqlStores {
  return {
    spotVersions: createSpotVersionStore(knex),
    renditions: createRenditionStore(knex),
    consents: createConsentStore(knex),
    slots: createSlotStore(knex),
    receipts: createReceiptStore(knex),
    airings: createAiringStore(knex),
    stationAccess: createStationAccessStore(knex),
    deliveries: createDeliveryStore(knex),
    approvals: createApprovalStore(knex),
    uploads: createUploadStore(knex),
    audiograms: createAudiogramStore(knex),
    journal: createJournal(knex),
  };
}
