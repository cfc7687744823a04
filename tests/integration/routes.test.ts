import { beforeAll, describe, expect, it } from 'vitest';

import { documentsAt, personAt, type Answer, type Person } from '../helpers/desk-client';
import { bootApp, type App, type RoleCode } from '../helpers/strapi';
import {
  DESK_ROUTES,
  DOCUMENTS,
  EDITOR_ROUTES,
  MESSAGE_LANGUAGES,
  OPEN_ROUTES,
  PLATFORM_OPEN,
  type LocaleVerb,
} from './access-tables';

const LETTER_OF = {
  'yeelen-journalist': 'J',
  'yeelen-reviewer-fr': 'R',
  'yeelen-reviewer-bm': 'R',
  'yeelen-reviewer-snk': 'R',
  'yeelen-campaign-manager': 'M',
  'strapi-super-admin': 'A',
  'essai-sans-droit': '-',
} as const satisfies Partial<Record<RoleCode, string>>;

type Role = keyof typeof LETTER_OF;
const ROLES = Object.keys(LETTER_OF) as Role[];

let app: App;
let visitor: Person;
const people = {} as Record<Role, Person>;

type RoleService = { create(role: Readonly<Record<string, string>>): Promise<unknown> };

beforeAll(async () => {
  // A house of its own: the administrator's turn deletes documents.
  app = await bootApp({});
  const roles = app.strapi.service('admin::role') as unknown as RoleService;
  await roles.create({ code: 'essai-sans-droit', name: 'Sans droit', description: 'Aucun droit' });
  visitor = personAt(app, null);
  for (const role of ROLES) people[role] = personAt(app, await app.signIn(role));
});

type Layer = { readonly path: string | RegExp; readonly methods: readonly string[] };

/** Every route that the running server answers, as `GET /desk/home`. */
function routesOfServer(): string[] {
  const layers = app.strapi.server.listRoutes() as unknown as readonly Layer[];
  const ofServer = layers.flatMap(({ path, methods }) =>
    methods
      .filter((method) => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method))
      .map((method) => `${method} ${String(path)}`),
  );
  return [...new Set(ofServer)];
}

/** Doors that came with the platform: they have a check of their own below. */
const PLATFORM =
  /^\w+ (?:\/_health$|\/admin\b|\/content-manager\b|\/content-type-builder\b|\/email\b|\/i18n\b|\/upload\b|\/uploads\/\(\.\*\)$|\/api\/(?:content-type-builder|email|upload|i18n)\b|\/\(\(\?!uploads\/\)\.\+\)$)/;

/** The address of a route, with things that do not exist; `model` where it names a content type. */
function addressOf(
  route: string,
  model = 'inconnu',
): { readonly method: string; readonly address: string } {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replace(/:(\w+)/g, (_, name: string) =>
    name === 'model' ? model : 'inconnu',
  );
  return { method, address };
}

/** `allowed`, `refused`, or a status that none of the roles should see. */
type Answered = string;

function inWords(status: number): Answered {
  if (status === 403) return 'refused';
  return status === 401 || status >= 500 ? `answered ${status}` : 'allowed';
}

function expectedFor(letters: string): Record<Role, Answered> {
  const allowed = letters.split(' ');
  return Object.fromEntries(
    ROLES.map((role) => [role, allowed.includes(LETTER_OF[role]) ? 'allowed' : 'refused']),
  ) as Record<Role, Answered>;
}

async function askedByAll(
  ask: (person: Person, role: Role) => Promise<{ readonly status: number }>,
): Promise<Record<Role, Answered>> {
  const answered = {} as Record<Role, Answered>;
  for (const role of ROLES) answered[role] = inWords((await ask(people[role], role)).status);
  return answered;
}

