import type { Ports } from '../../composition/ports';
import {
  accountOf,
  overlapping,
  type Attestation,
  type Contract,
  type ContractAccount,
} from '../../domain/broadcast';
import { dayInZone } from '../../domain/shared';
import type { Station } from '../../domain/stations';

export type ContractPorts = Pick<Ports, 'content' | 'system'> & {
  readonly slots: Pick<Ports['slots'], 'between'>;
  readonly airings: Pick<Ports['airings'], 'current'>;
  readonly attestations: Pick<Ports['attestations'], 'all'>;
};

/** A contract, how far it is, and the papers that were drawn up of it. */
export type ContractView = Contract & {
  readonly stationName: string | null;
  readonly period: 'to-come' | 'running' | 'over';
  /** Null while no station is chosen. */
  readonly account: Omit<ContractAccount, 'lines'> | null;
  /** Codes of contracts of the same station on the same days: the same airings count in each. */
  readonly overlaps: readonly string[];
  readonly attestations: readonly Pick<Attestation, 'number' | 'contentHash' | 'issuedAt'>[];
};

/** Every contract against the ledger, as both stand now. */
export async function readContracts(ports: ContractPorts): Promise<readonly ContractView[]> {
  const [contracts, stations, attestations, campaign] = await Promise.all([
    ports.content.contracts(),
    ports.content.stations(),
    ports.attestations.all(),
    ports.content.campaign(),
  ]);
  const views: ContractView[] = [];
  for (const contract of contracts) {
    const station = stations.find(({ code }) => code === contract.stationCode) ?? null;
    const today = dayInZone(ports.system.now(), station?.timeZone ?? campaign.timeZone);
    views.push({
      ...contract,
      stationName: station?.name ?? null,
      period:
        today < contract.periodStart ? 'to-come' : today <= contract.periodEnd ? 'running' : 'over',
      account: station === null ? null : withoutLines(await readAccount(ports, contract, station)),
      overlaps: overlapping(contract, contracts).map(({ code }) => code),
      attestations: attestations
        .filter(({ contractDocumentId }) => contractDocumentId === contract.documentId)
        .map(({ number, contentHash, issuedAt }) => ({ number, contentHash, issuedAt })),
    });
  }
  return views;
}

/** What a station owes and has aired, from the plan and the ledger. */
export async function readAccount(
  ports: Pick<ContractPorts, 'slots' | 'airings' | 'system'>,
  contract: Contract,
  station: Station,
): Promise<ContractAccount> {
  const { periodStart, periodEnd } = contract;
  const slots = await ports.slots.between(periodStart, periodEnd, station.code);
  const airings = await ports.airings.current(station.code);
  return accountOf(contract, slots, airings, {
    now: ports.system.now(),
    timeZone: station.timeZone,
  });
}

export function withoutLines({
  lines: _,
  ...account
}: ContractAccount): Omit<ContractAccount, 'lines'> {
  return account;
}
