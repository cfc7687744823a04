import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { connect, openTestDatabase, type TestDatabase } from '../../helpers/database';

describe('the operational database', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(() => database.close());

  it('writes ahead and puts every commit on disk', async () => {
    const journal = (await database.knex.raw('PRAGMA journal_mode')) as unknown;
    const synchronous = (await database.knex.raw('PRAGMA synchronous')) as unknown;
    expect(journal).toEqual([{ journal_mode: 'wal' }]);
    expect(synchronous).toEqual([{ synchronous: 2 }]);
  });

  it('refuses a rendition of a recording that does not exist', async () => {
    const orphan = database.knex('ops_renditions').insert({
      id: 'r1',
      spot_version_id: 'nobody',
      spot_code: '0042',
      profile_code: 'MP3',
      profile_hash: 'p',
      toolchain_hash: 't',
      storage_key: 'renditions/r1.mp3',
      file_name: 'r1.mp3',
      media_type: 'audio/mpeg',
      sha256: 's',
      size_bytes: 1,
      duration_seconds: 1,
      created_at: '2026-12-01T00:00:00.000Z',
    });
    await expect(orphan).rejects.toThrow(/FOREIGN KEY/);
  });

  it('is one file that a second connection can read', async () => {
    await database.knex('ops_seeded').insert({ key: 'stations', at: '2026-12-01T00:00:00.000Z' });
    const second = connect(database.file);
    expect(await second('ops_seeded').select('key')).toEqual([{ key: 'stations' }]);
    await second.destroy();
  });
});
