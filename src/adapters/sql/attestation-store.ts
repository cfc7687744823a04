import type { Knex } from 'knex';

import type { AttestationStore } from '../../composition/ports';
import {
  attestationNumber,
  type Attestation,
  type AttestationContent,
} from '../../domain/broadcast';
import { isUniqueViolation, toInstant, toText } from './rows';

type Row = {
  number: string;
  station_code: string;
  sequence: number;
  contract_document_id: string;
  content: string;
  content_hash: string;
  issued_at: string;
  issued_by: string;
};

const TABLE = 'ops_attestations';
const HEAD = [
  'number',
  'station_code',
  'contract_document_id',
  'content_hash',
  'issued_at',
  'issued_by',
] as const;

/** Two people at once may want the same number; one of them takes the next. */
const MAXIMUM_TRIES = 10;

function headOf(row: Pick<Row, (typeof HEAD)[number]>): Omit<Attestation, 'content'> {
  return {
    number: row.number,
    stationCode: row.station_code,
    contractDocumentId: row.contract_document_id,
    contentHash: row.content_hash,
    issuedAt: toInstant(row.issued_at),
    issuedBy: row.issued_by,
  };
}

function fromRow(row: Row): Attestation {
  return { ...headOf(row), content: JSON.parse(row.content) as AttestationContent };
}

/** Attestations are only ever added. */
export function createAttestationStore(knex: Knex): AttestationStore {
  const saysTheSame = async (attestation: Omit<Attestation, 'number'>) => {
    const row = await knex<Row>(TABLE)
      .where({
        contract_document_id: attestation.contractDocumentId,
        content_hash: attestation.contentHash,
      })
      .first();
    return row === undefined ? null : fromRow(row);
  };

  const nextSequence = async (stationCode: string): Promise<number> => {
    const last = await knex<Row>(TABLE)
      .where({ station_code: stationCode })
      .orderBy('sequence', 'desc')
      .first('sequence');
    return (last?.sequence ?? 0) + 1;
  };

  return {
    async add(attestation) {
      for (let tries = 1; ; tries += 1) {
        const same = await saysTheSame(attestation);
        if (same !== null) return { attestation: same, isNew: false };
        const sequence = await nextSequence(attestation.stationCode);
        const number = attestationNumber(attestation.stationCode, sequence);
        try {
          await knex<Row>(TABLE).insert({
            number,
            station_code: attestation.stationCode,
            sequence,
            contract_document_id: attestation.contractDocumentId,
            content: JSON.stringify(attestation.content),
            content_hash: attestation.contentHash,
            issued_at: toText(attestation.issuedAt),
            issued_by: attestation.issuedBy,
          });
          return { attestation: { ...attestation, number }, isNew: true };
        } catch (error) {
          if (!isUniqueViolation(error) || tries === MAXIMUM_TRIES) throw error;
        }
      }
    },
    async byNumber(number) {
      const row = await knex<Row>(TABLE).where({ number }).first();
      return row === undefined ? null : fromRow(row);
    },
    async all() {
      const rows = await knex<Row>(TABLE)
        .orderBy('issued_at', 'desc')
        .orderBy('sequence', 'desc')
        .select(...HEAD);
      return rows.map(headOf);
    },
  };
}
