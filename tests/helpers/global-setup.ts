import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { TestProject } from 'vitest/node';

import { prepare } from '../../scripts/lib/prepare.mjs';

/**
 * Compiles the server when its sources changed, the admin too where a browser opens it, and gives the run one scratch
 * folder that goes when it ends.
 */
export default async function setUp({ config }: TestProject): Promise<() => void> {
  await prepare({ admin: config.name === 'journey' });
  const folder = mkdtempSync(path.join(tmpdir(), 'yeelen-test-'));
  process.env['YEELEN_TEST_FOLDER'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
