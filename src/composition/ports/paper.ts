export type PaperCell = string | { readonly text: string; readonly isBold: boolean };

export type PaperColumn = {
  readonly header: string;
  /** Its part of the width of the page, against those of the other columns. */
  readonly share: number;
  readonly align?: 'left' | 'right';
};

/** What stands on a page, from top to bottom. */
export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly size?: 'small' | 'normal' | 'large';
      readonly isBold?: boolean;
    }
  /** Names and what belongs to them, one a line. */
  | {
      readonly kind: 'facts';
      readonly facts: readonly { readonly name: string; readonly value: string }[];
    }
  /** In a frame, in the largest letters: what is typed off the page. */
  | { readonly kind: 'code'; readonly code: string; readonly lines: readonly string[] }
  /** One thing to do, kept together: a heading line with a number, lines below, boxes to tick. */
  | {
      readonly kind: 'task';
      readonly number: string;
      readonly when: string;
      readonly title: string;
      readonly lines: readonly string[];
      readonly ticks: readonly string[];
      /** A label and a line to write on with a pen. */
      readonly blank: string;
    }
  /** A thing that is not to be done any more: struck out, with a word below it that says so. */
  | {
      readonly kind: 'struck';
      readonly number: string;
      readonly when: string;
      readonly title: string;
      readonly line: string;
    }
  /** A text to read aloud: large, open lines. */
  | {
      readonly kind: 'reading';
      readonly title: string;
      readonly text: string;
      /** White on black above it. */
      readonly mark?: string;
    }
  | {
      readonly kind: 'table';
      readonly columns: readonly PaperColumn[];
      /** The head comes again on each page. */
      readonly rows: readonly (readonly PaperCell[])[];
      readonly isLastRowTotal?: boolean;
    }
  /** Places to sign in, side by side, below a line of words; kept together. */
  | { readonly kind: 'signatures'; readonly lead: string; readonly labels: readonly string[] };

/** A document to print in black on white, A4. */
export type Paper = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** Stands at the foot of each page, before its number. */
  readonly foot: string;
  /** « Page 1 sur 3 ». */
  readonly pageLabel: (page: number, pages: number) => string;
  /** Of its facts, never of the printing: the same paper gives the same bytes. */
  readonly madeAt: Date;
  readonly heading: { readonly over: string; readonly main: string; readonly under: string };
  readonly blocks: readonly PaperBlock[];
};

/** Lays out a paper as PDF with the letters of all our languages inside; the same paper gives the same bytes. */
export interface PaperPrinter {
  print(paper: Paper): Promise<Buffer>;
}
