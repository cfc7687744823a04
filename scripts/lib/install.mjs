import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { runCommand, runNode } from './command.mjs';
import { mendSqlite } from './mend-sqlite.mjs';
import { inRoot } from './root.mjs';
import { Refusal, say } from './say.mjs';
import { hashOfFile } from './tree-hash.mjs';

const stampFile = inRoot('node_modules', '.yeelen-lock');

/** Native modules are built for one line of Node on one kind of machine: the stamp names both beside the lock. */
function wantedStamp() {
  const lock = hashOfFile(inRoot('package-lock.json'));
  return `${lock} node-abi-${process.versions.modules} ${process.platform}-${process.arch}\n`;
}

function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return null;
  }
}

const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * True when npm's own record of what lies in `node_modules` agrees with the lock file, package by package: someone ran
 * `npm ci` or `npm install` by hand. Dates would mislead: npm writes the lock file last.
 * @param {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} locked
 * @param {Record<string, { version?: string }>} installed
 */
export function isInstalled(locked, installed) {
  const isWhole = Object.entries(locked).every(
    ([place, { version, optional = false, devOptional = false }]) =>
      place === '' || optional || devOptional || installed[place]?.version === version,
  );
  return (
    isWhole &&
    Object.entries(installed).every(([place, { version }]) => locked[place]?.version === version)
  );
}

async function wasInstalledByHand() {
  const record = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  if (!isInstalled(readPackages(inRoot('package-lock.json')), readPackages(record))) return false;
  // Built for this line of Node?
  const probe = `new (require('better-sqlite3'))(':memory:').close()`;
  return (await runNode(['-e', probe], { quiet: true })).code === 0;
}

/** Installs the packages of the lock file, once per lock file. Answers whether it had to. */
export async function ensureInstalled() {
  if (readStamp() === wantedStamp()) return false;
  if (await wasInstalledByHand()) {
    await mendSqlite();
    writeFileSync(stampFile, wantedStamp());
    return false;
  }
  say('Installing the packages of package-lock.json (npm ci, some minutes the first time)…');
  const { code } = await runCommand('npm', ['ci', '--include=dev', '--no-fund', '--no-audit']);
  if (code !== 0) {
    throw new Refusal(
      'L’installation (npm ci) a échoué. Il faut npm, un accès au registre, python3 et un compilateur C++.',
      'The installation (npm ci) failed. It needs npm, a reachable registry, python3 and a C++ toolchain.',
    );
  }
  await mendSqlite();
  writeFileSync(stampFile, wantedStamp());
  return true;
}
