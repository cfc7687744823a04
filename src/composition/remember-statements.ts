/** What of a native SQLite connection is used here. */
export type NativeConnection = { prepare(sql: string): unknown };

/** The statements of a busy hour; lists of another length are statements of their own. */
const REMEMBERED = 400;

/** Asked again and again; the beginning and end of a transaction among them. */
const WORTH_REMEMBERING = /^\s*(?:select|insert|update|delete|with|begin|commit)\b/i;

/**
 * Lets a connection keep its compiled statements. Knex has the same SQL compiled again for each query, which costs more than
 * most of ours then take; a statement that was in use least recently gives way.
 * @param connection of better-sqlite3, which runs one statement at a time: none is asked for while it runs
 */
export function rememberStatements(connection: NativeConnection): void {
  const compile = connection.prepare.bind(connection);
  const remembered = new Map<string, unknown>();
  connection.prepare = (sql: string) => {
    if (!WORTH_REMEMBERING.test(sql)) {
      // It may change a table, or take such a change back: statements from before are out of date.
      remembered.clear();
      return compile(sql);
    }
    const statement = remembered.get(sql) ?? compile(sql);
    remembered.delete(sql);
    remembered.set(sql, statement);
    if (remembered.size > REMEMBERED) {
      const [oldest] = remembered.keys();
      if (oldest !== undefined) remembered.delete(oldest);
    }
    return statement;
  };
}
