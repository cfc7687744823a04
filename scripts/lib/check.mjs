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
];

const lint = {
  name: 'lint (eslint)',
  args: [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'],
};

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

/** One after the other; without `goOn` none is begun once one failed anywhere. */
async function runLane(lane, goOn, failedSteps) {
  for (const step of lane) {
    if (!goOn && failedSteps.length > 0) return;
    if (!(await runStep(step))) failedSteps.push(step.name);
  }
}

/**
 * Format, types, boundaries and dead code one after the other, lint beside them, then the unit tests.
 * @param {{ goOn?: boolean }} [options] without `goOn` it stops at the first step that fails
 * @returns {Promise<{ failedSteps: string[], passed: number, failed: number }>} the counts are of the unit tests
 */
export async function check({ goOn = false } = {}) {
  mkdirSync(inRoot('.cache', 'tsc'), { recursive: true });
  say('check');
  const failedSteps = [];
  // Lint takes as long as half of the rest, and one core.
  await Promise.all([runLane([lint], goOn, failedSteps), runLane(steps, goOn, failedSteps)]);
  if (!goOn && failedSteps.length > 0) return { failedSteps, passed: 0, failed: 0 };
  const start = performance.now();
  const { passed, failed, output } = await runVitest('unit', { quiet: true });
  const name = `unit tests (vitest), ${passed} passed, ${failed} failed`;
  sayStep(failed === 0 ? 'ok' : 'FAILED', name, performance.now() - start);
  if (failed > 0) say(output.trimEnd());
  return { failedSteps, passed, failed };
}
