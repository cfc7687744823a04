import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '..', '..', '..', 'database', 'migrations');
const named = (ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

describe('the migrations', () => {
  it('each have the line of JavaScript by which the server finds them, and it leads to their own', () => {
    expect(named('.ts').length).toBeGreaterThan(0);
    expect(named('.js')).toEqual(named('.ts'));
    for (const name of named('.js')) {
      const text = readFileSync(path.join(folder, `${name}.js`), 'utf8');
      expect(text).toContain(`require('../../dist/database/migrations/${name}.js')`);
    }
  });
});
