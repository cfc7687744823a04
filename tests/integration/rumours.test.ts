import { beforeAll, describe, expect, it } from 'vitest';

import { personAt, type Person } from '../helpers/desk-client';
import { bootApp, type App } from '../helpers/strapi';

const HEARD = {
  kind: 'rumour',
  text: 'Le bateau part sans danger (essai).',
  language: 'bm',
  risk: 'high',
  day: '2026-11-20',
  heardOn: 'assembly',
  zoneCode: null,
};

describe('rumours at the desk’s door', () => {
  let app: App;
  let journalist: Person;
  let manager: Person;
  beforeAll(async () => {
    app = await bootApp();
    journalist = personAt(app, await app.signIn('yeelen-journalist'));
    manager = personAt(app, await app.signIn('yeelen-campaign-manager'));
  });

  it('refuse a telephone number in French, and write nothing', async () => {
    const before = (await app.ports.rumours.all()).length;
    const text = 'Demande au 70 12 34 56';
    const answer = await journalist.post('/desk/rumours', { ...HEARD, text });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('un numéro de téléphone');
    expect(await app.ports.rumours.all()).toHaveLength(before);
  });

  it('know no field for a person, whatever a program sends', async () => {
    const before = (await app.ports.rumours.all()).length;
    const answer = await journalist.post('/desk/rumours', { ...HEARD, saidBy: 'Moussa' });
    expect(answer.status).toBe(400);
    expect(await app.ports.rumours.all()).toHaveLength(before);
  });

  it('are noted by a journalist, verified and answered by the manager alone', async () => {
    const noted = await journalist.post('/desk/rumours', HEARD);
    expect(noted.status).toBe(201);
    const id = String(noted.data['id']);
    const answer = {
      text: 'C’est faux (essai).',
      source: 'Rapport (essai)',
      messageCode: null,
      spotCode: null,
    };
    expect((await journalist.post(`/desk/rumours/${id}/verify`, { risk: 'high' })).status).toBe(
      403,
    );
    expect((await manager.post(`/desk/rumours/${id}/answer`, answer)).status).toBe(409);
    expect((await manager.post(`/desk/rumours/${id}/verify`, { risk: 'high' })).status).toBe(200);
    expect((await manager.post(`/desk/rumours/${id}/answer`, answer)).status).toBe(200);
    const kept = await app.ports.rumours.byId(id);
    expect(kept?.answer?.text).toBe(answer.text);
  });
});
