import type { Account } from '../../domain/social';
import type { PostChoicesOnWire, PostOnWire } from '../desk/wire';

type Values = Readonly<Record<string, unknown>>;

/** What a post's form stands for now: what was saved, without what was taken away, with what was added. */
export type Chosen = {
  readonly accounts: readonly Pick<Account, 'network' | 'name'>[];
  readonly hashtags: readonly string[];
};

type Named = { readonly documentId: string; readonly code: string };

/** Reads the links of a form, saved or not. Until the choices are there, what was saved counts. */
export function chosenIn(
  values: Values,
  saved: Pick<PostOnWire, 'post' | 'accounts'> | null,
  choices: PostChoicesOnWire | null,
): Chosen {
  const before = { accounts: saved?.accounts ?? [], hashtags: saved?.post.hashtags ?? [] };
  if (choices === null) return before;
  // An account that others post on is no choice for this person, and stays where it stands.
  const known = [...choices.accounts, ...before.accounts].filter(
    ({ code }, place, all) => all.findIndex((other) => other.code === code) === place,
  );
  const accounts = linked(values['accounts'], known, saved?.post.accountCodes ?? []);
  const groups = linked(
    values['hashtagGroups'],
    choices.hashtagGroups,
    saved?.post.hashtagGroupCodes ?? [],
  );
  return { accounts, hashtags: groups.flatMap(({ hashtags }) => hashtags) };
}

/** By their codes, as the server reads them. */
function linked<Item extends Named>(
  relation: unknown,
  known: readonly Item[],
  savedCodes: readonly string[],
): readonly Item[] {
  const added = documentsIn(relation, 'connect');
  const removed = documentsIn(relation, 'disconnect');
  return known
    .filter(
      ({ code, documentId }) =>
        added.has(documentId) || (savedCodes.includes(code) && !removed.has(documentId)),
    )
    .sort((one, other) => one.code.localeCompare(other.code));
}

/** Strapi's form keeps what was added and taken away in two lists of links, each with the document it leads to. */
function documentsIn(relation: unknown, list: 'connect' | 'disconnect'): ReadonlySet<string> {
  const links = fieldOf(relation, list);
  if (!Array.isArray(links)) return new Set();
  const named = (links as readonly unknown[]).map(
    (link) => fieldOf(fieldOf(link, 'apiData'), 'documentId') ?? fieldOf(link, 'documentId'),
  );
  return new Set(named.filter((documentId) => typeof documentId === 'string'));
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Values)[name] : undefined;
}
