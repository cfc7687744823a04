/** The table that says the same as a chart, as plain text: whoever prints it escapes it. */
export type ChartTable = {
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The total, when rows of this table may be added; else null. */
  readonly footer: readonly string[] | null;
};
