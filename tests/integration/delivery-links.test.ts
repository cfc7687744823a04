import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { personAt, type Person } from '../helpers/desk-client';
import { bootApp, type App } from '../helpers/strapi';

let app: App;
let manager: Person;

beforeAll(async () => {
  app = await bootApp();
  manager = personAt(app, await app.signIn('yeelen-campaign-manager'));
});
afterAll(() => vi.restoreAllMocks());

const LINKS = '/desk/stations/KIT/links';
const DELIVERY = '/desk/stations/KIT/delivery';

type Link = { readonly id: string; readonly label: string; readonly revokedAt: string | null };
type Issued = { readonly link: Link; readonly url: string; readonly retired: readonly string[] };

async function issue(label: string): Promise<Issued> {
  const answer = await manager.post(LINKS, { purpose: 'feed', label });
  expect(answer.status).toBe(201);
  return answer.data as unknown as Issued;
}

async function living(): Promise<readonly Link[]> {
  const { data } = await manager.get(DELIVERY);
  const { links } = data as unknown as { links: readonly Link[] };
  return links.filter(({ revokedAt }) => revokedAt === null);
}

describe('the links of a station’s programs', () => {
  it('are given at the desk, open the list, and are closed at once', async () => {
    const { url, link } = await issue('LibreTime du studio');
    const path = new URL(url).pathname;
    const list = await app.visitor().get(`${path}manifest.json`).expect(200);
    expect(list.body).toMatchObject({ station: { code: 'KIT' }, files: [] });
    await app.visitor().get(`${path}bundle.zip`).expect(404);
    expect((await living()).map(({ label }) => label)).toContain('LibreTime du studio');
    expect((await manager.get(DELIVERY)).text).not.toContain(path.split('/')[2]);
    expect((await manager.post(`${LINKS}/${link.id}/revoke`)).status).toBe(200);
    expect((await manager.post(`${LINKS}/${link.id}/revoke`)).status).toBe(404);
    await app.visitor().get(`${path}manifest.json`).expect(404);
  });

  it('say in French what is missing', async () => {
    const unnamed = await manager.post(LINKS, { purpose: 'feed', label: '  ' });
    expect([unnamed.status, unnamed.text]).toEqual([422, expect.stringContaining('Donnez un nom')]);
    expect((await manager.post(LINKS, { purpose: 'confirm', label: 'x' })).status).toBe(400);
    const nowhere = await manager.post('/desk/stations/XYZ/links', { purpose: 'feed', label: 'x' });
    expect(nowhere.status).toBe(404);
    expect(await living()).toEqual([]);
  });

  it('never stand in the log', async () => {
    const { url } = await issue('AzuraCast');
    const secret = new URL(url).pathname.split('/')[2] ?? '';
    const lines: unknown[] = [];
    const log = vi.spyOn(app.strapi.log, 'http').mockImplementation((line: unknown) => {
      lines.push(line);
      return app.strapi.log;
    });
    await app.visitor().get(`/d/${secret}/manifest.json?jour=2000-01-01`).expect(404);
    await app.visitor().get(`/d/${secret}/nowhere`).set('Accept', 'text/html').expect(404);
    log.mockRestore();
    expect(lines).toHaveLength(2);
    expect(String(lines[0])).toContain('/d/…/manifest.json');
    expect(lines.join(' ')).not.toContain(secret);
  });
});
