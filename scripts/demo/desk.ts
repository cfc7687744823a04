import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** An answer that the caller reads further: JSON of a shape that only the step knows. */
export type Json = Record<string, unknown>;

export type Refusal = { readonly status: number; readonly message: string };

/** A person who is signed in to the desk. */
export type Desk = {
  readonly email: string;
  /** @throws Error when the answer is not a success. */
  get(address: string): Promise<Json>;
  post(address: string, body?: unknown): Promise<Json>;
  put(address: string, body: unknown): Promise<Json>;
  /** Sends a file in the field `file` of a form. */
  send(address: string, file: string, fileName?: string): Promise<Json>;
  /** Expects a refusal, and answers it. @throws Error when it is accepted. */
  refused(act: () => Promise<Json>): Promise<Refusal>;
};

export class RequestRefused extends Error {
  constructor(
    readonly status: number,
    readonly sentence: string,
    address: string,
  ) {
    super(`${address} : ${status} ${sentence}`);
  }
}

/** Signs in and answers what the person can do. */
export async function signIn(server: string, email: string, password: string): Promise<Desk> {
  const signedIn = await call(server, '/admin/login', undefined, { email, password });
  return deskOf(server, email, String(dataOf(signedIn)['token']));
}

/** Registers the first administrator of an empty installation. */
export async function registerFirstAdministrator(
  server: string,
  email: string,
  password: string,
): Promise<Desk> {
  const person = { email, password, firstname: 'Administration', lastname: 'Exemple' };
  const registered = await call(server, '/admin/register-admin', undefined, person);
  return deskOf(server, email, String(dataOf(registered)['token']));
}

/** Invites somebody with a role, and accepts the invitation for them. */
export async function addPerson(
  server: string,
  administrator: Desk,
  person: {
    readonly email: string;
    readonly password: string;
    readonly firstname: string;
    readonly role: string;
  },
): Promise<Desk> {
  const roles = (await administrator.get('/admin/roles'))['data'] as Json[];
  const role = roles.find(({ code }) => code === person.role);
  if (role === undefined) throw new Error(`Le rôle ${person.role} manque.`);
  const { email, firstname, password } = person;
  const invited = await administrator.post('/admin/users', {
    email,
    firstname,
    lastname: 'Exemple',
    roles: [role['id']],
    preferedLanguage: 'fr',
  });
  const registrationToken = dataOf(invited)['registrationToken'];
  const userInfo = { firstname, lastname: 'Exemple', password };
  await call(server, '/admin/register', undefined, { registrationToken, userInfo });
  return signIn(server, email, password);
}

export function dataOf(answer: Json): Json {
  return answer['data'] as Json;
}

export function listOf(answer: Json): Json[] {
  return answer['data'] as Json[];
}

function deskOf(server: string, email: string, token: string): Desk {
  return {
    email,
    get: (address) => call(server, address, token),
    post: (address, body = {}) => call(server, address, token, body),
    put: (address, body) => call(server, address, token, body, 'PUT'),
    send: async (address, file, fileName = path.basename(file)) => {
      const form = new FormData();
      form.append('file', new Blob([await readFile(file)]), fileName);
      return call(server, address, token, form);
    },
    refused: async (act) => {
      try {
        await act();
      } catch (error) {
        if (error instanceof RequestRefused)
          return { status: error.status, message: error.sentence };
        throw error;
      }
      throw new Error('Une demande qui devait être refusée a été acceptée.');
    },
  };
}

async function call(
  server: string,
  address: string,
  token: string | undefined,
  body?: unknown,
  method = body === undefined ? 'GET' : 'POST',
): Promise<Json> {
  const headers: Record<string, string> = { Origin: server };
  if (token !== undefined) headers['Authorization'] = `Bearer ${token}`;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
  const payload = isForm ? body : body === undefined ? undefined : JSON.stringify(body);
  const request: RequestInit = { method, headers };
  if (payload !== undefined) request.body = payload;
  const response = await fetch(`${server}${address}`, request);
  const text = await response.text();
  const parsed = parse(text);
  if (response.ok) return parsed;
  const error = parsed['error'] as { message?: string } | undefined;
  throw new RequestRefused(response.status, error?.message ?? text.slice(0, 200), address);
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
}
