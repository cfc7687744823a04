import { beforeAll, describe, expect, it } from 'vitest';

import { documentsAt, personAt, type Json, type Person } from '../helpers/desk-client';
import { write } from '../helpers/desk-stories';
import { bootApp, type App } from '../helpers/strapi';

let app: App;
let journalist: Person;
let manager: Person;
let account: string;

beforeAll(async () => {
  app = await bootApp();
  journalist = personAt(app, await app.signIn('yeelen-journalist'));
  manager = personAt(app, await app.signIn('yeelen-campaign-manager'));
  const made = await write(manager, 'social-account', {
    code: 'PLAN-MUR',
    name: 'Mur d’essai',
    network: 'simulator',
    owner: 'Organisation partenaire (exemple)',
  });
  account = String(made['documentId']);
});

const post = (what: Json) =>
  write(journalist, 'post', {
    textFr: `Une publication d’essai, ${String(what['code'])}.`,
    cardTitle: 'Partir, c’est aussi savoir',
    altText: 'Le titre du message sur un fond jaune',
    depicts: 'no-real-person',
    dueAt: '2099-12-01T12:00:00.000Z',
    accounts: [account],
    ...what,
  });

async function stored(code: string) {
  const found = await app.ports.content.postByCode(code);
  if (found === null) throw new Error(`There is no post ${code}.`);
  return found;
}

const move = (person: Person, code: string, day = '2099-12-02') =>
  person.post(`/desk/posts/${code}/move`, { day, time: '18:30' });

describe('a post with everything it may have', () => {
  it('keeps its own texts, its hashtags and its link as they were written', async () => {
    const group = await write(journalist, 'hashtag-group', {
      code: 'PLAN-GROUPE',
      name: 'Partir informé',
      hashtags: '#Kayes, kunnafoniɲini',
    });
    await post({
      code: 'PLAN-1',
      networkTexts: [{ network: 'x', language: 'fr', text: 'Court.' }],
      hashtagGroups: [group['documentId']],
      link: 'https://yeelen.example/m/12',
      linkOnX: true,
      notAfter: '2099-12-24T00:00:00.000Z',
    });
    expect(await stored('PLAN-1')).toMatchObject({
      networkTexts: [{ network: 'x', language: 'fr', text: 'Court.' }],
      hashtags: ['#Kayes', '#kunnafoniɲini'],
      link: 'https://yeelen.example/m/12',
      linkOnX: true,
      linkHasOrigin: true,
      film: null,
      notAfter: new Date('2099-12-24T00:00:00.000Z'),
    });
  });

  it.each([
    ['a link that is none', { link: 'yeelen point ml' }, 'adresse web complète'],
    [
      'two texts for one place',
      {
        networkTexts: [
          { network: 'x', language: 'fr', text: 'Un.' },
          { network: 'x', language: 'fr', text: 'Deux.' },
        ],
      },
      'Deux textes',
    ],
  ])('is refused at once with %s', async (_story, what, sentence) => {
    const answer = await journalist.post(documentsAt('post'), {
      code: 'PLAN-FAUX',
      depicts: 'no-real-person',
      lateToleranceMinutes: 60,
      ...what,
    });
    expect(answer.status).toBe(400);
    expect(answer.message).toContain(sentence);
  });

  it('has no film that a form made up', async () => {
    await post({ code: 'PLAN-2', film: { audiogramId: 'x', spotCode: '0001', key: 'masters/x' } });
    expect((await stored('PLAN-2')).film).toBeNull();
    const films = await journalist.get('/desk/posts/films');
    expect(films.status).toBe(200);
    const attached = await journalist.post('/desk/posts/PLAN-2/film', { audiogramId: 'x' });
    expect(attached.status).toBe(422);
  });

  it('is refused a group whose words are no hashtags', async () => {
    const answer = await journalist.post(documentsAt('hashtag-group'), {
      code: 'PLAN-FAUX',
      name: 'Faux',
      hashtags: '#bien-vivre #2026',
    });
    expect(answer.message).toContain('#bien-vivre, #2026');
  });
});

describe('moving an approved post over HTTP', () => {
  it('moves document, approval and parts together when a manager does it', async () => {
    await post({ code: 'PLAN-3' });
    expect((await manager.post('/desk/posts/PLAN-3/approve')).status).toBe(200);
    const moved = await move(manager, 'PLAN-3');
    expect(moved.data).toEqual({ isApproved: true, dueAt: '2099-12-02T18:30:00.000Z' });
    expect((await stored('PLAN-3')).dueAt).toEqual(new Date('2099-12-02T18:30:00.000Z'));
    const [delivery] = await app.ports.deliveries.ofPost('PLAN-3');
    expect(delivery?.content.dueAt).toEqual(new Date('2099-12-02T18:30:00.000Z'));
    expect((await app.ports.approvals.of('PLAN-3'))?.hash).toBe(delivery?.approvalHash);
  });

  it('voids the approval when a journalist does it', async () => {
    await post({ code: 'PLAN-4' });
    await manager.post('/desk/posts/PLAN-4/approve');
    expect((await move(journalist, 'PLAN-4')).data).toMatchObject({ isApproved: false });
    expect(await app.ports.approvals.of('PLAN-4')).toBeNull();
    expect(await app.ports.deliveries.ofPost('PLAN-4')).toEqual([]);
  });

  it('leaves everything as it was when it cannot be moved', async () => {
    await post({ code: 'PLAN-5', notAfter: '2099-12-01T13:00:00.000Z' });
    const refused = await move(manager, 'PLAN-5');
    expect(refused.status).toBe(422);
    expect(refused.message).toContain('ne doit pas paraître après');
    expect((await stored('PLAN-5')).dueAt).toEqual(new Date('2099-12-01T12:00:00.000Z'));
    expect((await move(manager, 'NULLE-PART')).status).toBe(404);
    expect((await move(manager, 'PLAN-5', 'demain')).status).toBe(400);
  });
});

describe('the calendar and the table', () => {
  it('tells the campaign’s clock and its usual times', async () => {
    const calendar = await journalist.get('/desk/posts/calendar');
    expect(calendar.data).toMatchObject({ timeZone: 'Africa/Bamako', postingTimes: [] });
  });

  it('gives the table as a file that no cache keeps', async () => {
    const table = await journalist.get('/desk/posts/table');
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(table.headers.get('cache-control')).toBe('no-store');
    expect(table.text).toContain('PLAN-3');
  });
});
