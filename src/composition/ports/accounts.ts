import type { AccountSecrets, AccountState, Network, PaidCall } from '../../domain/social';

/** Keeps short texts so that nobody without the installation's key reads them. */
export interface SecretBox {
  /** False where the installation has no key: then nothing can be kept. */
  hasKey(): boolean;
  /**
   * @param context what the text belongs to: it opens for nothing else.
   * @throws Error when the installation has no key.
   */
  seal(text: string, context: string): { readonly keyId: string; readonly sealed: string };
  /** Null when the key is another one, or the text was changed or moved. */
  open(sealed: string, keyId: string, context: string): string | null;
  /** Whether a text was sealed with the key that seals today. */
  isCurrent(keyId: string): boolean;
}

export type SavedSecrets = {
  readonly accountCode: string;
  readonly network: Network;
  readonly savedBy: string;
  readonly savedAt: Date;
};

/** What was entered to connect accounts, sealed. It is read for a call to the network, and for nothing else. */
export interface AccountSecretStore {
  canKeep(): boolean;
  /** Replaces what was there. */
  save(
    account: { readonly accountCode: string; readonly network: Network },
    secrets: AccountSecrets,
    by: string,
    at: Date,
  ): Promise<void>;
  /** Null when nothing was entered for this account on this network, or it cannot be opened any more. */
  read(accountCode: string, network: Network): Promise<AccountSecrets | null>;
  /** Everything about them but the secrets. */
  saved(): Promise<readonly SavedSecrets[]>;
  erase(accountCode: string): Promise<boolean>;
}

/** What the house knows of the accounts; see `AccountState`. */
export interface AccountStateStore {
  /** A fresh state for an account of which nothing is known. */
  of(accountCode: string): Promise<AccountState>;
  all(): Promise<ReadonlyMap<string, AccountState>>;
  /** Reads, changes and writes in one step: two workers do not undo each other's word. */
  change(
    accountCode: string,
    change: (state: AccountState) => AccountState,
    at: Date,
  ): Promise<AccountState>;
  /** Who may post on an account; an account that nobody is listed for is open to whoever may approve. */
  people(): Promise<ReadonlyMap<string, readonly string[]>>;
  setPeople(accountCode: string, people: readonly string[]): Promise<void>;
}

/** What calls to networks cost; append-only. */
export interface SpendingStore {
  add(spent: {
    readonly accountCode: string;
    readonly call: PaidCall;
    readonly times: number;
    readonly microUsd: number;
    readonly at: Date;
  }): Promise<void>;
  /** Millionths of a dollar in a month (`2026-11`), by account. */
  ofMonth(month: string): Promise<ReadonlyMap<string, number>>;
}
