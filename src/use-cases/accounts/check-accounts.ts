import { afterCheck, needsSecrets, wantsCheck } from '../../domain/social';
import type { Account, AccountState, ConnectionReport } from '../../domain/social';
import type { AccountPorts } from './account-ports';

type CheckPorts = Omit<AccountPorts, 'spending' | 'people'>;

async function askNetwork(ports: CheckPorts, account: Account): Promise<ConnectionReport> {
  const channel = ports.channels.get(account.network);
  if (channel === undefined) return { kind: 'broken', words: 'This network is not installed' };
  try {
    return await channel.check(account.code);
  } catch (error) {
    // A channel should not throw; if one does, nothing is known.
    return { kind: 'unreachable', words: error instanceof Error ? error.name : 'unknown' };
  }
}

/** Looks at one account's connection now and keeps what it told: broken, the account rests; whole again, it goes on. */
export async function checkAccount(ports: CheckPorts, account: Account): Promise<AccountState> {
  const report = await askNetwork(ports, account);
  const at = ports.system.now();
  const before = await ports.accountStates.of(account.code);
  const after = await ports.accountStates.change(
    account.code,
    (state) => afterCheck(state, report, at),
    at,
  );
  if (before.report?.kind !== report.kind) {
    await ports.journal.write({
      at,
      by: 'system',
      action: 'account-checked',
      subject: account.code,
      details: { network: account.network, result: report.kind },
    });
  }
  return after;
}

/**
 * Looks at the connections whose time has come: daily, broken ones each hour. What was entered for an account whose sheet
 * is gone, or names another network now, is erased.
 *
 * @returns how many were looked at.
 */
export async function checkAccounts(ports: CheckPorts): Promise<number> {
  const accounts = await ports.content.accounts();
  const saved = await ports.accountSecrets.saved();
  for (const { accountCode, network } of saved) {
    const isKnown = accounts.some(
      (account) => account.code === accountCode && account.network === network,
    );
    if (!isKnown) await ports.accountSecrets.erase(accountCode);
  }
  const states = await ports.accountStates.all();
  const now = ports.system.now();
  let looked = 0;
  for (const account of accounts) {
    const isConnected = saved.some(
      ({ accountCode, network }) => accountCode === account.code && network === account.network,
    );
    if (needsSecrets(account.network) && !isConnected) continue;
    const state = states.get(account.code);
    if (state !== undefined && !wantsCheck(state, now)) continue;
    await checkAccount(ports, account);
    looked += 1;
  }
  return looked;
}
