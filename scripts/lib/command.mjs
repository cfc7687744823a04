import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { root } from './root.mjs';

/**
 * Runs a program in the project's folder and answers its exit code (1 when a signal ended it).
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, cwd?: string }} [options]
 *   `quiet` keeps the output back and answers it with the code, to be shown only when it failed
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(program, args, { env = process.env, quiet = false, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32' && program === 'npm',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const passOn = (signal) => child.kill(signal);
    process.on('SIGINT', passOn).on('SIGTERM', passOn);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs a file of an installed package with this very Node: no shell, no `npx`. */
export function runNode(args, options) {
  return runCommand(process.execPath, args, options);
}

/** The absolute path of a program on the PATH, or null. */
export function findOnPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const ending of endings) {
      const candidate = path.join(folder, name + ending);
      if (folder !== '' && existsSync(candidate)) return candidate;
    }
  }
  return null;
}
