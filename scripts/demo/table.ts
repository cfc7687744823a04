import path from 'node:path';

import Database from 'better-sqlite3';

import type { Json } from './desk';

export type TapeCounts = {
  readonly messages: number;
  readonly spots: number;
  readonly renditions: number;
  readonly stations: number;
  readonly slots: number;
  readonly downloaded: number;
  readonly confirmed: number;
  readonly posts: number;
  readonly gatherings: number;
  readonly reach: { readonly low: number; readonly central: number; readonly high: number };
};

const CONFIRMED = `FROM ops_airings a
  WHERE a.outcome IN ('aired', 'aired-at-another-time', 'unplanned')
    AND NOT EXISTS (SELECT 1 FROM ops_airings b WHERE b.supersedes = a.id)`;

/** Counts what an installation holds, from its database, with the reach that its results page answers. */
export async function countTape(folder: string, results: Json): Promise<TapeCounts> {
  return read(folder, (count) => ({
    messages: count(
      `SELECT COUNT(DISTINCT document_id) FROM messages WHERE published_at IS NOT NULL`,
    ),
    spots: count(`SELECT COUNT(*) FROM spots`),
    renditions: count(`SELECT COUNT(*) FROM ops_renditions`),
    stations: count(`SELECT COUNT(*) FROM stations`),
    slots: count(`SELECT COUNT(*) FROM ops_slots WHERE state = 'planned'`),
    downloaded: (results['downloads'] as { whole: number }).whole,
    confirmed: count(`SELECT COUNT(*) ${CONFIRMED}`),
    posts: count(`SELECT COUNT(*) FROM ops_deliveries WHERE state = 'sent'`),
    gatherings: count(`SELECT COUNT(*) FROM gatherings`),
    reach: reachOf(results),
  }));
}

/** What each station holds and answered, what was posted, and the reach. */
export async function printTable(folder: string, results: Json): Promise<void> {
  const lines = await read(folder, (_count, rows) => {
    const stations = rows(
      `SELECT s.code,
        (SELECT COUNT(*) FROM ops_slots o WHERE o.station_code = s.code AND o.state = 'planned') AS slots,
        (SELECT COUNT(DISTINCT rendition_id) FROM ops_receipts r WHERE r.station_code = s.code AND r.is_whole = 1) AS files,
        (SELECT COUNT(*) ${CONFIRMED} AND a.station_code = s.code) AS aired,
        (SELECT COUNT(*) FROM ops_airings a WHERE a.outcome = 'missed' AND a.station_code = s.code
          AND NOT EXISTS (SELECT 1 FROM ops_airings b WHERE b.supersedes = a.id)) AS missed
      FROM stations s ORDER BY s.code`,
    );
    const posts = rows(
      `SELECT state, COUNT(*) AS parts FROM ops_deliveries GROUP BY state ORDER BY state`,
    );
    return [
      row('Radio', 'Diffusions', 'Fichiers entiers', 'Confirmées', 'Manquées'),
      ...stations.map((s) => row(s['code'], s['slots'], s['files'], s['aired'], s['missed'])),
      '',
      ...posts.map(
        (post) => `  Publications « ${String(post['state'])} » : ${String(post['parts'])}`,
      ),
    ];
  });
  const { low, central, high } = reachOf(results);
  const number = new Intl.NumberFormat('fr-FR');
  process.stdout.write(`${lines.join('\n')}\n`);
  process.stdout.write(
    `  Portée estimée : ${number.format(low)} (bas) – ${number.format(central)} (central) – ${number.format(high)} (haut) personnes\n\n`,
  );
}

function row(...cells: readonly unknown[]): string {
  return `  ${cells.map((cell, index) => (index === 0 ? String(cell).padEnd(8) : String(cell).padStart(17))).join('')}`;
}

function reachOf(results: Json): TapeCounts['reach'] {
  const { total } = results['reach'] as { total: TapeCounts['reach'] | null };
  return {
    low: Math.round(total?.low ?? 0),
    central: Math.round(total?.central ?? 0),
    high: Math.round(total?.high ?? 0),
  };
}

async function read<Answer>(
  folder: string,
  ask: (
    count: (query: string) => number,
    rows: (query: string) => Record<string, unknown>[],
  ) => Answer,
): Promise<Answer> {
  const database = new Database(path.join(folder, 'data', 'yeelen.db'), { readonly: true });
  try {
    return ask(
      (query) => database.prepare(query).pluck().get() as number,
      (query) => database.prepare(query).all() as Record<string, unknown>[],
    );
  } finally {
    database.close();
  }
}
