import type { Knex } from 'knex';

import type { ManifestHead, ManifestStore } from '../../composition/ports';
import type { Manifest, ManifestFile } from '../../domain/delivery';
import { readManifest, writeManifest } from './manifest-body';
import { inParts, isUniqueViolation, rowsOfRaw, toText } from './rows';

type Row = {
  station_code: string;
  version: number;
  content_hash: string;
  frozen_at: string;
  body: string;
};
type HeadRow = {
  station_code: string;
  version: number;
  content_hash: string;
  time_zone: string;
  basis: string;
};
type FileRow = {
  station_code: string;
  file_name: string;
  spot_code: string;
  first_version: number;
};
type FetchRow = { station_code: string; version: number; first_at: string };
type SlotRow = {
  slot_id: string;
  station_code: string;
  rendition_id: string;
  version_number: number;
  manifest_version: number;
};

const TABLE = 'ops_manifests';
const HEADS = 'ops_manifest_heads';
const FILES = 'ops_manifest_files';
const SLOTS = 'ops_manifest_slots';
const FETCHES = 'ops_manifest_fetches';

/**
 * One row: counts and newest instants of what a list is made from. Slots are only ever added or cancelled, so two counts tell
 * any two states of them apart. The journal's newest line stands for whatever else a person changes.
 */
const MADE_FROM = `
  SELECT
    (SELECT COUNT(*) FROM ops_slots
      WHERE station_code = ? AND air_date BETWEEN ? AND ?) AS slots,
    (SELECT COUNT(*) FROM ops_slots
      WHERE station_code = ? AND air_date BETWEEN ? AND ? AND state = 'planned') AS planned,
    (SELECT COUNT(*) FROM ops_spot_versions) AS versions,
    (SELECT COUNT(*) FROM ops_spot_versions WHERE state = 'ready') AS ready_versions,
    (SELECT COUNT(*) FROM ops_renditions) AS renditions,
    (SELECT MAX(created_at) FROM ops_renditions) AS newest_rendition,
    (SELECT COUNT(*) FROM ops_consents) AS consents,
    (SELECT COUNT(*) FROM ops_consents WHERE withdrawn_at IS NOT NULL) AS withdrawn,
    (SELECT COUNT(*) FROM ops_consents WHERE approved_by IS NOT NULL) AS approved,
    (SELECT COUNT(*) FROM ops_notices WHERE ended_at IS NULL) AS open_notices,
    (SELECT COUNT(*) FROM ops_notices WHERE ended_at IS NULL AND in_force_at IS NOT NULL) AS in_force,
    (SELECT MAX(created_at) FROM ops_notices WHERE ended_at IS NULL) AS newest_notice,
    (SELECT MAX(at) FROM ops_journal) AS journal`;

function headOf(row: HeadRow): ManifestHead {
  return {
    stationCode: row.station_code,
    version: row.version,
    contentHash: row.content_hash,
    timeZone: row.time_zone,
    basis: row.basis,
  };
}

function rowOfHead(head: ManifestHead): HeadRow {
  return {
    station_code: head.stationCode,
    version: head.version,
    content_hash: head.contentHash,
    time_zone: head.timeZone,
    basis: head.basis,
  };
}

async function noteNames(
  knex: Knex,
  { stationCode, version }: Pick<ManifestHead, 'stationCode' | 'version'>,
  files: readonly Pick<ManifestFile, 'fileName' | 'spotCode'>[],
): Promise<void> {
  for (const part of inParts(files, 100)) {
    await knex<FileRow>(FILES)
      .insert(
        part.map(({ fileName, spotCode }) => ({
          station_code: stationCode,
          file_name: fileName,
          spot_code: spotCode,
          first_version: version,
        })),
      )
      .onConflict(['station_code', 'file_name'])
      .ignore();
  }
}

