/** Instants are ISO 8601 text in UTC with milliseconds: they sort as text, on SQLite as on PostgreSQL. */
export function toText(instant: Date): string {
  return instant.toISOString();
}

export function toInstant(text: string): Date {
  return new Date(text);
}

export function toInstantOrNull(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** SQLite answers 0 or 1 and PostgreSQL a boolean. */
export function toBoolean(value: number | boolean): boolean {
  return value === true || value === 1;
}

/** PostgreSQL answers bigints as text, because they may be larger than a number can be; sizes of files never are. */
export function toCount(value: number | string): number {
  return Number(value);
}

/** The rows of a raw question: SQLite answers them bare, PostgreSQL beside other things. */
export function rowsOfRaw(answer: unknown): unknown {
  const isWrapped = typeof answer === 'object' && answer !== null && 'rows' in answer;
  return isWrapped ? answer.rows : answer;
}

/** Both databases limit the parameters of one statement: long lists are asked for in parts. */
export function inParts<Item>(items: readonly Item[], size = 400): Item[][] {
  const parts: Item[][] = [];
  for (let start = 0; start < items.length; start += size) {
    parts.push(items.slice(start, start + size));
  }
  return parts;
}

/** Whether a write failed because something is there already: SQLite's word, or PostgreSQL's. */
export function isUniqueViolation(error: unknown): boolean {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return (
    code === 'SQLITE_CONSTRAINT_UNIQUE' ||
    code === 'SQLITE_CONSTRAINT_PRIMARYKEY' ||
    code === '23505'
  );
}
