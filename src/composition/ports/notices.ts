import type { Acknowledgement, Notice } from '../../domain/delivery';

/** Urgent messages and recalls, and which stations know of them. */
export interface NoticeStore {
  /** Adds it; one that is there already, by id, is left as it is. */
  add(notice: Notice): Promise<void>;
  byId(id: string): Promise<Notice | null>;
  /** In force, or waiting for a second approval. Their number does not grow with what ended long ago. */
  open(): Promise<readonly Notice[]>;
  ofSpot(spotCode: string): Promise<readonly Notice[]>;
  all(): Promise<readonly Notice[]>;
  /** What is open, and what ended since an instant. */
  since(instant: Date): Promise<readonly Notice[]>;
  /** Open ones whose time to end has come. */
  dueToEnd(now: Date): Promise<readonly Notice[]>;
  /** The second approval; false when it was approved or ended already. */
  approve(id: string, by: string, at: Date): Promise<boolean>;
  /** False when it had ended already. */
  end(id: string, by: string, at: Date): Promise<boolean>;
  /** One for each notice and station: a second one changes nothing and answers false. */
  acknowledge(acknowledgement: Acknowledgement): Promise<boolean>;
  acknowledgements(noticeIds: readonly string[]): Promise<readonly Acknowledgement[]>;
}
