import type { Attestation } from '../../domain/broadcast';

/** Attestations that were drawn up; append-only. */
export interface AttestationStore {
  /** Adds it under the station's next number, or answers the one of this contract that says the same. */
  add(
    attestation: Omit<Attestation, 'number'>,
  ): Promise<{ readonly attestation: Attestation; readonly isNew: boolean }>;
  byNumber(number: string): Promise<Attestation | null>;
  /** Newest first, without their content. */
  all(): Promise<readonly Omit<Attestation, 'content'>[]>;
}
