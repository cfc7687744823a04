import type { Account, HashtagGroup } from '../../domain/social';
import { closedAccounts } from '../accounts';
import type { SocialPorts } from './social-ports';

export type PostChoices = {
  readonly accounts: readonly Pick<Account, 'documentId' | 'code' | 'name' | 'network'>[];
  readonly hashtagGroups: readonly HashtagGroup[];
};

/**
 * What may be chosen for a post while it is written: so that a preview knows what a form's links stand for.
 *
 * @param mayUseEvery whether the person may use every account, named for it or not.
 */
export async function readChoices(
  ports: Pick<SocialPorts, 'accountStates' | 'content'>,
  person: string,
  mayUseEvery: boolean,
): Promise<PostChoices> {
  const accounts = await ports.content.accounts();
  const codes = accounts.map(({ code }) => code);
  const closed = mayUseEvery ? [] : await closedAccounts(ports, codes, person);
  return {
    accounts: accounts
      .filter(({ code }) => !closed.includes(code))
      .map(({ documentId, code, name, network }) => ({ documentId, code, name, network })),
    hashtagGroups: await ports.content.hashtagGroups(),
  };
}
