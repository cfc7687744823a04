import Database from 'better-sqlite3';

/**
 * A backup is older than its network: what waited to be sent when it was taken, and was due since, may be out. Such posts
 * become unknown, so that the network's timeline is read before any of them goes out again; a restored database would
 * otherwise send them twice.
 *
 * @param databaseFile of a server that does not run.
 * @returns how many.
 */
export function doubtDeliveries(databaseFile: string, now: Date): number {
  const database = new Database(databaseFile, { fileMustExist: true });
  try {
    const known = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'ops_deliveries'`);
    // A house that never started has no posts either.
    if (known.get() === undefined) return 0;
    const at = now.toISOString();
    return database.transaction(() => {
      const doubted = database
        .prepare<[string], { id: string }>(
          `SELECT id FROM ops_deliveries
           WHERE state = 'queued' AND json_extract(content, '$.dueAt') <= ?`,
        )
        .all(at);
      const doubt = database.prepare(
        `UPDATE ops_deliveries SET state = 'unknown', claim = NULL, lease_until = NULL, not_before = ?,
           send_started_at = COALESCE(send_started_at, json_extract(content, '$.dueAt')), version = version + 1
         WHERE id = ?`,
      );
      const note = database.prepare(
        `INSERT INTO ops_delivery_attempts (delivery_id, at, event, words) VALUES (?, ?, 'unknown', ?)`,
      );
      for (const { id } of doubted) {
        doubt.run(at, id);
        note.run(id, at, 'Restored from a backup: it may be out already.');
      }
      return doubted.length;
    })();
  } finally {
    database.close();
  }
}
