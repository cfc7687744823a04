import type { Rumour } from '../../domain/outreach';

/** Rumours and questions, without any person. */
export interface RumourStore {
  add(rumour: Rumour): Promise<void>;
  /** Writes what changed, with the hearings added; false when somebody changed it meanwhile. */
  save(rumour: Rumour): Promise<boolean>;
  byId(id: string): Promise<Rumour | null>;
  /** Oldest first. */
  all(): Promise<readonly Rumour[]>;
}
