import { accept, refuse } from '../../domain/shared';
import type { Result } from '../../domain/shared';
import { checkSecrets, needsSecrets } from '../../domain/social';
import type { AccountState, Network, SecretsRefusal } from '../../domain/social';
import type { AccountPorts } from './account-ports';
import { checkAccount } from './check-accounts';

/** Why an account was not connected. */
export type ConnectRefusal =
  | SecretsRefusal
  | { readonly kind: 'account-not-found'; readonly accountCode: string }
  | { readonly kind: 'nothing-to-connect'; readonly network: Network }
  /** The installation has no key to seal secrets with. */
  | { readonly kind: 'no-key' };

/**
 * Keeps what connects an account, sealed, and looks at once whether it does. What was there is replaced. Nothing of it
 * is ever answered, logged or written to the journal.
 */
export async function connectAccount(
  ports: AccountPorts,
  accountCode: string,
  entered: Readonly<Record<string, string>>,
  by: string,
): Promise<Result<AccountState, ConnectRefusal>> {
  const account = (await ports.content.accounts()).find(({ code }) => code === accountCode);
  if (account === undefined) return refuse({ kind: 'account-not-found', accountCode });
  const { network } = account;
  if (!needsSecrets(network)) return refuse({ kind: 'nothing-to-connect', network });
  if (!ports.accountSecrets.canKeep()) return refuse({ kind: 'no-key' });
  const checked = checkSecrets(network, entered);
  if (!checked.ok) return checked;
  const at = ports.system.now();
  await ports.accountSecrets.save({ accountCode, network }, checked.value, by, at);
  const details = { network };
  await ports.journal.write({
    at,
    by,
    action: 'account-connected',
    subject: accountCode,
    details,
  });
  return accept(await checkAccount(ports, account));
}

/** Forgets what connected an account. Its posts wait until it is connected again. False when nothing was there. */
export async function disconnectAccount(
  ports: Pick<AccountPorts, 'accountSecrets' | 'journal' | 'system'>,
  accountCode: string,
  by: string,
): Promise<boolean> {
  const wasThere = await ports.accountSecrets.erase(accountCode);
  if (wasThere) {
    const at = ports.system.now();
    await ports.journal.write({ at, by, action: 'account-disconnected', subject: accountCode });
  }
  return wasThere;
}
