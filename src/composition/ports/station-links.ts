import type { SignInLink } from '../../domain/stations';

/** Links that sign a station in. Tokens only as hashes. */
export interface StationLinkStore {
  add(link: SignInLink & { readonly tokenHash: string }): Promise<void>;
  byToken(tokenHash: string): Promise<SignInLink | null>;
  /** A station's links, the newest first. */
  ofStation(stationCode: string): Promise<readonly SignInLink[]>;
  /** Uses it up; false when somebody was faster, or when it is no longer open. */
  use(id: string, at: Date): Promise<boolean>;
  /** False when it is not an open link of this station. */
  revoke(id: string, stationCode: string, by: string, at: Date): Promise<boolean>;
  /** Closes every open link of a station. */
  revokeAllOf(stationCode: string, by: string, at: Date): Promise<void>;
  /** Forgets links that ended before an instant. */
  sweep(before: Date): Promise<void>;
}
