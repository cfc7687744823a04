import { existsSync } from 'node:fs';

import Database from 'better-sqlite3';

/**
 * A copy of the SQLite database as of one instant, taken while others write to it, and checked.
 * @throws Error when there is no database or the copy fails SQLite's own integrity check
 */
export async function copyDatabase(file: string, target: string): Promise<void> {
  if (!existsSync(file)) throw new Error(`Aucune base de données à cet endroit : ${file}.`);
  const source = new Database(file, { readonly: true, fileMustExist: true });
  try {
    // In one step: with small steps each write of the server would make the copy begin again.
    await source.backup(target, { progress: () => 1_000_000 });
  } finally {
    source.close();
  }
  const copy = new Database(target);
  try {
    // One file without a journal beside it.
    copy.pragma('journal_mode = DELETE');
    const answer = copy.pragma('integrity_check', { simple: true });
    if (answer !== 'ok')
      throw new Error(`La base de données est abîmée (integrity_check) : ${String(answer)}`);
  } finally {
    copy.close();
  }
}
