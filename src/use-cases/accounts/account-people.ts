import type { AccountPorts } from './account-ports';

/** Names the people who may post on an account; none named: whoever may approve posts. False when there is no such account. */
export async function setAccountPeople(
  ports: Pick<AccountPorts, 'content' | 'accountStates' | 'journal' | 'system'>,
  accountCode: string,
  people: readonly string[],
  by: string,
): Promise<boolean> {
  const isKnown = (await ports.content.accounts()).some(({ code }) => code === accountCode);
  if (!isKnown) return false;
  await ports.accountStates.setPeople(accountCode, [...new Set(people)].sort());
  const at = ports.system.now();
  const details = { people: people.length };
  await ports.journal.write({ at, by, action: 'account-people', subject: accountCode, details });
  return true;
}

/** Which of the accounts a person may not post on: somebody is named for them, and it is not this person. */
export async function closedAccounts(
  { accountStates }: Pick<AccountPorts, 'accountStates'>,
  accountCodes: readonly string[],
  person: string,
): Promise<readonly string[]> {
  const people = await accountStates.people();
  return accountCodes.filter((code) => !(people.get(code) ?? [person]).includes(person));
}

/** The same, with the names of those who may instead: whom to ask. */
export async function whoPostsInstead(
  ports: Pick<AccountPorts, 'accountStates' | 'people'>,
  accountCodes: readonly string[],
  person: string,
): Promise<readonly { readonly accountCode: string; readonly people: readonly string[] }[]> {
  const closed = await closedAccounts(ports, accountCodes, person);
  if (closed.length === 0) return [];
  const named = await ports.accountStates.people();
  const everybody = closed.flatMap((code) => named.get(code) ?? []);
  const names = await ports.people.namesOf(everybody);
  return closed.map((accountCode) => ({
    accountCode,
    people: (named.get(accountCode) ?? []).flatMap((one) => names.get(one) ?? []),
  }));
}
