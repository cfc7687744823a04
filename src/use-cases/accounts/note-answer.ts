import { afterAnswer } from '../../domain/social';
import type { SendOutcome } from '../../domain/social';
import type { AccountPorts } from './account-ports';

/** What a network's answer to one post means for the whole account: all its posts wait, none burns an attempt. */
export async function noteAnswer(
  { accountStates }: Pick<AccountPorts, 'accountStates'>,
  accountCode: string,
  outcome: SendOutcome,
  at: Date,
): Promise<void> {
  await accountStates.change(accountCode, (state) => afterAnswer(state, outcome, at), at);
}
