import type { Knex } from 'knex';

import type { CartDays, Rendition } from '../../domain/audio';
import type { RenditionStore } from '../../composition/ports';
import { toCount, toInstant, toText } from './rows';

type Row = {
  id: string;
  spot_version_id: string;
  spot_code: string;
  profile_code: string;
  profile_hash: string;
  toolchain_hash: string;
  /** `2026-12-01/2026-12-31`; empty, not null: an index takes every null for another value. */
  cart_days: string;
  storage_key: string;
  file_name: string;
  media_type: string;
  sha256: string;
  size_bytes: number | string;
  duration_seconds: number;
  loudness_lufs: number | null;
  true_peak_dbtp: number | null;
  created_at: string;
};

const TABLE = 'ops_renditions';

function toRow(rendition: Rendition): Row {
  return {
    id: rendition.id,
    spot_version_id: rendition.spotVersionId,
    spot_code: rendition.spotCode,
    profile_code: rendition.profileCode,
    profile_hash: rendition.profileHash,
    toolchain_hash: rendition.toolchainHash,
    cart_days: daysToText(rendition.cartDays),
    storage_key: rendition.storageKey,
    file_name: rendition.fileName,
    media_type: rendition.mediaType,
    sha256: rendition.sha256,
    size_bytes: rendition.sizeBytes,
    duration_seconds: rendition.durationSeconds,
    loudness_lufs: rendition.loudnessLufs,
    true_peak_dbtp: rendition.truePeakDbtp,
    created_at: toText(rendition.createdAt),
  };
}

function fromRow(row: Row): Rendition {
  return {
    id: row.id,
    spotVersionId: row.spot_version_id,
    spotCode: row.spot_code,
    profileCode: row.profile_code,
    profileHash: row.profile_hash,
    toolchainHash: row.toolchain_hash,
    cartDays: daysFromText(row.cart_days),
    storageKey: row.storage_key,
    fileName: row.file_name,
    mediaType: row.media_type,
    sha256: row.sha256,
    sizeBytes: toCount(row.size_bytes),
    durationSeconds: row.duration_seconds,
    loudnessLufs: row.loudness_lufs,
    truePeakDbtp: row.true_peak_dbtp,
    createdAt: toInstant(row.created_at),
  };
}

function daysToText(days: CartDays | null): string {
  return days === null ? '' : `${days.flightStart}/${days.flightEnd}`;
}

function daysFromText(text: string): CartDays | null {
  const [flightStart, flightEnd] = text.split('/');
  if (flightStart === undefined || flightEnd === undefined) return null;
  return { flightStart, flightEnd };
}

/** Prepared files: one a (version, profile, toolchain, days inside), so that the same work is done once. */
export function createRenditionStore(knex: Knex): RenditionStore {
  const rows = () => knex<Row>(TABLE).orderBy(['created_at', 'profile_code']).select();
  return {
    async add(rendition) {
      const identity = {
        spot_version_id: rendition.spotVersionId,
        profile_hash: rendition.profileHash,
        toolchain_hash: rendition.toolchainHash,
        cart_days: daysToText(rendition.cartDays),
      };
      await knex<Row>(TABLE)
        .insert(toRow(rendition))
        .onConflict(['spot_version_id', 'profile_hash', 'toolchain_hash', 'cart_days'])
        .ignore();
      const [row] = await rows().where(identity);
      return row === undefined ? rendition : fromRow(row);
    },
    async byId(id) {
      const [row] = await rows().where({ id });
      return row === undefined ? null : fromRow(row);
    },
    async ofVersion(spotVersionId) {
      return (await rows().where({ spot_version_id: spotVersionId })).map(fromRow);
    },
    async all() {
      return (await rows()).map(fromRow);
    },
  };
}
