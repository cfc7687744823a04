import type { ReactNode } from 'react';

/** What Strapi's edit view gives a panel, and what it shows of the answer. Null: not on this content type. */
export type EditViewPanel = (context: {
  readonly model: string;
  /** Absent while the document has not been saved. */
  readonly documentId?: string | undefined;
  readonly document?: Readonly<Record<string, unknown>> | undefined;
}) => { readonly title: string; readonly content: ReactNode } | null;
