import { describe, expect, it } from 'vitest';

import { createSystem } from '../../../src/adapters/system';

describe('the machine', () => {
  const system = createSystem();

  it('gives secrets of at least the bits that were asked for, safe in an address', () => {
    expect(system.newSecret(256)).toMatch(/^[\w-]{43}$/);
    expect(Buffer.from(system.newSecret(129), 'base64url')).toHaveLength(17);
    expect(system.newSecret(128)).not.toBe(system.newSecret(128));
  });

  it('never gives an id twice', () => {
    const ids = Array.from({ length: 1000 }, () => system.newId());
    expect(new Set(ids).size).toBe(1000);
  });

  it('knows the time', () => {
    const before = Date.now();
    expect(system.now().getTime()).toBeGreaterThanOrEqual(before);
    expect(system.now().getTime()).toBeLessThanOrEqual(Date.now());
  });
});
