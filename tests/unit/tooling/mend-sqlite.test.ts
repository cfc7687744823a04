import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { abortsWhenCollected } from '../../../scripts/lib/mend-sqlite.mjs';

const driver = path.resolve(
  import.meta.dirname,
  '../../../node_modules/better-sqlite3/build/Release/better_sqlite3.node',
);

describe('the database driver', () => {
  it('that asks Node to remove a cleanup hook aborts when its statements are collected', () => {
    const symbol = '_ZN4node28RemoveEnvironmentCleanupHookEPN2v87IsolateEPFvPvES3_';
    expect(abortsWhenCollected(Buffer.from(`\0${symbol}\0`))).toBe(true);
  });

  it('that only adds one is sound', () => {
    const symbol = '_ZN4node25AddEnvironmentCleanupHookEPN2v87IsolateEPFvPvES3_';
    expect(abortsWhenCollected(Buffer.from(`\0${symbol}\0`))).toBe(false);
  });

  it('that this run uses is sound, whatever Node compiled it', () => {
    expect(existsSync(driver)).toBe(true);
    expect(abortsWhenCollected(readFileSync(driver))).toBe(false);
  });
});
