import { beforeAll, describe, expect, it } from 'vitest';

import { bootApp, type App } from '../helpers/strapi';

let app: App;
beforeAll(async () => {
  app = await bootApp();
});

describe('the first start of the house', () => {
  it('answers that it is well', async () => {
    await app.visitor().get('/_health').expect(204);
  });

  it('has French as its default, Bambara and Soninke beside it, and no English', async () => {
    const authorization = await app.signIn('strapi-super-admin');
    const answer = await app
      .visitor()
      .get('/i18n/locales')
      .set('Authorization', authorization)
      .expect(200);
    const locales = answer.body as readonly { code: string; isDefault: boolean }[];
    expect(
      locales.map(({ code, isDefault }) => `${code}${isDefault ? ' default' : ''}`).sort(),
    ).toEqual(['bm', 'fr default', 'snk']);
  });

  it('keeps what was confirmed through a power cut: write-ahead log, every commit on the disk', async () => {
    const pragma = async (name: string) => {
      const rows: unknown = await app.strapi.db.connection.raw(`PRAGMA ${name}`);
      return (rows as readonly Record<string, unknown>[])[0]?.[name];
    };
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
  });

  it('tells the world neither what it is built with nor that others may read it', async () => {
    const { headers } = await app.visitor().get('/').set('Origin', 'https://elsewhere.example');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('lets nobody register by themselves', async () => {
    const person = { username: 'x', email: 'x@example.org', password: 'Motdepasse-1' };
    const { status } = await app.visitor().post('/api/auth/local/register').send(person);
    expect([404, 405]).toContain(status);
  });

  it('refuses the desk to a visitor', async () => {
    await app.visitor().get('/admin/users/me').expect(401);
  });
});
