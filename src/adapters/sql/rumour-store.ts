import type { Knex } from 'knex';

import type { RumourStore } from '../../composition/ports';
import type { Hearing, Rumour } from '../../domain/outreach';
import { toCount, toInstant, toText } from './rows';

const TABLE = 'ops_rumours';
const HEARINGS = 'ops_rumour_hearings';

type Row = {
  id: string;
  kind: Rumour['kind'];
  text: string;
  language: Rumour['language'];
  risk: Rumour['risk'];
  noted_at: string;
  noted_by: string;
  verified_at: string | null;
  verified_by: string | null;
  answer: string | null;
  answer_source: string | null;
  message_code: string | null;
  spot_code: string | null;
  answered_at: string | null;
  answered_by: string | null;
  revision: number;
};

type HearingRow = {
  rumour_id: string;
  place: number;
  day: string;
  heard_on: Hearing['heardOn'];
  zone_code: string | null;
};

function toRow({ verified, answer, ...rumour }: Rumour): Row {
  return {
    id: rumour.id,
    kind: rumour.kind,
    text: rumour.text,
    language: rumour.language,
    risk: rumour.risk,
    noted_at: toText(rumour.notedAt),
    noted_by: rumour.notedBy,
    verified_at: verified === null ? null : toText(verified.at),
    verified_by: verified?.by ?? null,
    answer: answer?.text ?? null,
    answer_source: answer?.source ?? null,
    message_code: answer?.messageCode ?? null,
    spot_code: answer?.spotCode ?? null,
    answered_at: answer === null ? null : toText(answer.at),
    answered_by: answer?.by ?? null,
    revision: rumour.revision,
  };
}

function fromRow(row: Row, hearings: readonly HearingRow[]): Rumour {
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    language: row.language,
    risk: row.risk,
    hearings: hearings.map(({ day, heard_on, zone_code }) => ({
      day,
      heardOn: heard_on,
      zoneCode: zone_code,
    })),
    notedAt: toInstant(row.noted_at),
    notedBy: row.noted_by,
    verified:
      row.verified_at === null
        ? null
        : { at: toInstant(row.verified_at), by: row.verified_by ?? '' },
    answer:
      row.answered_at === null
        ? null
        : {
            text: row.answer ?? '',
            source: row.answer_source ?? '',
            messageCode: row.message_code,
            spotCode: row.spot_code,
            at: toInstant(row.answered_at),
            by: row.answered_by ?? '',
          },
    revision: row.revision,
  };
}

function hearingRows({ id, hearings }: Rumour, from: number): HearingRow[] {
  return hearings.slice(from).map((hearing, index) => ({
    rumour_id: id,
    place: from + index,
    day: hearing.day,
    heard_on: hearing.heardOn,
    zone_code: hearing.zoneCode,
  }));
}

/** Rumours with their hearings; a hearing is only ever added. */
export function createRumourStore(knex: Knex): RumourStore {
  const hearingsOf = (id: string) =>
    knex<HearingRow>(HEARINGS).where({ rumour_id: id }).orderBy('place');
  return {
    async add(rumour) {
      await knex.transaction(async (trx) => {
        await trx<Row>(TABLE).insert(toRow(rumour));
        await trx<HearingRow>(HEARINGS).insert(hearingRows(rumour, 0));
      });
    },

    save: (rumour) =>
      knex.transaction(async (trx) => {
        const changed = await trx<Row>(TABLE)
          .where({ id: rumour.id, revision: rumour.revision - 1 })
          .update(toRow(rumour));
        if (changed !== 1) return false;
        const counted = await trx<HearingRow>(HEARINGS)
          .where({ rumour_id: rumour.id })
          .count<{ count: number | string }[]>({ count: '*' });
        const added = hearingRows(rumour, toCount(counted[0]?.count ?? 0));
        if (added.length > 0) await trx<HearingRow>(HEARINGS).insert(added);
        return true;
      }),

    async byId(id) {
      const row = await knex<Row>(TABLE).where({ id }).first();
      return row === undefined ? null : fromRow(row, await hearingsOf(id));
    },

    async all() {
      const rows = await knex<Row>(TABLE).orderBy('noted_at');
      const hearings = await knex<HearingRow>(HEARINGS).orderBy('place');
      const byRumour = new Map<string, HearingRow[]>();
      for (const hearing of hearings) {
        byRumour.set(hearing.rumour_id, [...(byRumour.get(hearing.rumour_id) ?? []), hearing]);
      }
      return rows.map((row) => fromRow(row, byRumour.get(row.id) ?? []));
    },
  };
}
