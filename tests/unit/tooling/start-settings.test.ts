import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { isSupportedNode } from '../../../scripts/lib/node-version.mjs';
import {
  LATER_SECRET_NAMES,
  SECRET_NAMES,
  closeToOthers,
  ensureSecrets,
} from '../../../scripts/lib/secrets.mjs';
import { checkSettings, complaintsAbout } from '../../../scripts/lib/settings.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yeelen-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const envFile = () => path.join(folder, '.env');
const first = (environment: Record<string, string> = {}) =>
  ensureSecrets({ envFile: envFile(), dataFolder: folder, environment });

describe('the first start of an installation', () => {
  it('makes every secret, long and different, in a file for its owner only', () => {
    const made = first();
    const names = [...SECRET_NAMES, ...LATER_SECRET_NAMES];
    expect(Object.keys(made)).toEqual(names);
    expect(new Set(Object.values(made)).size).toBe(names.length);
    for (const secret of Object.values(made)) expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(made['APP_KEYS']?.split(',')).toHaveLength(4);
    expect(statSync(envFile()).mode & 0o777).toBe(0o600);
    expect(parseEnv(readFileSync(envFile(), 'utf8'))).toEqual(made);
  });

  it('differs from one installation to the next', () => {
    const one = first();
    rmSync(envFile());
    expect(first()['APP_KEYS']).not.toBe(one['APP_KEYS']);
  });

  it('keeps the settings that were written before, and the secrets that were given', () => {
    writeFileSync(envFile(), 'PUBLIC_URL=https://yeelen.example.org');
    const made = first({ DIGEST_KEY: 'given-by-the-administrator' });
    expect(made).not.toHaveProperty('DIGEST_KEY');
    const written = parseEnv(readFileSync(envFile(), 'utf8'));
    expect(written).toMatchObject({ PUBLIC_URL: 'https://yeelen.example.org', ...made });
  });

  it('makes nothing more the second time', () => {
    expect(first(first())).toEqual({});
  });
});

describe('an installation whose .env was lost', () => {
  it('is refused rather than given secrets that do not fit its database', () => {
    const { DIGEST_KEY: _lost, ...rest } = first();
    const before = readFileSync(envFile(), 'utf8');
    writeFileSync(path.join(folder, 'yeelen.db'), 'a database');
    expect(() => first(rest)).toThrow(/DIGEST_KEY.*yeelen\.db/);
    expect(readFileSync(envFile(), 'utf8')).toBe(before);
  });

  it('starts again once it is back', () => {
    const made = first();
    writeFileSync(path.join(folder, 'yeelen.db'), 'a database');
    expect(first(made)).toEqual({});
  });
});

describe('an installation from before accounts could be connected', () => {
  it('gets the key for them beside its database, and only that', () => {
    const { SOCIAL_SECRETS_KEY: _later, ...rest } = first();
    writeFileSync(path.join(folder, 'yeelen.db'), 'a database');
    expect(Object.keys(first(rest))).toEqual(['SOCIAL_SECRETS_KEY']);
  });
});

describe('a .env that others can read', () => {
  it('is closed to them, and said once', () => {
    writeFileSync(envFile(), 'APP_KEYS=x');
    chmodSync(envFile(), 0o644);
    expect(closeToOthers(envFile())).toBe(true);
    expect(statSync(envFile()).mode & 0o777).toBe(0o600);
    expect(closeToOthers(envFile())).toBe(false);
  });
});

describe('the settings of a start', () => {
  const good = { PUBLIC_URL: 'https://yeelen.example.org' };

  it.each([
    good,
    {
      PUBLIC_URL: 'http://127.0.0.1:1337',
      PORT: '1337',
      HOST: '0.0.0.0',
      DATABASE_CLIENT: 'sqlite',
    },
    { ...good, DATABASE_CLIENT: 'postgres', DATABASE_URL: 'postgres://yeelen:x@127.0.0.1/yeelen' },
  ])('may be %j', (settings) => {
    expect(complaintsAbout(settings)).toEqual([]);
  });

  it.each([
    [{}, /PUBLIC_URL manque/],
    [{ PUBLIC_URL: 'yeelen.example.org' }, /PUBLIC_URL/],
    [{ PUBLIC_URL: 'ftp://yeelen.example.org' }, /PUBLIC_URL/],
    [{ PUBLIC_URL: 'https://example.org/yeelen' }, /PUBLIC_URL/],
    [{ ...good, PORT: '0' }, /PORT/],
    [{ ...good, PORT: '65536' }, /PORT/],
    [{ ...good, PORT: 'http' }, /PORT/],
    [{ ...good, HOST: 'not a host' }, /HOST/],
    [{ ...good, DATABASE_CLIENT: 'mysql' }, /DATABASE_CLIENT/],
    [{ ...good, DATABASE_CLIENT: 'postgres' }, /DATABASE_URL/],
  ])('%j are refused by name', (settings, name) => {
    expect(() => checkSettings(settings)).toThrow(name);
  });

  it('are all named at once', () => {
    expect(complaintsAbout({ PORT: 'x', DATABASE_CLIENT: 'mysql' })).toHaveLength(3);
  });
});

describe('the versions of Node', () => {
  it.each([
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.12.0', true],
    ['24.1.0', true],
    ['18.20.0', false],
    ['25.0.0', false],
  ])('%s: %s', (version, isFine) => {
    expect(isSupportedNode(version)).toBe(isFine);
  });
});
