import { readFileSync, statSync, writeFileSync } from 'node:fs';

import { runCommand, runNode } from './command.mjs';
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

/** True when someone ran `npm ci` or `npm install` by hand after the lock was last written, with this line of Node. */
async function wasInstalledByHand() {
  const installed = statSync(inRoot('node_modules', '.package-lock.json'), {
    throwIfNoEntry: false,
  });
  if (installed === undefined || installed.mtimeMs < statSync(inRoot('package-lock.json')).mtimeMs)
    return false;
  const probe = `new (require('better-sqlite3'))(':memory:').close()`;
  return (await runNode(['-e', probe], { quiet: true })).code === 0;
}

/** Installs the packages of the lock file, once per lock file. Answers whether it had to. */
export async function ensureInstalled() {
  if (readStamp() === wantedStamp()) return false;
  if (await wasInstalledByHand()) {
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
  writeFileSync(stampFile, wantedStamp());
  return true;
}
