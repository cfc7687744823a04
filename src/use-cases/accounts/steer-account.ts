import type { AccountState } from '../../domain/social';
import type { AccountPorts } from './account-ports';

/** What a manager may set on an account. */
export type Steering =
  | { readonly kind: 'pause' }
  /** Ends any pause, whoever or whatever ordered it. */
  | { readonly kind: 'resume' }
  /** Most that a month may cost, in millionths of a dollar; null for no limit. */
  | { readonly kind: 'cap'; readonly capMicroUsd: number | null };

function steered(state: AccountState, steering: Steering, now: Date): AccountState {
  switch (steering.kind) {
    case 'pause':
      return { ...state, pause: { reason: 'by-a-person', since: now, until: null, words: '' } };
    case 'resume':
      return { ...state, pause: null, limitsInARow: 0 };
    case 'cap':
      return { ...state, capMicroUsd: steering.capMicroUsd };
  }
}

/** Pauses an account, lets it go on, or sets its cap. Null when there is no such account. */
export async function steerAccount(
  ports: Pick<AccountPorts, 'content' | 'accountStates' | 'journal' | 'system'>,
  accountCode: string,
  steering: Steering,
  by: string,
): Promise<AccountState | null> {
  const isKnown = (await ports.content.accounts()).some(({ code }) => code === accountCode);
  if (!isKnown) return null;
  const at = ports.system.now();
  const state = await ports.accountStates.change(
    accountCode,
    (before) => steered(before, steering, at),
    at,
  );
  const details: Readonly<Record<string, number | null>> =
    steering.kind === 'cap' ? { capMicroUsd: steering.capMicroUsd } : {};
  const action = `account-${steering.kind}`;
  await ports.journal.write({ at, by, action, subject: accountCode, details });
  return state;
}
