import type { Knex } from 'knex';
import { z } from 'zod';

import type { InsightStore } from '../../composition/ports';
import { addMinutes } from '../../domain/shared';
import { INSIGHT_AGES_HOURS, type InsightSnapshot } from '../../domain/social';
import { deliveryOfRow } from './delivery-row';
import { isUniqueViolation, toInstant, toText } from './rows';

const LOOKS = 'ops_insight_looks';
const FIGURES = 'ops_insights';

type LookRow = { delivery_id: string; age_hours: number; looked_at: string };
type FigureRow = {
  delivery_id: string;
  age_hours: InsightSnapshot['ageHours'];
  metric: string;
  kind: InsightSnapshot['kind'];
  value: number;
  taken_at: string;
};

const idOf = z.object({ id: z.string() });

/** Looks at published posts and their figures; only ever added. */
export function createInsightStore(knex: Knex): InsightStore {
  return {
    async due(now, since, limit) {
      const rows: unknown[] = await knex('ops_deliveries')
        .where('state', 'sent')
        .whereNotNull('remote_id')
        .where('sent_at', '>=', toText(since))
        .where((some) => {
          for (const age of INSIGHT_AGES_HOURS) {
            void some.orWhere((one) => {
              void one.where('sent_at', '<=', toText(addMinutes(now, -age * 60))).whereRaw(
                `NOT EXISTS (SELECT 1 FROM ${LOOKS} l
                             WHERE l.delivery_id = ops_deliveries.id AND l.age_hours = ?)`,
                [age],
              );
            });
          }
        })
        .orderBy('sent_at')
        .limit(limit);
      const ids = rows.map((row) => idOf.parse(row).id);
      const looks = await knex<LookRow>(LOOKS).whereIn('delivery_id', ids);
      return rows.map((row) => {
        const delivery = deliveryOfRow(row);
        const looked = looks.filter((look) => look.delivery_id === delivery.id);
        return { delivery, looked: new Set(looked.map((look) => look.age_hours)) };
      });
    },

    async keep({ deliveryId, ageHours, at }, figures) {
      try {
        await knex.transaction(async (trx) => {
          await trx<LookRow>(LOOKS).insert({
            delivery_id: deliveryId,
            age_hours: ageHours,
            looked_at: toText(at),
          });
          const rows = figures.map((figure) => ({
            delivery_id: figure.deliveryId,
            age_hours: figure.ageHours,
            metric: figure.metric,
            kind: figure.kind,
            value: figure.value,
            taken_at: toText(figure.takenAt),
          }));
          if (rows.length > 0) await trx<FigureRow>(FIGURES).insert(rows);
        });
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },

    async all() {
      const rows = await knex<FigureRow>(FIGURES).orderBy(['taken_at', 'delivery_id', 'metric']);
      return rows.map((row) => ({
        deliveryId: row.delivery_id,
        ageHours: row.age_hours,
        metric: row.metric,
        kind: row.kind,
        value: row.value,
        takenAt: toInstant(row.taken_at),
      }));
    },
  };
}
