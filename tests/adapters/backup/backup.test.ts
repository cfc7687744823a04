import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import Database from 'better-sqlite3';
import * as tar from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createArchive } from '../../../scripts/archive/create-archive';
import { digestOfFile } from '../../../scripts/archive/digest';
import { verifyArchive } from '../../../scripts/archive/read-archive';
import { restoreArchive } from '../../../scripts/archive/restore-archive';

let folder: string;
const at = (...parts: string[]) => path.join(folder, ...parts);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yeelen-backup-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function write(file: string, content: string | Buffer): void {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), content);
}

/** A database in WAL with one table of spots, open as the server holds it. */
function openDatabase(file: string): Database.Database {
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE IF NOT EXISTS spots (code TEXT PRIMARY KEY, master TEXT)');
  return database;
}

function spotCodes(file: string): unknown[] {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare('SELECT code FROM spots ORDER BY code').pluck().all();
  } finally {
    database.close();
  }
}

const backup = (archiveFile = at('backup.tar.gz')) =>
  createArchive({
    databaseFile: at('data', 'yeelen.db'),
    mediaFolder: at('media'),
    archiveFile,
    version: '0.1.0',
    takenAt: new Date('2026-11-23T18:00:00Z'),
  });

const emptyTarget = (name = 'second') => ({
  dataFolder: at(name, 'data'),
  mediaFolder: at(name, 'media'),
});

/** An archive by a stranger's hand: the manifest as told, then the files as told. */
async function forge(
  files: readonly { path: string; content: string }[],
  manifestFiles?: readonly { path: string; sizeBytes: number; sha256: string }[],
): Promise<string> {
  const described = [];
  for (const file of files) {
    write(path.join('forge', file.path), file.content);
    described.push({ path: file.path, ...(await digestOfFile(at('forge', file.path))) });
  }
  const manifest = {
    format: 1,
    product: 'yeelen',
    version: '0.1.0',
    takenAt: '2026-11-23T18:00:00.000Z',
    files: manifestFiles ?? described,
  };
  write('forge/manifest.json', JSON.stringify(manifest));
  await tar.create({ file: at('forged.tar.gz'), cwd: at('forge'), gzip: true, portable: true }, [
    'manifest.json',
    ...files.map((file) => file.path),
  ]);
  return at('forged.tar.gz');
}