/** What hangs on a frozen list: the station's newest, the names it gave, the recording of each slot. */
async function noteWhatItNames(trx: Knex, manifest: Manifest, head: ManifestHead): Promise<void> {
  await trx<HeadRow>(HEADS).insert(rowOfHead(head)).onConflict('station_code').merge();
  const { stationCode, version } = manifest;
  await noteNames(trx, { stationCode, version }, manifest.files);
  const fileOf = new Map(manifest.files.map((file) => [file.spotCode, file]));
  const pins = manifest.slots.flatMap(({ slotId, spotCode }): SlotRow[] => {
    const file = fileOf.get(spotCode);
    if (file === undefined) return [];
    return [
      {
        slot_id: slotId,
        station_code: stationCode,
        rendition_id: file.renditionId,
        version_number: file.versionNumber,
        manifest_version: version,
      },
    ];
  });
  for (const part of inParts(pins, 100)) {
    await trx<SlotRow>(SLOTS).insert(part).onConflict('slot_id').merge();
  }
}

/** A list is asked for at every request and never changes: so many are kept as they were read. */
const LISTS_KEPT = 64;

/** Frozen lists as JSON text, one row a version. */
export function createManifestStore(knex: Knex): ManifestStore {
  const kept = new Map<string, Manifest>();
  const keep = (key: string, manifest: Manifest) => {
    kept.delete(key);
    kept.set(key, manifest);
    const [oldest] = kept.keys();
    if (kept.size > LISTS_KEPT && oldest !== undefined) kept.delete(oldest);
    return manifest;
  };
  return {
    async head(stationCode) {
      const row = await knex<HeadRow>(HEADS).where({ station_code: stationCode }).first();
      return row === undefined ? null : headOf(row);
    },
    async byVersion(stationCode, version) {
      const key = `${stationCode} ${version}`;
      const known = kept.get(key);
      if (known !== undefined) return keep(key, known);
      const row = await knex<Row>(TABLE).where({ station_code: stationCode, version }).first();
      return row === undefined ? null : keep(key, readManifest(row.body));
    },
    async add(manifest, head) {
      try {
        await knex.transaction(async (trx) => {
          await trx<Row>(TABLE).insert({
            station_code: manifest.stationCode,
            version: manifest.version,
            content_hash: head.contentHash,
            frozen_at: toText(manifest.frozenAt),
            body: writeManifest(manifest),
          });
          await noteWhatItNames(trx, manifest, head);
        });
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },
    async keepBasis({ stationCode, version, timeZone, basis }) {
      await knex<HeadRow>(HEADS)
        .where({ station_code: stationCode, version })
        .update({ time_zone: timeZone, basis });
    },
    async basis(stationCode, from, to) {
      const days = [stationCode, from, to];
      const rows: unknown = await knex.raw(MADE_FROM, [...days, ...days]);
      return JSON.stringify(rowsOfRaw(rows));
    },
    noteCopies: (head, copies) => noteNames(knex, head, copies),
    async noteFetched(stationCode, version, at) {
      await knex<FetchRow>(FETCHES)
        .insert({ station_code: stationCode, version, first_at: toText(at) })
        .onConflict(['station_code', 'version'])
        .ignore();
    },
    async newestFetched() {
      const rows = await knex<FetchRow>(FETCHES)
        .groupBy('station_code')
        .select('station_code')
        .max({ version: 'version' });
      return new Map(
        rows.map(({ station_code, version }) => [String(station_code), Number(version)]),
      );
    },
    async namesGiven(stationCode, spotCodes) {
      const names = new Map<string, string[]>();
      for (const part of inParts(spotCodes)) {
        const rows = await knex<FileRow>(FILES)
          .where({ station_code: stationCode })
          .whereIn('spot_code', part)
          .orderBy('file_name')
          .select('spot_code', 'file_name');
        for (const { spot_code, file_name } of rows) {
          names.set(spot_code, [...(names.get(spot_code) ?? []), file_name]);
        }
      }
      return names;
    },
    async wasGiven(stationCode, fileName) {
      const row = await knex<FileRow>(FILES)
        .where({ station_code: stationCode, file_name: fileName })
        .first();
      return row !== undefined;
    },
    async sweep(before) {
      await knex<Row>(TABLE)
        .where('frozen_at', '<', toText(before))
        .whereNotExists(
          knex(HEADS)
            .select(knex.raw('1'))
            .whereRaw('ops_manifest_heads.station_code = ops_manifests.station_code')
            .whereRaw('ops_manifest_heads.version = ops_manifests.version'),
        )
        .delete();
    },
  };
}
