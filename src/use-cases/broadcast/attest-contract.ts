import { createHash } from 'node:crypto';

import type { Ports } from '../../composition/ports';
import {
  listMadeGood,
  type Attestation,
  type AttestationContent,
  type Contract,
  type ContractAccount,
  type MadeGood,
} from '../../domain/broadcast';
import type { Station } from '../../domain/stations';
import { readAccount, withoutLines, type ContractPorts } from './read-contracts';

export type AttestPorts = Pick<ContractPorts, 'content' | 'system' | 'slots' | 'airings'> & {
  readonly flights: Pick<Ports['flights'], 'makeGoodsOf'>;
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
  ports: Omit<AttestPorts, 'attestations' | 'journal'>,
  contract: Contract,
  station: Station,
  account: ContractAccount,
): Promise<AttestationContent> {
  const [campaign, spots] = await Promise.all([ports.content.campaign(), ports.content.spots()]);
  const madeGood = await madeGoodOf(ports, contract, station);
  const codes = [...new Set(account.lines.map(({ spotCode }) => spotCode))].sort();
  return {
    format: madeGood.length === 0 ? 1 : 2,
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
    ...(madeGood.length === 0 ? {} : { madeGood }),
    isExample: contract.isExample || station.isExample,
  };
}

/** What was missed within the days of the contract and planned again, be it after them. */
async function madeGoodOf(
  ports: Pick<AttestPorts, 'slots' | 'airings' | 'flights' | 'system'>,
  { periodStart, periodEnd }: Contract,
  { code, timeZone }: Station,
): Promise<readonly MadeGood[]> {
  const airings = await ports.airings.current(code);
  const missedIds = new Set(
    airings.filter(({ outcome }) => outcome === 'missed').map(({ slotId }) => slotId),
  );
  const missed = new Map(
    (await ports.slots.between(periodStart, periodEnd, code))
      .filter(({ id }) => missedIds.has(id))
      .map((slot) => [slot.id, slot]),
  );
  const pairs = (await ports.flights.makeGoodsOf([...missed.keys()])).flatMap((found) => {
    const slot = missed.get(found.missedSlotId);
    return slot === undefined ? [] : [{ missed: slot, makeGood: found.slot }];
  });
  return listMadeGood(pairs, airings, { now: ports.system.now(), timeZone });
}

function hashOf(content: AttestationContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