describe('a backup taken while the server runs', () => {
  it('brings the spots and their recordings back on a second machine', async () => {
    const server = openDatabase(at('data', 'yeelen.db'));
    server.prepare('INSERT INTO spots VALUES (?, ?)').run('0042', 'masters/0042.wav');
    write('media/masters/0042.wav', 'recording of 0042');
    write('media/renditions/0042/kay.mp3', Buffer.alloc(200_000, 7));

    const manifest = await backup();
    expect(manifest.files.map((file) => file.path)).toEqual([
      'database/yeelen.db',
      'media/masters/0042.wav',
      'media/renditions/0042/kay.mp3',
    ]);
    // The server goes on writing: the backup is of the moment it was taken.
    server.prepare('INSERT INTO spots VALUES (?, ?)').run('0043', 'masters/0043.wav');
    server.close();

    const target = emptyTarget();
    await restoreArchive(at('backup.tar.gz'), target);
    expect(spotCodes(path.join(target.dataFolder, 'yeelen.db'))).toEqual(['0042']);
    expect(readFileSync(path.join(target.mediaFolder, 'masters/0042.wav'), 'utf8')).toBe(
      'recording of 0042',
    );
    expect(await digestOfFile(path.join(target.mediaFolder, 'renditions/0042/kay.mp3'))).toEqual(
      await digestOfFile(at('media/renditions/0042/kay.mp3')),
    );
    expect(await readdir(target.mediaFolder)).toEqual(['masters', 'renditions']);
  });

  it('holds what was committed although it still lies in the write-ahead log', async () => {
    const server = openDatabase(at('data', 'yeelen.db'));
    server.pragma('wal_autocheckpoint = 0');
    const insert = server.prepare('INSERT INTO spots VALUES (?, ?)');
    for (let number = 0; number < 500; number += 1)
      insert.run(String(number).padStart(4, '0'), 'x');
    expect(statSync(at('data', 'yeelen.db-wal')).size).toBeGreaterThan(0);
    await backup();
    server.close();
    const target = emptyTarget();
    await restoreArchive(at('backup.tar.gz'), target);
    expect(spotCodes(path.join(target.dataFolder, 'yeelen.db'))).toHaveLength(500);
  });

  it('leaves out unfinished uploads, demonstration sounds, hidden files and links to elsewhere', async () => {
    openDatabase(at('data', 'yeelen.db')).close();
    write('secret.txt', 'of another program');
    write('media/masters/0042.wav', 'recording');
    write('media/incoming/half.part', 'half');
    write('media/demo/example.wav', 'demo');
    write('media/.scratch/put-1', 'unfinished');
    write('media/README.md', 'what this is');
    symlinkSync(at('secret.txt'), at('media/masters/link.wav'));
    const { files } = await backup();
    expect(files.map((file) => file.path)).toEqual([
      'database/yeelen.db',
      'media/masters/0042.wav',
    ]);
    expect(await readdir(at('media'))).toEqual([
      '.scratch',
      'README.md',
      'demo',
      'incoming',
      'masters',
    ]);
  });

  it('can be read by its owner only, and leaves nothing unfinished behind', async () => {
    openDatabase(at('data', 'yeelen.db')).close();
    await backup(at('backups', 'one.tar.gz'));
    expect(statSync(at('backups', 'one.tar.gz')).mode & 0o777).toBe(0o600);
    expect(await readdir(at('backups'))).toEqual(['one.tar.gz']);
  });

  it('does not count a damaged database as saved', async () => {
    const server = openDatabase(at('data', 'yeelen.db'));
    const insert = server.prepare('INSERT INTO spots VALUES (?, ?)');
    for (let number = 0; number < 2_000; number += 1) insert.run(`${number}`, 'x'.repeat(100));
    server.close();
    const bytes = readFileSync(at('data', 'yeelen.db'));
    bytes.fill(0xff, 4096 * 3, 4096 * 20);
    writeFileSync(at('data', 'yeelen.db'), bytes);
    await expect(backup()).rejects.toThrow();
    expect(existsSync(at('backup.tar.gz'))).toBe(false);
    expect(existsSync(at('backup.tar.gz.part'))).toBe(false);
  });

  it('says so when there is no database', async () => {
    await expect(backup()).rejects.toThrow(/Aucune base de données/);
  });
});

