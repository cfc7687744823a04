import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { runNode } from './command.mjs';
import { inRoot } from './root.mjs';

const resultFile = (project) => inRoot('.cache', 'test-results', `${project}.json`);

/** True when the project has any test file below `tests/<project>`. */
export function hasTests(project) {
  try {
    return readdirSync(inRoot('tests', project), { recursive: true }).some((name) =>
      /\.test\.tsx?$/.test(String(name)),
    );
  } catch {
    return false;
  }
}

/**
 * Runs one vitest project. What it counted is read from its own report, so that a run that broke down half-way
 * (no report) is a failure and never an empty success.
 * @param {string} project
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, args?: readonly string[] }} [options]
 * @returns {Promise<{ passed: number, failed: number, output: string }>}
 */
export async function runVitest(project, { env = process.env, quiet = false, args = [] } = {}) {
  const file = resultFile(project);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const { code, output } = await runNode(
    [
      inRoot('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ],
    { env, quiet },
  );
  const { passed, failed } = readCounts(file);
  // Errors outside any test (a broken import, an unhandled rejection) end the run with a code of their own.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, output };
}

function readCounts(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const brokenFiles = report.testResults.filter(
      (result) => result.status === 'failed' && result.assertionResults.length === 0,
    ).length;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles,
    };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
