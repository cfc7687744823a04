import { createHash } from 'node:crypto';

import type { Ports } from '../../composition/ports';
import type {
  Attestation,
  AttestationContent,
  Contract,
  ContractAccount,
} from '../../domain/broadcast';
import type { Station } from '../../domain/stations';
import { readAccount, withoutLines, type ContractPorts } from './read-contracts';

export type AttestPorts = Pick<ContractPorts, 'content' | 'system' | 'slots' | 'airings'> & {
  readonly attestations: Pick<Ports['attestations'], 'add'>;
  readonly journal: Ports['journal'];
};

export type AttestOutcome =
  | { readonly kind: 'attested'; readonly attestation: Attestation }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'no-station' }
  /** Nothing was confirmed in the period: a paper that says nothing proves nothing. */
  | { readonly kind: 'nothing-aired' };

/**
 * Draws up the paper that a station signs, from the ledger as it stands. As long as nothing changes it is the same paper
 * with the same number; after a correction it is another one.
 */
export async function attestContract(
  ports: AttestPorts,
  asked: { readonly contractDocumentId: string; readonly by: string },
): Promise<AttestOutcome> {
  const contracts = await ports.content.contracts();
  const contract = contracts.find(({ documentId }) => documentId === asked.contractDocumentId);
  if (contract === undefined) return { kind: 'not-found' };
  const station =
    contract.stationCode === null ? null : await ports.content.stationByCode(contract.stationCode);
  if (station === null) return { kind: 'no-station' };

  const account = await readAccount(ports, contract, station);
  if (account.airedWhateverTheEvidence === 0) return { kind: 'nothing-aired' };

  const content = await contentOf(ports, contract, station, account);
  const now = ports.system.now();
  const { attestation, isNew } = await ports.attestations.add({
    contractDocumentId: contract.documentId,
    stationCode: station.code,
    content,
    contentHash: hashOf(content),
    issuedAt: now,
    issuedBy: asked.by,
  });
  if (isNew) {
    await ports.journal.write({
      at: now,
      by: asked.by,
      action: 'attestation-issued',
      subject: `attestation:${attestation.number}`,
      details: { contract: contract.code, contentHash: attestation.contentHash },
    });
  }
  return { kind: 'attested', attestation };
}

/** The keys are always written in this order: the hash is of the text. */
async function contentOf(
  ports: Pick<AttestPorts, 'content'>,
  contract: Contract,
  station: Station,
  account: ContractAccount,
): Promise<AttestationContent> {
  const [campaign, spots] = await Promise.all([ports.content.campaign(), ports.content.spots()]);
  const codes = [...new Set(account.lines.map(({ spotCode }) => spotCode))].sort();
  return {
    format: 1,
    campaignName: campaign.name,
    contractCode: contract.code,
    periodStart: contract.periodStart,
    periodEnd: contract.periodEnd,
    airingsOwed: contract.airingsOwed,
    priceXof: contract.priceXof,
    station: {
      code: station.code,
      name: station.name,
      place: station.place,
      frequencyMhz: station.frequencyMhz,
    },
    spots: codes.map((code) => {
      const spot = spots.find((each) => each.code === code);
      return { code, title: spot?.title ?? null, language: spot?.language ?? null };
    }),
    account: withoutLines(account),
    lines: account.lines,
    isExample: contract.isExample || station.isExample,
  };
}

function hashOf(content: AttestationContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
