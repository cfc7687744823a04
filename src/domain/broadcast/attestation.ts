import type { CalendarDay, Language } from '../shared';
import type { ContractAccount, ContractLine } from './contract';
import type { MadeGood } from './made-good';

/**
 * What a station attests: copied from the contract, the plan and the ledger when it was drawn up, so that a paper that was
 * signed can be printed and compared again, whatever was corrected since.
 */
export type AttestationContent = {
  /** Goes up when the same facts would be written otherwise: 2 is a paper that names make-goods. */
  readonly format: 1 | 2;
  readonly campaignName: string;
  readonly contractCode: string;
  readonly periodStart: CalendarDay;
  readonly periodEnd: CalendarDay;
  readonly airingsOwed: number;
  readonly priceXof: number | null;
  readonly station: {
    readonly code: string;
    readonly name: string;
    readonly place: string;
    readonly frequencyMhz: number | null;
  };
  readonly spots: readonly {
    readonly code: string;
    /** Null when the spot's sheet was deleted: the ledger keeps its code and language. */
    readonly title: string | null;
    readonly language: Language | null;
  }[];
  readonly account: Omit<ContractAccount, 'lines'>;
  readonly lines: readonly ContractLine[];
  /** Missed windows of the period and what was planned in their place; left out when there are none. */
  readonly madeGood?: readonly MadeGood[];
  readonly isExample: boolean;
};

/** An attestation as it was drawn up. It is never changed; when the ledger changes, another one is drawn up. */
export type Attestation = {
  /** `ATT-KAY-0001`: counted up for each station. */
  readonly number: string;
  readonly contractDocumentId: string;
  readonly stationCode: string;
  readonly content: AttestationContent;
  /** SHA-256 of the content, hexadecimal. */
  readonly contentHash: string;
  readonly issuedAt: Date;
  /** `user:<id>`. */
  readonly issuedBy: string;
};

/** The number of a station's so-manyth attestation. */
export function attestationNumber(stationCode: string, sequence: number): string {
  return `ATT-${stationCode}-${String(sequence).padStart(4, '0')}`;
}
