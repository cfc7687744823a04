import type { Core } from '@strapi/strapi';

import { closedAccountSentence } from '../../wording/accounts';
import { actionId } from './actions';
import { refuseDocument, type DocumentCall } from './document-call';
import { documentsOf, UID } from './documents';
import { abilityOfVisitor, personOfVisitor } from './visitor';

/** An account that a person may not post on, and who may, by name. */
export type ClosedAccount = { readonly accountCode: string; readonly people: readonly string[] };

/** Which of the accounts are closed to a person (`user:<id>`). */
export type ClosedTo = (
  accountCodes: readonly string[],
  person: string,
) => Promise<readonly ClosedAccount[]>;

type AccountRow = {
  readonly id: number;
  readonly documentId: string;
  readonly code: string;
  readonly name: string;
};

/** Who asks, where others may be named for an account: null outside a request, and for whoever manages the accounts. */
export function boundPerson(strapi: Core.Strapi): string | null {
  const isManager = abilityOfVisitor(strapi)?.can(actionId('desk.accounts.manage')) === true;
  return isManager ? null : personOfVisitor(strapi);
}

/**
 * Nobody puts a post on an account that others are named for. An account that stands on the post already stays: whoever
 * mends a word of it does not have to know why it is there.
 */
export async function keepPostAccounts(
  strapi: Core.Strapi,
  call: DocumentCall,
  closedTo: ClosedTo,
): Promise<void> {
  const person = boundPerson(strapi);
  if (person === null) return;
  const wanted = await wantedAccounts(strapi, call);
  if (wanted.length === 0) return;
  const codes = wanted.map(({ code }) => code);
  const closed = await closedTo(codes, person);
  if (closed.length === 0) return;
  const sentences = closed.map(({ accountCode, people }) => {
    const account = wanted.find(({ code }) => code === accountCode);
    return closedAccountSentence(account?.name ?? accountCode, people);
  });
  // Not as a 403: at these routes the framework answers one in its own words, without whom to ask.
  refuseDocument(sentences.join(' '));
}

/** The accounts that a write adds to a post; for a copy, those that come along too. */
async function wantedAccounts(
  strapi: Core.Strapi,
  call: DocumentCall,
): Promise<readonly AccountRow[]> {
  const { documentId, data } = call.params;
  const relation = data?.['accounts'];
  const before = documentId === undefined ? [] : await accountsOfPost(strapi, documentId);
  const added = await accountsNamed(strapi, linksAdded(relation));
  if (call.action === 'clone') {
    const removed = linksOf(fieldOf(relation, 'disconnect'));
    return [...before.filter((row) => !isNamed(row, removed)), ...added];
  }
  const standing = new Set(before.map(({ code }) => code));
  return added.filter(({ code }) => !standing.has(code));
}

async function accountsOfPost(
  strapi: Core.Strapi,
  documentId: string,
): Promise<readonly AccountRow[]> {
  const query = { documentId, populate: { accounts: true } };
  const post = (await documentsOf(strapi, UID.post).findOne(query)) as {
    readonly accounts?: readonly AccountRow[];
  } | null;
  return post?.accounts ?? [];
}

/** Links as the document service takes them: a document's name or a row's number, bare or in an object. */
type Link = string | number;

function linkOf(value: unknown): Link | null {
  if (typeof value === 'string' || typeof value === 'number') return value;
  const link = fieldOf(value, 'documentId') ?? fieldOf(value, 'id');
  return typeof link === 'string' || typeof link === 'number' ? link : null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function linksOf(values: unknown): readonly Link[] {
  const list: readonly unknown[] = Array.isArray(values) ? values : [values];
  return list.map(linkOf).filter((link) => link !== null);
}

function linksAdded(relation: unknown): readonly Link[] {
  const isPlain = Array.isArray(relation) || typeof relation !== 'object';
  if (isPlain) return linksOf(relation);
  return [
    ...linksOf(fieldOf(relation, 'connect')),
    ...linksOf(fieldOf(relation, 'set')),
    ...linksOf(relation),
  ];
}

function isNamed({ id, documentId }: AccountRow, links: readonly Link[]): boolean {
  return links.some((link) => link === documentId || String(link) === String(id));
}

async function accountsNamed(
  strapi: Core.Strapi,
  links: readonly Link[],
): Promise<readonly AccountRow[]> {
  if (links.length === 0) return [];
  const rows = (await documentsOf(strapi, UID.account).findMany()) as readonly AccountRow[];
  return rows.filter((row) => isNamed(row, links));
}

/** Where the content form asks which accounts may be added to a post. */
const PICKER = `/content-manager/relations/${UID.post}/accounts`;

type Picker = { readonly path: string; readonly status: number; body: unknown };

/** The form does not offer an account that the save would refuse. */
export function offerOpenAccounts(strapi: Core.Strapi, closedTo: ClosedTo): void {
  strapi.server.use(async (ctx: Picker, next: () => Promise<unknown>) => {
    await next();
    if (ctx.status !== 200 || decodeURIComponent(ctx.path) !== PICKER) return;
    const person = boundPerson(strapi);
    const results = fieldOf(ctx.body, 'results');
    if (person === null || !Array.isArray(results)) return;
    const offered = await accountsNamed(strapi, linksOf(results));
    const closed = await closedTo(
      offered.map(({ code }) => code),
      person,
    );
    const hidden = offered.filter(({ code }) =>
      closed.some(({ accountCode }) => accountCode === code),
    );
    const shown = results.filter((row) => !hidden.some((each) => isNamed(each, linksOf([row]))));
    ctx.body = { ...(ctx.body as object), results: shown };
  });
}
