import { beforeAll, describe, expect, it } from 'vitest';

import { documentsAt, personAt, type Json } from '../helpers/desk-client';
import { gatherTeam, write, type Team } from '../helpers/desk-stories';
import { bootApp, type App } from '../helpers/strapi';

const PARTNER = 'Organisation partenaire (exemple)';
const CAMPAIGN = '/content-manager/single-types/api::campaign.campaign';
const ACCOUNTS = documentsAt('social-account');

let app: App;
let team: Team;

beforeAll(async () => {
  app = await bootApp();
  team = await gatherTeam(app);
});

const sheet = (code: string, what: Json = {}): Json => ({
  code,
  name: `Compte ${code} (exemple)`,
  network: 'simulator',
  owner: PARTNER,
  ...what,
});

async function owners(): Promise<ReadonlyMap<string, string>> {
  const accounts = await app.ports.content.accounts();
  return new Map(accounts.map(({ code, owner }) => [code, owner]));
}

describe('the owner of an account', () => {
  it('is one of the partners that the campaign names, and no other', async () => {
    const offered = await team.manager.get('/desk/accounts/partners');
    expect(offered.json['data']).toEqual([PARTNER]);
    await write(team.manager, 'social-account', sheet('SOC-1'));
    const refused = await team.manager.post(ACCOUNTS, sheet('SOC-2', { owner: 'Une inconnue' }));
    expect(refused.status).toBe(400);
    expect(refused.message).toContain('« Une inconnue » n’est pas une organisation partenaire');
    expect((await owners()).has('SOC-2')).toBe(false);
  });

  it('stays as an older sheet names it, is shown as such, and stands in the way of nothing else', async () => {
    const made = await write(team.manager, 'social-account', sheet('SOC-3'));
    // As it was written before there was a choice.
    const accounts = app.strapi.db.query('api::social-account.social-account');
    await accounts.updateMany({ where: { code: 'SOC-3' }, data: { owner: 'Notre radio' } });
    const address = `${ACCOUNTS}/${String(made['documentId'])}`;
    const changed = { owner: 'Notre radio', name: 'Autre nom (exemple)' };
    expect((await team.manager.put(address, changed)).status).toBe(200);
    expect((await team.manager.put(address, { owner: 'Une inconnue' })).status).toBe(400);
    expect((await owners()).get('SOC-3')).toBe('Notre radio');
    const isOwned = async () => {
      const { accounts: views } = (await team.manager.get('/desk/accounts')).data as {
        accounts: { account: { code: string }; isOwnedByPartner: boolean }[];
      };
      return views.find(({ account }) => account.code === 'SOC-3')?.isOwnedByPartner;
    };
    expect(await isOwned()).toBe(false);
    expect((await team.manager.put(address, { owner: PARTNER })).status).toBe(200);
    expect(await isOwned()).toBe(true);
  });

  it('goes along when the partner gets another name, and two never have the same', async () => {
    await write(team.manager, 'social-account', sheet('SOC-4'));
    const { data } = await team.manager.get(CAMPAIGN);
    const [partner] = data['partners'] as readonly { readonly id: number; readonly name: string }[];
    const rename = (name: string) =>
      team.manager.put(CAMPAIGN, { partners: [{ id: partner?.id, name }] });
    expect((await rename('Organisation nouvelle (exemple)')).status).toBe(200);
    expect((await owners()).get('SOC-4')).toBe('Organisation nouvelle (exemple)');
    const twice = await team.manager.put(CAMPAIGN, {
      partners: [{ id: partner?.id, name: 'Ensemble (exemple)' }, { name: ' Ensemble  (exemple)' }],
    });
    expect(twice.status).toBe(400);
    expect(twice.message).toContain('Deux partenaires s’appellent « Ensemble (exemple) »');
    expect((await rename(PARTNER)).status).toBe(200);
    expect((await owners()).get('SOC-4')).toBe(PARTNER);
  });
});

