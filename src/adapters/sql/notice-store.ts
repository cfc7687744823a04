import type { Knex } from 'knex';

import type { NoticeStore } from '../../composition/ports';
import { RECALL_REASONS, type Acknowledgement, type Notice } from '../../domain/delivery';
import { inParts, isUniqueViolation, toInstant, toInstantOrNull, toText } from './rows';

type Row = {
  id: string;
  kind: Notice['kind'];
  spot_code: string;
  reason: string;
  station_codes: string;
  created_by: string;
  created_at: string;
  in_force_at: string | null;
  approved_by: string | null;
  ended_at: string | null;
  ended_by: string | null;
  ends_at: string | null;
  recall_reason: string | null;
  note: string | null;
};
type AcknowledgementRow = { notice_id: string; station_code: string; by: string; at: string };

const TABLE = 'ops_notices';
const ACKNOWLEDGEMENTS = 'ops_acknowledgements';

function fromRow(row: Row): Notice {
  return {
    id: row.id,
    kind: row.kind,
    spotCode: row.spot_code,
    reason: row.reason,
    stationCodes: row.station_codes.split(' ').filter((code) => code !== ''),
    createdBy: row.created_by,
    createdAt: toInstant(row.created_at),
    inForceAt: toInstantOrNull(row.in_force_at),
    approvedBy: row.approved_by,
    endedAt: toInstantOrNull(row.ended_at),
    endedBy: row.ended_by,
    endsAt: toInstantOrNull(row.ends_at),
    recallReason: RECALL_REASONS.find((reason) => reason === row.recall_reason) ?? null,
    note: row.note ?? '',
  };
}

function acknowledgementOf(row: AcknowledgementRow): Acknowledgement {
  return {
    noticeId: row.notice_id,
    stationCode: row.station_code,
    by: row.by,
    at: toInstant(row.at),
  };
}

/** Notices change by compare-and-set; acknowledgements are only ever added. */
export function createNoticeStore(knex: Knex): NoticeStore {
  const rows = () => knex<Row>(TABLE).orderBy('created_at').select();
  return {
    async add(notice) {
      try {
        await knex<Row>(TABLE).insert({
          id: notice.id,
          kind: notice.kind,
          spot_code: notice.spotCode,
          reason: notice.reason,
          station_codes: notice.stationCodes.join(' '),
          created_by: notice.createdBy,
          created_at: toText(notice.createdAt),
          in_force_at: notice.inForceAt === null ? null : toText(notice.inForceAt),
          approved_by: notice.approvedBy,
          ended_at: notice.endedAt === null ? null : toText(notice.endedAt),
          ended_by: notice.endedBy,
          ends_at: notice.endsAt ? toText(notice.endsAt) : null,
          recall_reason: notice.recallReason ?? null,
          note: notice.note ?? null,
        });
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
      }
    },
    async byId(id) {
      const row = await knex<Row>(TABLE).where({ id }).first();
      return row === undefined ? null : fromRow(row);
    },
    async open() {
      return (await rows().whereNull('ended_at')).map(fromRow);
    },
    async ofSpot(spotCode) {
      return (await rows().where({ spot_code: spotCode })).map(fromRow);
    },
    async all() {
      return (await rows()).map(fromRow);
    },
    async since(instant) {
      const living = knex<Row>(TABLE)
        .whereNull('ended_at')
        .orWhere('ended_at', '>=', toText(instant));
      return (await living.orderBy('created_at').select()).map(fromRow);
    },
    async dueToEnd(now) {
      const due = rows().whereNull('ended_at').where('ends_at', '<=', toText(now));
      return (await due).map(fromRow);
    },
    async approve(id, by, at) {
      const changed = await knex<Row>(TABLE)
        .where({ id })
        .whereNull('in_force_at')
        .whereNull('ended_at')
        .update({ approved_by: by, in_force_at: toText(at) });
      return changed === 1;
    },
    async end(id, by, at) {
      const changed = await knex<Row>(TABLE)
        .where({ id })
        .whereNull('ended_at')
        .update({ ended_by: by, ended_at: toText(at) });
      return changed === 1;
    },
    async acknowledge({ noticeId, stationCode, by, at }) {
      try {
        await knex<AcknowledgementRow>(ACKNOWLEDGEMENTS).insert({
          notice_id: noticeId,
          station_code: stationCode,
          by,
          at: toText(at),
        });
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },
    async acknowledgements(noticeIds) {
      const found: AcknowledgementRow[] = [];
      for (const part of inParts(noticeIds)) {
        const rowsOfPart = await knex<AcknowledgementRow>(ACKNOWLEDGEMENTS)
          .whereIn('notice_id', part)
          .orderBy('at')
          .select();
        found.push(...rowsOfPart);
      }
      return found.map(acknowledgementOf);
    },
  };
}
