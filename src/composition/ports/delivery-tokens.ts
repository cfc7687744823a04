import type { DeliveryToken } from '../../domain/delivery';
import type { ManifestHead } from './manifests';

export type LivingToken = {
  readonly token: DeliveryToken;
  readonly tokenHash: string;
  /** Null while the station has no list. */
  readonly head: ManifestHead | null;
};

/** Links that programs fetch by; of the secret only the hash is kept. */
export interface DeliveryTokenStore {
  add(token: DeliveryToken, tokenHash: string): Promise<void>;
  /** A living one, with the hash that is stored and what is known of its station's newest list. One query. */
  living(tokenHash: string): Promise<LivingToken | null>;
  /** All that were handed out to a station, the newest first. */
  ofStation(stationCode: string): Promise<readonly DeliveryToken[]>;
  /** False when it was revoked already, or is not this station's. */
  revoke(stationCode: string, id: string, by: string, at: Date): Promise<boolean>;
  noteUse(id: string, at: Date): Promise<void>;
}