describe('an account that others are named for', () => {
  const post = (code: string, accounts: unknown): Json => ({
    code,
    textFr: `Une publication d’essai, ${code}.`,
    cardTitle: 'Partir, c’est aussi savoir',
    altText: 'Le titre du message sur un fond jaune',
    depicts: 'no-real-person',
    lateToleranceMinutes: 60,
    accounts,
  });
  let open: string;
  let closed: string;
  /** Somebody at the desk, named for the account that is closed to the others. */
  let nameOfOther: string;
  beforeAll(async () => {
    open = String((await write(team.manager, 'social-account', sheet('SOC-LIBRE')))['documentId']);
    const made = await write(team.manager, 'social-account', sheet('SOC-FERME'));
    closed = String(made['documentId']);
    const someone = personAt(app, await app.signIn('yeelen-reviewer-bm'));
    const { id, lastname } = (await someone.get('/admin/users/me')).data;
    nameOfOther = `Personne ${String(lastname)}`;
    const people = await team.manager.post('/desk/accounts/SOC-FERME/people', {
      people: [`user:${String(id)}`],
    });
    expect(people.status).toBe(200);
  });

  it.each([
    ['as a list', () => [closed]],
    ['as the form sends it', () => ({ connect: [{ documentId: closed }], disconnect: [] })],
    ['as a set', () => ({ set: [{ documentId: closed }] })],
    ['beside one that is open', () => [open, closed]],
  ])('takes no post of a journalist, %s', async (_how, accounts) => {
    const answer = await team.journalist.post(documentsAt('post'), post('SOC-P1', accounts()));
    expect(answer.status).toBe(400);
    expect(answer.message).toContain('le compte « Compte SOC-FERME (exemple) »');
    expect(answer.message).toContain(`Demandez à ${nameOfOther}, ou à la personne responsable`);
    expect(await app.ports.content.postByCode('SOC-P1')).toBeNull();
  });

  it('is not put on a post later either, nor by a copy; what a manager put there stays', async () => {
    const own = await write(team.journalist, 'post', post('SOC-P2', [open]));
    const at = (made: Json) => `${documentsAt('post')}/${String(made['documentId'])}`;
    const added = await team.journalist.put(at(own), {
      accounts: { connect: [{ documentId: closed }], disconnect: [] },
    });
    expect(added.status).toBe(400);
    expect(added.message).toContain('SOC-FERME');
    expect((await app.ports.content.postByCode('SOC-P2'))?.accountCodes).toEqual(['SOC-LIBRE']);

    const managed = await write(team.manager, 'post', post('SOC-P3', [open, closed]));
    const mended = await team.journalist.put(at(managed), {
      textFr: 'Une phrase corrigée.',
      accounts: { connect: [{ documentId: closed }], disconnect: [] },
    });
    expect(mended.status).toBe(200);
    const copy = await team.journalist.post(
      `${documentsAt('post')}/clone/${String(managed['documentId'])}`,
      { code: 'SOC-P4', accounts: { connect: [], disconnect: [] } },
    );
    expect(copy.status).toBe(400);
    expect(copy.message).toContain('SOC-FERME');
    expect(await app.ports.content.postByCode('SOC-P4')).toBeNull();
  });

  it('is not offered to them in the form; to a manager it is', async () => {
    const codes = async (person: Team['journalist']) => {
      const answer = await person.get('/content-manager/relations/api::post.post/accounts');
      const { results } = answer.json as { results?: readonly { documentId: string }[] };
      return [open, closed].filter((id) => results?.some(({ documentId }) => documentId === id));
    };
    expect(await codes(team.journalist)).toEqual([open]);
    expect(await codes(team.manager)).toEqual([open, closed]);
    const choices = async (person: Team['journalist']) => {
      const { accounts } = (await person.get('/desk/posts/choices')).data as {
        accounts: readonly { code: string }[];
      };
      return accounts.map(({ code }) => code).filter((code) => code.startsWith('SOC-'));
    };
    expect(await choices(team.journalist)).not.toContain('SOC-FERME');
    expect(await choices(team.manager)).toContain('SOC-FERME');
  });
});
