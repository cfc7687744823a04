import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSecretBox } from '../../../src/adapters/secret-box';
import { createAccountSecretStore } from '../../../src/adapters/sql';
import { openTestDatabase, type TestDatabase } from '../../helpers/database';

const OLD = 'une-vieille-clef-de-plus-de-trente-signes';
const NEW = 'une-nouvelle-clef-de-plus-de-trente-signes';

describe('what is sealed', () => {
  it('opens with its key for what it belongs to, and reads as nothing otherwise', () => {
    const box = createSecretBox(NEW);
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), fc.string(), (text, context) => {
        const { keyId, sealed } = box.seal(text, context);
        expect(box.open(sealed, keyId, context)).toBe(text);
        expect(box.open(sealed, keyId, `${context}.`)).toBeNull();
        expect(createSecretBox(OLD).open(sealed, keyId, context)).toBeNull();
      }),
    );
  });

  it('is never the same twice, and does not open when a bit was changed', () => {
    const box = createSecretBox(NEW);
    const one = box.seal('jeton', 'a');
    expect(box.seal('jeton', 'a').sealed).not.toBe(one.sealed);
    const bytes = Buffer.from(one.sealed, 'base64');
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(box.open(changed.toString('base64'), one.keyId, 'a')).toBeNull();
    }
    expect(box.open('', one.keyId, 'a')).toBeNull();
  });

  it('is not sealed at all without a key', () => {
    const box = createSecretBox(undefined);
    expect(box.hasKey()).toBe(false);
    expect(() => box.seal('jeton', 'a')).toThrow(/no key/);
  });
});

describe('secrets in rows', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(() => database.close());

  const account = { accountCode: 'FIL', network: 'x' } as const;
  const at = new Date('2026-12-01T12:00:00Z');
  const store = (key: string, older: readonly string[] = []) =>
    createAccountSecretStore(database.knex, createSecretBox(key, older));

  it('move to a new key as they are read, and are lost without the old one', async () => {
    await store(OLD).save(account, { appKey: 'jeton' }, 'user:7', at);
    expect(await store(NEW).read('FIL', 'x')).toBeNull();
    expect(await store(NEW, [OLD]).read('FIL', 'x')).toEqual({ appKey: 'jeton' });
    expect(await store(NEW).read('FIL', 'x')).toEqual({ appKey: 'jeton' });
  });

  it('do not open for another account whose row they were copied to', async () => {
    await store(NEW).save(account, { appKey: 'jeton' }, 'user:7', at);
    await database.knex('ops_account_secrets').update({ account_code: 'AUTRE' });
    expect(await store(NEW).read('AUTRE', 'x')).toBeNull();
  });
});