describe('every door has a row', () => {
  it('of the desk, the stations, the public', () => {
    const rows = new Set([...Object.keys(DESK_ROUTES), ...Object.keys(OPEN_ROUTES)]);
    const ours = routesOfServer().filter((route) => !PLATFORM.test(route));
    expect(ours.filter((route) => !rows.has(route))).toEqual([]);
    expect([...rows].filter((route) => !ours.includes(route))).toEqual([]);
  });

  it('of the documents’ editor', () => {
    const doors = routesOfServer().filter((route) =>
      /\/content-manager\/(?:collection|single)-types\//.test(route),
    );
    expect(doors.filter((route) => !(route in EDITOR_ROUTES))).toEqual([]);
    expect(Object.keys(EDITOR_ROUTES).filter((route) => !doors.includes(route))).toEqual([]);
  });

  it('of the content types', () => {
    const types = Object.keys(app.strapi.contentTypes)
      .filter((uid) => uid.startsWith('api::'))
      .map((uid) => uid.split('.')[1]);
    expect(types.sort()).toEqual(Object.keys(DOCUMENTS).sort());
  });
});

describe('the desk', () => {
  it.each(Object.entries(DESK_ROUTES))('%s for %s', async (route, letters) => {
    const { method, address } = addressOf(route);
    const body = method === 'GET' ? undefined : {};
    expect((await visitor.ask(method, address, body)).status).toBe(401);
    expect(await askedByAll((person) => person.ask(method, address, body))).toEqual(
      expectedFor(letters),
    );
  });

  it('gives each action a name on the page of roles', async () => {
    const { data } = await people['strapi-super-admin'].get('/admin/permissions');
    const { settings } = (data['sections'] ?? {}) as {
      settings?: readonly { action: string; displayName: string }[];
    };
    const ours = (settings ?? []).filter(({ action }) => action.startsWith('api::desk.'));
    expect(ours.length).toBeGreaterThanOrEqual(15);
    expect(ours.filter(({ displayName }) => displayName === '')).toEqual([]);
  });
});

