import { needsSecrets } from '../../domain/social';
import type { Account, Post, PostRefusal } from '../../domain/social';
import { closedAccounts } from '../accounts';
import type { SocialPorts } from './social-ports';

/**
 * Why a person may not approve a post for its accounts: one was never connected, or others are named for it.
 *
 * @param mayUseEvery whether the person may use every account, named for it or not.
 */
export async function accountRefusals(
  ports: Pick<SocialPorts, 'accountSecrets' | 'accountStates'>,
  post: Post,
  accounts: readonly Account[],
  by: string,
  mayUseEvery: boolean,
): Promise<readonly PostRefusal[]> {
  const closed = mayUseEvery ? [] : await closedAccounts(ports, post.accountCodes, by);
  const saved = await ports.accountSecrets.saved();
  const unconnected = accounts.filter(
    ({ code, network }) =>
      post.accountCodes.includes(code) &&
      needsSecrets(network) &&
      !saved.some((each) => each.accountCode === code && each.network === network),
  );
  return [
    ...closed.map((accountCode): PostRefusal => ({ kind: 'not-your-account', accountCode })),
    ...unconnected.map(({ code }): PostRefusal => ({
      kind: 'account-not-connected',
      accountCode: code,
    })),
  ];
}
