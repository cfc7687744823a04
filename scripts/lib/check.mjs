import { mkdirSync } from 'node:fs';

import { runNode } from './command.mjs';
import { inRoot } from './root.mjs';
import { say, sayStep } from './say.mjs';
import { runVitest } from './vitest.mjs';

const bin = (...parts) => inRoot('node_modules', ...parts);

/** @param {string} project a tsconfig, relative to the root */
const types = (project, cache) => [
  bin('typescript', 'bin', 'tsc'),
  '--noEmit',
  '--incremental',
  '--tsBuildInfoFile',
  inRoot('.cache', 'tsc', `${cache}.tsbuildinfo`),
  '-p',
  inRoot(project),
];

const steps = [
  { name: 'format (prettier)', args: [bin('prettier', 'bin', 'prettier.cjs'), '--check', '.'] },
  { name: 'types of the server (tsc)', args: types('tsconfig.json', 'server') },
  { name: 'types of tests and scripts (tsc)', args: types('tests/tsconfig.json', 'tests') },
  {
    // The tests of the admin take the whole admin along.
    name: 'types of the admin and its tests (tsc)',
    args: types('tests/unit/admin/tsconfig.json', 'admin'),
  },
  {
    name: 'types of the pages’ scripts (tsc)',
    args: types('src/web/station/client/tsconfig.json', 'client'),
  },
  {
    name: 'types of the service worker (tsc)',
    args: types('src/web/station/client/worker/tsconfig.json', 'worker'),
  },
  {
    name: 'boundaries (dependency-cruiser)',
    args: [
      bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'src',
      'config',
      'database',
      'scripts',
    ],
  },
  { name: 'dead code (knip)', args: [bin('knip', 'bin', 'knip.js')] },
  { name: 'lint (eslint)', args: [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'] },
];

async function runStep({ name, args }) {
  const start = performance.now();
  const { code, output } = await runNode(args, {
    quiet: true,
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  sayStep(code === 0 ? 'ok' : 'FAILED', name, performance.now() - start);
  if (code !== 0) say(output.trimEnd());
  return code === 0;
}

/**
 * Format, types, boundaries, dead code, lint, unit tests, in that order.
 * @param {{ goOn?: boolean }} [options] without `goOn` it stops at the first step that fails
 * @returns {Promise<{ failedSteps: string[], passed: number, failed: number }>} the counts are of the unit tests
 */
export async function check({ goOn = false } = {}) {
  mkdirSync(inRoot('.cache', 'tsc'), { recursive: true });
  say('check');
  const failedSteps = [];
  for (const step of steps) {
    if (await runStep(step)) continue;
    failedSteps.push(step.name);
    if (!goOn) return { failedSteps, passed: 0, failed: 0 };
  }
  const start = performance.now();
  const { passed, failed, output } = await runVitest('unit', { quiet: true });
  const name = `unit tests (vitest), ${passed} passed, ${failed} failed`;
  sayStep(failed === 0 ? 'ok' : 'FAILED', name, performance.now() - start);
  if (failed > 0) say(output.trimEnd());
  return { failedSteps, passed, failed };
}