describe('a restore', () => {
  it('refuses an installation that holds anything, and leaves it as it was', async () => {
    openDatabase(at('data', 'yeelen.db')).close();
    write('media/masters/0042.wav', 'recording');
    await backup();
    write('second/media/masters/0001.wav', 'theirs');
    await expect(restoreArchive(at('backup.tar.gz'), emptyTarget())).rejects.toThrow(
      /n’est pas vide/,
    );
    expect(readFileSync(at('second/media/masters/0001.wav'), 'utf8')).toBe('theirs');
    expect(existsSync(at('second/data'))).toBe(false);
  });

  it('accepts the media folder of a fresh clone, with its demonstration sounds', async () => {
    openDatabase(at('data', 'yeelen.db')).close();
    write('media/masters/0042.wav', 'recording');
    await backup();
    write('second/media/demo/example.wav', 'demo');
    write('second/media/README.md', 'what this is');
    await restoreArchive(at('backup.tar.gz'), emptyTarget());
    expect(readFileSync(at('second/media/masters/0042.wav'), 'utf8')).toBe('recording');
    expect(readFileSync(at('second/media/demo/example.wav'), 'utf8')).toBe('demo');
  });

  it('touches nothing when one byte of a recording changed in the archive', async () => {
    const archive = await forge(
      [
        { path: 'database/yeelen.db', content: 'database' },
        { path: 'media/masters/0042.wav', content: 'changed' },
      ],
      [
        { path: 'database/yeelen.db', ...(await digestOfText('database')) },
        { path: 'media/masters/0042.wav', ...(await digestOfText('as saved')) },
      ],
    );
    await expect(restoreArchive(archive, emptyTarget())).rejects.toThrow(/not what was saved/);
    expect(existsSync(at('second'))).toBe(false);
  });

  it('touches nothing when the archive was cut short', async () => {
    openDatabase(at('data', 'yeelen.db')).close();
    write(
      'media/masters/0042.wav',
      Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 251)),
    );
    await backup();
    const bytes = readFileSync(at('backup.tar.gz'));
    writeFileSync(at('cut.tar.gz'), bytes.subarray(0, Math.floor(bytes.length / 2)));
    await expect(restoreArchive(at('cut.tar.gz'), emptyTarget())).rejects.toThrow();
    expect(existsSync(at('second'))).toBe(false);
  });

  it.each(['../outside.txt', 'media/../../outside.txt', '/etc/outside.txt', 'media/.ssh/keys'])(
    'refuses an archive that would write %s',
    async (hostile) => {
      const database = { path: 'database/yeelen.db', ...(await digestOfText('database')) };
      const archive = await forge(
        [{ path: 'database/yeelen.db', content: 'database' }],
        [database, { path: hostile, ...(await digestOfText('x')) }],
      );
      await expect(restoreArchive(archive, emptyTarget())).rejects.toThrow(/leaves the folder/);
      expect(existsSync(at('second'))).toBe(false);
    },
  );

  it('refuses a file that the manifest does not name', async () => {
    const archive = await forge(
      [
        { path: 'database/yeelen.db', content: 'database' },
        { path: 'media/masters/extra.wav', content: 'extra' },
      ],
      [{ path: 'database/yeelen.db', ...(await digestOfText('database')) }],
    );
    await expect(verifyArchive(archive)).rejects.toThrow(/not in the manifest/);
  });

  it('refuses a link in the place of a recording', async () => {
    write('forge/database/yeelen.db', 'database');
    write('forge/media/masters/one.wav', 'one');
    linkSync(at('forge/media/masters/one.wav'), at('forge/media/masters/two.wav'));
    symlinkSync('/etc/hostname', at('forge/media/masters/three.wav'));
    const named = async (name: string) => ({
      path: name,
      ...(await digestOfFile(at('forge', name))),
    });
    write(
      'forge/manifest.json',
      JSON.stringify({
        format: 1,
        product: 'yeelen',
        version: '0.1.0',
        takenAt: '2026-11-23T18:00:00.000Z',
        files: [await named('database/yeelen.db'), await named('media/masters/three.wav')],
      }),
    );
    await tar.create({ file: at('links.tar.gz'), cwd: at('forge'), gzip: true }, [
      'manifest.json',
      'database/yeelen.db',
      'media/masters/three.wav',
    ]);
    await expect(verifyArchive(at('links.tar.gz'))).rejects.toThrow(/not a plain file/);
  });

  it('refuses a file that is no archive at all', async () => {
    write('notes.tar.gz', 'just some text');
    await expect(verifyArchive(at('notes.tar.gz'))).rejects.toThrow(/cannot be read|empty/);
  });
});

describe('the commands', () => {
  const command = (name: 'backup' | 'restore', args: string[], env: Record<string, string>) =>
    execFileSync(
      process.execPath,
      ['--import', 'tsx', `scripts/archive/${name}-main.ts`, ...args],
      {
        env: { ...process.env, INIT_CWD: folder, ...env },
        encoding: 'utf8',
        stdio: 'pipe',
      },
    );

  it('save and bring back an installation, and say where the secrets are not', () => {
    const server = openDatabase(at('data', 'yeelen.db'));
    server.prepare('INSERT INTO spots VALUES (?, ?)').run('0042', 'masters/0042.wav');
    write('media/masters/0042.wav', 'recording');
    const env = { DATA_DIR: at('data'), MEDIA_DIR: at('media'), DATABASE_CLIENT: 'sqlite' };
    const said = command('backup', ['--to', 'saved.tar.gz'], env);
    server.close();
    expect(said).toMatch(/\.env n’y sont pas/);
    expect(command('restore', ['saved.tar.gz', '--to', 'second'], env)).toMatch(/npm start/);
    expect(spotCodes(at('second/data/yeelen.db'))).toEqual(['0042']);
  });

  it('name the tools of PostgreSQL instead of saving half an installation', () => {
    expect(() => command('backup', [], { DATABASE_CLIENT: 'postgres' })).toThrow(/pg_dump/);
  });
});

async function digestOfText(text: string) {
  write('digest-of-text', text);
  return digestOfFile(at('digest-of-text'));
}
