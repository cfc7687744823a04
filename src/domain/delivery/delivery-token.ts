import { acceptUnless, type Result } from '../shared';

/** What a link without a sign-in is for. None of them can say anything for the station: they only fetch. */
export const TOKEN_PURPOSES = ['feed', 'bundle'] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

/** 192 bits: no two alike, and none to be guessed. */
export const TOKEN_BITS = 192;

/** While a program is being told the new link, the old one still works. */
export const LIVING_TOKENS = 2;

export const LONGEST_LABEL = 60;

/** The last use is shown to ten minutes: a write at each request would cost more than the request. */
export const LAST_USE_MINUTES = 10;

/** A link that was handed out; the secret itself is nowhere. */
export type DeliveryToken = {
  readonly id: string;
  readonly stationCode: string;
  readonly purpose: TokenPurpose;
  /** Who holds it: « LibreTime, studio ». */
  readonly label: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
};

/** What can be asked for behind such a link. */
export type DoorKind = 'manifest' | 'list' | 'sound' | 'bundle';

const OPENS: Readonly<Record<TokenPurpose, readonly DoorKind[]>> = {
  feed: ['manifest', 'list', 'sound'],
  bundle: ['manifest', 'bundle'],
};

export function opensDoor(purpose: TokenPurpose, door: DoorKind): boolean {
  return OPENS[purpose].includes(door);
}

export function isTokenPurpose(value: unknown): value is TokenPurpose {
  return (TOKEN_PURPOSES as readonly unknown[]).includes(value);
}

export type TokenRefusal =
  | { readonly kind: 'label-missing' }
  | { readonly kind: 'label-too-long'; readonly maximum: number };

/** A link needs a name, or nobody will dare to revoke it. */
export function checkTokenLabel(label: string): Result<string, TokenRefusal> {
  const trimmed = label.replace(/\s+/g, ' ').trim();
  const refusals: TokenRefusal[] = [];
  if (trimmed === '') refusals.push({ kind: 'label-missing' });
  if ([...trimmed].length > LONGEST_LABEL) {
    refusals.push({ kind: 'label-too-long', maximum: LONGEST_LABEL });
  }
  return acceptUnless(trimmed, refusals);
}

/** The living links that go when another one of the same purpose is handed out: all but the newest. */
export function retiredByAnother(living: readonly DeliveryToken[]): readonly DeliveryToken[] {
  return [...living]
    .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
    .slice(LIVING_TOKENS - 1);
}

/** Whether this use is worth writing down. */
export function isUseNews(token: DeliveryToken, now: Date): boolean {
  const { lastUsedAt } = token;
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= LAST_USE_MINUTES * 60_000;
}
