import type { Delivery, InsightSnapshot } from '../../domain/social';

/** A published part, with the ages that were looked at already. */
export type DueInsight = {
  readonly delivery: Delivery;
  readonly looked: ReadonlySet<number>;
};

/** Figures of published posts. A look is kept once for each delivery and age, and never changed. */
export interface InsightStore {
  /** Published parts of which some age is due and was not looked at; those sent before `since` are left alone. */
  due(now: Date, since: Date, limit: number): Promise<readonly DueInsight[]>;
  /** Keeps a look with its figures, both or none; false when that age of the delivery was looked at before. */
  keep(
    look: { readonly deliveryId: string; readonly ageHours: number; readonly at: Date },
    figures: readonly InsightSnapshot[],
  ): Promise<boolean>;
  all(): Promise<readonly InsightSnapshot[]>;
}
