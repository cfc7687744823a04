/** What a look at an account's connection told. */
export type ConnectionReport =
  /** The network knows us, and lets us post; `accountName` is who it says the account is. */
  | { readonly kind: 'connected'; readonly accountName: string }
  /** It refuses: a new secret or another right is needed. */
  | { readonly kind: 'broken'; readonly words: string }
  /** It did not answer clearly: that says nothing about the connection. */
  | { readonly kind: 'unreachable'; readonly words: string };

/** One figure that a network gives of a post. */
export type InsightReading = {
  /** The network's own name of the figure: figures of two names are never added up. */
  readonly metric: string;
  readonly kind: 'people' | 'impressions' | 'engagements';
  readonly value: number;
};
