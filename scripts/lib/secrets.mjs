import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Refusal } from './say.mjs';

/** What an installation must keep to itself. None has a default: a known secret is worse than none. */
export const SECRET_NAMES = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
  'DIGEST_KEY',
  'MEDIA_SIGNING_KEY',
];

/** Made as well, but nothing is refused without it: only who connects an account of a network needs it. */
export const LATER_SECRET_NAMES = ['SOCIAL_SECRETS_KEY'];

/** 256 bits, safe in a `.env` file without quotes. */
const makeKey = () => randomBytes(32).toString('base64url');

/** @param {string} name */
export function makeSecret(name) {
  return name === 'APP_KEYS' ? [1, 2, 3, 4].map(makeKey).join(',') : makeKey();
}

/** Secrets that live as long as the process that asked: for the demo and the tests. */
export const makeSecrets = () =>
  Object.fromEntries(
    [...SECRET_NAMES, ...LATER_SECRET_NAMES].map((name) => [name, makeSecret(name)]),
  );

/** @param {Readonly<Record<string, string | undefined>>} environment */
export const missingSecrets = (environment) =>
  SECRET_NAMES.filter((name) => (environment[name] ?? '').trim() === '');

/** Adds lines to a file that only its owner may read; the file is never half-written. */
function appendPrivately(file, lines) {
  const before = existsSync(file) ? readFileSync(file, 'utf8').replace(/\n*$/, '\n') : '';
  const next = `${file}.part`;
  writeFileSync(next, `${before === '\n' ? '' : before}${lines.join('\n')}\n`, { mode: 0o600 });
  chmodSync(next, 0o600);
  renameSync(next, file);
}

/**
 * Makes the missing secrets at the very first start, and never afterwards: new secrets beside an old database would sign
 * everybody out and make what was encrypted unreadable, so a lost `.env` is to be put back.
 * @param {{ envFile: string, dataFolder: string, environment: Readonly<Record<string, string | undefined>> }} where
 * @returns {Record<string, string>} the secrets made now, to be added to the environment
 * @throws Refusal when a database exists already
 */
export function ensureSecrets({ envFile, dataFolder, environment }) {
  const missing = missingSecrets(environment);
  const later = LATER_SECRET_NAMES.filter((name) => (environment[name] ?? '').trim() === '');
  if (missing.length + later.length === 0) return {};
  const database = path.join(dataFolder, 'yeelen.db');
  if (missing.length > 0 && existsSync(database)) {
    throw new Refusal(
      `Il manque ${missing.join(', ')} alors que la base ${database} existe. Remettez le fichier .env de cette installation ; de nouveaux secrets ne lui conviendraient pas.`,
      `${missing.join(', ')} missing although the database ${database} exists. Put this installation's .env back; new secrets would not fit it.`,
    );
  }
  // An installation from before this secret existed gets it now: nothing was sealed without it.
  const made = Object.fromEntries([...missing, ...later].map((name) => [name, makeSecret(name)]));
  appendPrivately(envFile, [
    `# Secrets of this installation, made at its first start. Keep a copy apart from the backups.`,
    ...Object.entries(made).map(([name, value]) => `${name}=${value}`),
  ]);
  return made;
}

/** A `.env` that others on the machine can read is closed to them. Answers whether it had to be. */
export function closeToOthers(envFile) {
  const stat = statSync(envFile, { throwIfNoEntry: false });
  if (stat === undefined || process.platform === 'win32' || (stat.mode & 0o077) === 0) return false;
  chmodSync(envFile, 0o600);
  return true;
}
