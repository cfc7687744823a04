import type { HandPost } from '../../domain/social';

/** What people put on channels by hand; append-only. */
export interface HandPostStore {
  /** False when the entry that it takes back was taken back before. */
  add(entry: HandPost): Promise<boolean>;
  byId(id: string): Promise<HandPost | null>;
  /** Oldest first. */
  ofPost(postCode: string): Promise<readonly HandPost[]>;
}
