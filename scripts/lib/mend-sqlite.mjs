import { existsSync, readFileSync } from 'node:fs';

import { runCommand } from './command.mjs';
import { inRoot } from './root.mjs';
import { Refusal, say } from './say.mjs';

const driver = inRoot('node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node');
const header = inRoot('scripts', 'native', 'quiet-object-wrap.h');

/**
 * True for a driver that was compiled against Node 24.19 or later: its statements abort the whole process when they are
 * collected. Only such a build asks Node for this function. better-sqlite3 13 has no such fault, but needs Node 22.
 * @param {Buffer} binary
 */
export function abortsWhenCollected(binary) {
  return binary.includes('RemoveEnvironmentCleanupHook');
}

/** Compiles the database driver once more, without the fault, where it has it. Answers whether it had to. */
export async function mendSqlite() {
  if (!existsSync(driver) || !abortsWhenCollected(readFileSync(driver))) return false;
  say('Compiling the database driver for this Node (two minutes)…');
  const flags = [process.env.CXXFLAGS, `-include "${header}"`].filter(Boolean).join(' ');
  const env = { ...process.env, CXXFLAGS: flags, npm_config_build_from_source: 'true' };
  const { code } = await runCommand('npm', ['rebuild', 'better-sqlite3'], { env });
  if (code !== 0 || abortsWhenCollected(readFileSync(driver))) {
    throw new Refusal(
      'Le pilote de la base de données n’a pas pu être compilé pour ce Node. Il faut python3 et un compilateur C++, ou Node 20 ou 22.',
      'The database driver could not be compiled for this Node. It needs python3 and a C++ toolchain, or Node 20 or 22.',
    );
  }
  return true;
}