describe('doors outside the desk', () => {
  it.each(Object.entries(OPEN_ROUTES))('%s answers %i', async (route, status) => {
    const { method, address } = addressOf(route);
    const form = personAt(app, null, { 'Content-Type': 'application/x-www-form-urlencoded' });
    const body = method === 'POST' ? '' : undefined;
    expect((await form.ask(method, address, body)).status).toBe(status);
    const authorization = await administrator();
    const signedIn = personAt(app, authorization, {
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    expect((await signedIn.ask(method, address, body)).status).toBe(status);
  });

  let token: string | null = null;
  async function administrator(): Promise<string> {
    token ??= await app.signIn('strapi-super-admin');
    return token;
  }

  it('of the platform are shut to visitors, but for those of the sign-in', async () => {
    const open: string[] = [];
    const doors = routesOfServer().filter((route) => PLATFORM.test(route) && !route.includes('('));
    expect(doors.length).toBeGreaterThan(150);
    for (const route of doors) {
      const { method, address } = addressOf(route);
      const { status } = await visitor.ask(method, address, method === 'GET' ? undefined : {});
      if (![401, 403, 404, 405].includes(status)) open.push(`${route} ${status}`);
    }
    expect(open.sort()).toEqual([...PLATFORM_OPEN].sort());
  });

  it.each(Object.keys(DOCUMENTS))('hand no %s to a program without a token', async (type) => {
    for (const name of [type, `${type}s`]) {
      expect((await visitor.get(`/api/${name}`)).status).toBe(404);
    }
    expect((await visitor.get('/api/upload/files')).status).toBe(401);
  });

  it('hand out nothing under /uploads', async () => {
    for (const address of [
      '/uploads/',
      '/uploads/.gitkeep',
      '/uploads/../.env',
      '/uploads/x.mp3',
    ]) {
      expect((await visitor.get(address)).status).toBe(404);
    }
  });
});

describe('documents', () => {
  /** Every door for messages and the campaign; for the others one door a verb: they share the editor's code. */
  function doorsOf(type: string) {
    const isSingle = type === 'campaign' || type === 'sound-check';
    const all = Object.entries(EDITOR_ROUTES).filter(
      ([route]) =>
        route.includes('/single-types/') === isSingle &&
        // These have no drafts, and the editor no button that would ask for this.
        !(isSingle && route.endsWith('/discard')) &&
        !(type === 'sound-check' && route.endsWith('/actions/publish')),
    );
    if (isSingle || type === 'message') return all;
    return all.filter(([, verb], index) => all.findIndex(([, one]) => one === verb) === index);
  }

  function inOwnLanguage(url: string, role: Role): string {
    const language = /^yeelen-reviewer-(\w+)$/.exec(role)?.[1] ?? 'fr';
    return `${url}${url.includes('?') ? '&' : '?'}locale=${language}`;
  }

  it.each(Object.entries(DOCUMENTS))('%s', async (type, verbs) => {
    const answered: Record<string, Record<Role, Answered>> = {};
    const expected: Record<string, Record<Role, Answered>> = {};
    for (const [route, verb] of doorsOf(type)) {
      const { method, address } = addressOf(route, `api::${type}.${type}`);
      const url = route.includes('countMany') ? `${address}?documentIds[]=inconnu` : address;
      const body = route.includes('/bulk') ? { documentIds: ['inconnu'] } : {};
      const sent = method === 'GET' || method === 'DELETE' ? undefined : body;
      expect((await visitor.ask(method, url, sent)).status, `visitor: ${route}`).toBe(401);
      answered[route] = await askedByAll((person, role) =>
        person.ask(method, type === 'message' ? inOwnLanguage(url, role) : url, sent),
      );
      expected[route] = expectedFor(verbs[verb]);
    }
    expect(answered).toEqual(expected);
  });
});

describe('a message, language by language', () => {
  const ADDRESS = documentsAt('message');
  const TEXT = { title: 'Titre', body: 'Texte', callToAction: 'Appelez' };
  const SHARED = { factsSource: 'Source d’essai', helpContact: '+223 00 00 00 00' };
  let count = 0;

  type Documents = (uid: string) => {
    create(call: object): Promise<{ documentId: string }>;
    update(call: object): Promise<unknown>;
    publish(call: object): Promise<unknown>;
    findOne(call: object): Promise<unknown>;
  };
  const messages = () => (app.strapi.documents as unknown as Documents)('api::message.message');

  /** A message that is written, approved and published in the three languages. */
  async function publishedMessage(): Promise<string> {
    count += 1;
    const data = { ...TEXT, ...SHARED, code: `MSG-DROITS-${count}` };
    const { documentId } = await messages().create({ locale: 'fr', data });
    for (const locale of ['fr', 'bm', 'snk'] as const) {
      if (locale !== 'fr') await messages().update({ documentId, locale, data: TEXT });
      await app.ports.content.setReview(documentId, locale, {
        state: 'approved',
        note: '',
        translatedFrom: null,
      });
      await messages().publish({ documentId, locale });
    }
    return documentId;
  }

  type Act = (person: Person, message: string, query: string) => Promise<Answer>;
  const newText = () => {
    count += 1;
    return { ...TEXT, ...SHARED, code: `MSG-DROITS-${count}` };
  };
  const ACTS: Readonly<Record<LocaleVerb, Act>> = {
    read: (person, message, query) => person.get(`${ADDRESS}/${message}${query}`),
    create: (person, _message, query) => person.post(`${ADDRESS}${query}`, newText()),
    update: (person, message, query) => person.put(`${ADDRESS}/${message}${query}`, TEXT),
    discard: (person, message, query) =>
      person.post(`${ADDRESS}/${message}/actions/discard${query}`),
    unpublish: (person, message, query) =>
      person.post(`${ADDRESS}/${message}/actions/unpublish${query}`),
    publish: (person, message, query) =>
      person.post(`${ADDRESS}/${message}/actions/publish${query}`),
    'publish anew': (person, _message, query) =>
      person.post(`${ADDRESS}/actions/publish${query}`, newText()),
    'unpublish many': (person, message, query) =>
      person.post(`${ADDRESS}/actions/bulkUnpublish${query}`, { documentIds: [message] }),
    'publish many': (person, message, query) =>
      person.post(`${ADDRESS}/actions/bulkPublish${query}`, { documentIds: [message] }),
    clone: (person, message, query) =>
      person.post(`${ADDRESS}/clone/${message}${query}`, newText()),
    delete: (person, message, query) => person.ask('DELETE', `${ADDRESS}/${message}${query}`),
    'delete many': (person, message, query) =>
      person.post(`${ADDRESS}/actions/bulkDelete${query}`, { documentIds: [message] }),
  };
  const VERBS = Object.keys(ACTS) as LocaleVerb[];

  const matrix = Object.entries(MESSAGE_LANGUAGES).flatMap(([role, verbs]) =>
    ['fr', 'bm', 'snk', 'none'].map((language) => ({ role: role as Role, language, verbs })),
  );

  it.each(matrix)('$role in $language', async ({ role, language, verbs }) => {
    const query = language === 'none' ? '' : `?locale=${language}`;
    const meant = language === 'none' ? 'fr' : language;
    let message = await publishedMessage();
    const answered: Partial<Record<LocaleVerb, Answered>> = {};
    const expected: Partial<Record<LocaleVerb, Answered>> = {};
    for (const verb of VERBS) {
      if (verb === 'delete many' && answered.delete === 'allowed')
        message = await publishedMessage();
      answered[verb] = inWords((await ACTS[verb](people[role], message, query)).status);
      expected[verb] = verbs[verb].split(' ').includes(meant) ? 'allowed' : 'refused';
    }
    expect(answered).toEqual(expected);
  });

  /** What is in no language cannot be read or deleted; nothing can be written in it. */
  const IN_NO_LANGUAGE: Readonly<Partial<Record<LocaleVerb, number>>> = {
    read: 200,
    delete: 404,
  };

  it.each(VERBS)('cannot %s in a language that does not exist', async (verb) => {
    const message = await publishedMessage();
    const allowed = ROLES.filter((role) => (MESSAGE_LANGUAGES[role]?.[verb] ?? '') !== '');
    for (const role of allowed) {
      const answer = await ACTS[verb](people[role], message, '?locale=zz');
      expect(answer.status, role).toBe(IN_NO_LANGUAGE[verb] ?? 400);
      expect(answer.data, role).toEqual({});
    }
    const stored: unknown = await app.strapi.db
      .connection('messages')
      .where({ locale: 'zz' })
      .count({ rows: '*' });
    expect(stored).toEqual([{ rows: 0 }]);
  });

  it('moves through the review in the languages of the reviewer alone', async () => {
    const allowed: string[] = [];
    const roles = ROLES.filter((role) => role !== 'essai-sans-droit');
    for (const role of roles) {
      for (const language of ['fr', 'bm', 'snk'] as const) {
        const message = await publishedMessage();
        const review = { state: 'in-review', note: '', translatedFrom: null } as const;
        await app.ports.content.setReview(message, language, review);
        const { status } = await people[role].post(`/desk/messages/${message}/review`, {
          language,
          action: 'approve',
        });
        if (status === 200) allowed.push(`${role} ${language}`);
        else expect(status, `${role} ${language}`).toBe(403);
      }
    }
    expect(allowed).toEqual([
      'yeelen-reviewer-fr fr',
      'yeelen-reviewer-bm bm',
      'yeelen-reviewer-snk snk',
      'strapi-super-admin fr',
      'strapi-super-admin bm',
      'strapi-super-admin snk',
    ]);
  });
});
