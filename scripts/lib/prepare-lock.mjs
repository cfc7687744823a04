import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { inRoot } from './root.mjs';
import { say } from './say.mjs';

const folder = inRoot('.cache', 'prepare.lock');
const ownerFile = path.join(folder, 'pid');

function ownerIsAlive() {
  try {
    process.kill(Number(readFileSync(ownerFile, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function take() {
  try {
    mkdirSync(path.dirname(folder), { recursive: true });
    mkdirSync(folder);
    writeFileSync(ownerFile, String(process.pid));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Two commands started at once (a demo beside the tests) must not install or build over each other. */
export async function withPrepareLock(work) {
  for (let turn = 0; !take(); turn += 1) {
    // A folder without a living owner was left by a process that was killed. The first turn may fall between the
    // owner's two writes, so only a second look counts.
    if (turn > 0 && !ownerIsAlive()) rmSync(folder, { recursive: true, force: true });
    else if (turn === 1) say('Waiting for another command that is installing or building here.');
    await pause(500);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
