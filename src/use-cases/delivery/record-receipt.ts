import { isWhole } from '../../domain/delivery';
import type { Ports, ReceiptDoor } from '../../composition/ports';

/** What one response put on the wire. */
export type FetchedBytes = {
  readonly stationCode: string;
  readonly renditionId: string;
  readonly spotCode: string;
  /** First and last byte that were really sent, both included. */
  readonly firstByte: number;
  readonly lastByte: number;
  /** Size of the whole file. */
  readonly sizeBytes: number;
  /** Left out: the page. */
  readonly door?: ReceiptDoor;
};

/**
 * Writes down what a station fetched. With this response the file counts as downloaded when all of it was sent in
 * one go, or when the station's parts together leave no gap. A response that sent nothing leaves no receipt.
 */
export async function recordReceipt(
  ports: Pick<Ports, 'system' | 'receipts'>,
  fetched: FetchedBytes,
): Promise<{ readonly isWhole: boolean }> {
  const { firstByte, lastByte, sizeBytes } = fetched;
  const isPlausible = firstByte >= 0 && lastByte >= firstByte && lastByte < sizeBytes;
  if (!isPlausible) return { isWhole: false };

  const sent = { first: firstByte, last: lastByte };
  const isComplete =
    isWhole([sent], sizeBytes) ||
    isWhole([...(await partsBefore(ports, fetched)), sent], sizeBytes);
  await ports.receipts.add({
    ...fetched,
    id: ports.system.newId(),
    isWhole: isComplete,
    at: ports.system.now(),
  });
  return { isWhole: isComplete };
}

async function partsBefore(
  ports: Pick<Ports, 'receipts'>,
  { stationCode, renditionId }: FetchedBytes,
): Promise<readonly { readonly first: number; readonly last: number }[]> {
  const earlier = await ports.receipts.ofRendition(stationCode, renditionId);
  return earlier.map(({ firstByte, lastByte }) => ({ first: firstByte, last: lastByte }));
}
