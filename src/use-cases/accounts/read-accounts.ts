import {
  holdOf,
  isOwnedByPartner,
  monthOf,
  needsSecrets,
  SECRET_FIELDS,
} from '../../domain/social';
import type { Account, AccountHold, AccountState, SecretField } from '../../domain/social';
import type { AccountPorts } from './account-ports';

export type PersonName = { readonly person: string; readonly name: string };

export type AccountView = {
  readonly account: Account;
  /** False where its owner is a name from before, which no partner of the campaign bears. */
  readonly isOwnedByPartner: boolean;
  readonly state: AccountState;
  /** Why nothing goes out on it now; null when all is well. */
  readonly hold: AccountHold | null;
  readonly needsSecrets: boolean;
  /** What has to be entered, by name; what was entered is never answered. */
  readonly fields: readonly SecretField[];
  readonly connectedAt: Date | null;
  readonly people: readonly PersonName[];
  readonly spentMicroUsd: number;
};

export type AccountsView = {
  readonly accounts: readonly AccountView[];
  /** False when the installation has no key to keep secrets with. */
  readonly canConnect: boolean;
  /** Everybody at the desk, to choose from. */
  readonly everybody: readonly PersonName[];
};

/** Every account for the desk: what state it is in and why, who may post there, what it cost this month. */
export async function readAccounts(
  ports: Pick<
    AccountPorts,
    'system' | 'content' | 'accountSecrets' | 'accountStates' | 'spending' | 'people'
  >,
): Promise<AccountsView> {
  const now = ports.system.now();
  const saved = await ports.accountSecrets.saved();
  const states = await ports.accountStates.all();
  const people = await ports.accountStates.people();
  const spending = await ports.spending.ofMonth(monthOf(now));
  const everybody = await ports.people.everybody();
  const nameOf = (person: string) => everybody.find((one) => one.person === person)?.name ?? person;

  const { partners } = await ports.content.campaign();

  const accounts: AccountView[] = [];
  for (const account of await ports.content.accounts()) {
    const { code, network } = account;
    const state = states.get(code) ?? (await ports.accountStates.of(code));
    const kept = saved.find((each) => each.accountCode === code && each.network === network);
    const isConnected = !needsSecrets(network) || kept !== undefined;
    const spentMicroUsd = spending.get(code) ?? 0;
    // One more thousandth of a dollar: at the cap itself nothing more is paid for.
    const money = { spentMicroUsd, nextMicroUsd: network === 'x' ? 1000 : 0 };
    accounts.push({
      account,
      isOwnedByPartner: isOwnedByPartner(account, partners),
      state,
      hold: holdOf(account, state, money, isConnected, now),
      needsSecrets: needsSecrets(network),
      fields: SECRET_FIELDS[network],
      connectedAt: kept?.savedAt ?? null,
      people: (people.get(code) ?? []).map((person) => ({ person, name: nameOf(person) })),
      spentMicroUsd,
    });
  }
  return { accounts, canConnect: ports.accountSecrets.canKeep(), everybody };
}
