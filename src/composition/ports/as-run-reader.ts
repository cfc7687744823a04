import type { AsRunRow } from '../../domain/broadcast';

/** Whose file it looks like, by its first line. */
export type AsRunProgram = 'libretime' | 'azuracast' | 'radiodj' | 'table' | 'lines';

export type AsRunFile =
  | {
      readonly kind: 'read';
      readonly program: AsRunProgram;
      readonly encoding: string;
      readonly rows: readonly AsRunRow[];
    }
  | AsRunFileRefusal;

/** Why a file cannot be read as a playout log. */
export type AsRunFileRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly maximumBytes: number }
  | { readonly kind: 'too-many-lines'; readonly maximumLines: number }
  | { readonly kind: 'workbook' }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'broken-table'; readonly lineNumber: number };

/** Reads the playout log of a station's program: its encoding, its separator, its columns. */
export interface AsRunReader {
  readonly maximumBytes: number;
  read(content: Uint8Array): AsRunFile;
}
