import { createMicroUsd, holdOf, monthOf, needsSecrets } from '../../domain/social';
import type { Account, AccountHold } from '../../domain/social';
import type { AccountPorts } from './account-ports';

/** Why a text does not go out on an account at an instant: the sheet, the connection, a pause, the month's cap. Null when it may. */
export async function accountHold(
  ports: Pick<AccountPorts, 'accountSecrets' | 'accountStates' | 'spending'>,
  account: Account | undefined,
  text: string,
  at: Date,
): Promise<AccountHold | null> {
  if (account === undefined) return { kind: 'account-gone' };
  const { code, network } = account;
  const state = await ports.accountStates.of(code);
  const nextMicroUsd = createMicroUsd(network, text);
  const spentMicroUsd =
    nextMicroUsd === 0 ? 0 : ((await ports.spending.ofMonth(monthOf(at))).get(code) ?? 0);
  const isConnected =
    !needsSecrets(network) ||
    (await ports.accountSecrets.saved()).some(
      (saved) => saved.accountCode === code && saved.network === network,
    );
  return holdOf(account, state, { spentMicroUsd, nextMicroUsd }, isConnected, at);
}
