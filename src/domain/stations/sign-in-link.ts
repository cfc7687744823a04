/** A station with two hours of power a day must find its link still good. */
export const SIGN_IN_LINK_HOURS = 24;

/** A link that signs a station in, once. Whoever holds the address opens the page, so the token is not kept. */
export type SignInLink = {
  readonly id: string;
  readonly stationCode: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
};

export type SignInLinkState = 'open' | 'used' | 'revoked' | 'expired';

/** What a link is good for at an instant; its last millisecond still counts. */
export function signInLinkState(
  link: Pick<SignInLink, 'expiresAt' | 'usedAt' | 'revokedAt'>,
  now: Date,
): SignInLinkState {
  if (link.usedAt !== null) return 'used';
  if (link.revokedAt !== null) return 'revoked';
  return now <= link.expiresAt ? 'open' : 'expired';
}

/** When a link made at an instant stops working. */
export function signInLinkExpiry(createdAt: Date): Date {
  return new Date(createdAt.getTime() + SIGN_IN_LINK_HOURS * 3_600_000);
}
