import { describe, expect, it } from 'vitest';

import { isInstalled } from '../../../scripts/lib/install.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/sharp': { version: '0.35.3' },
  'node_modules/@img/sharp-darwin-arm64': { version: '0.35.3', optional: true },
};

describe('packages that were installed by hand', () => {
  it('count when they are those of the lock file, without what other machines need', () => {
    expect(isInstalled(locked, { 'node_modules/sharp': { version: '0.35.3' } })).toBe(true);
  });

  it.each([
    ['one is missing', {}],
    ['one has another version', { 'node_modules/sharp': { version: '0.35.2' } }],
    [
      'one is there that the lock file no longer names',
      { 'node_modules/sharp': { version: '0.35.3' }, 'node_modules/left': { version: '1.0.0' } },
    ],
  ])('do not count when %s', (_case, installed) => {
    expect(isInstalled(locked, installed)).toBe(false);
  });
});
