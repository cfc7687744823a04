import {
  fileAtStation,
  filesHeldWhole,
  type DeliveryToken,
  type ManifestFile,
} from '../../domain/delivery';
import type { Ports, Receipt } from '../../composition/ports';
import { readCurrentManifest } from './current-manifest';
import type { ManifestPorts } from './wanted-manifest';

/** Newest fetches that are shown. */
const RECEIPTS_SHOWN = 10;

/** How a fetch came about: all in one go, the last part of several, or only a part. */
export type FetchKind = 'whole' | 'resumed' | 'part';

export type StationDelivery = {
  readonly stationCode: string;
  readonly timeZone: string;
  readonly version: number;
  readonly frozenAt: Date;
  readonly from: string;
  readonly to: string;
  readonly totalBytes: number;
  readonly files: readonly (Pick<
    ManifestFile,
    'spotCode' | 'title' | 'fileName' | 'sizeBytes' | 'isUrgent'
  > & {
    /** The station has every byte of it. */
    readonly isHeld: boolean;
  })[];
  readonly receipts: readonly (Pick<Receipt, 'id' | 'spotCode' | 'at' | 'door' | 'sizeBytes'> & {
    readonly kind: FetchKind;
    readonly sentBytes: number;
  })[];
  readonly links: readonly DeliveryToken[];
};

/** What a station is to hold, what it fetched and by which links; null when there is no such station. */
export async function readStationDelivery(
  ports: ManifestPorts & Pick<Ports, 'receipts' | 'deliveryTokens'>,
  stationCode: string,
): Promise<StationDelivery | null> {
  const manifest = await readCurrentManifest(ports, stationCode);
  if (manifest === null) return null;
  const receipts = await ports.receipts.ofStation(stationCode);
  const held = filesHeldWhole(receipts);
  const { timeZone, version, frozenAt, from, to } = manifest;
  return {
    stationCode,
    timeZone,
    version,
    frozenAt,
    from,
    to,
    totalBytes: manifest.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    files: manifest.files.map(
      ({ spotCode, title, fileName, sizeBytes, isUrgent, renditionId }) => ({
        spotCode,
        title,
        fileName,
        sizeBytes,
        isUrgent,
        isHeld: held.has(fileAtStation(stationCode, renditionId)),
      }),
    ),
    receipts: receipts
      .slice(-RECEIPTS_SHOWN)
      .reverse()
      .map((receipt) => ({
        id: receipt.id,
        spotCode: receipt.spotCode,
        at: receipt.at,
        door: receipt.door ?? 'page',
        sizeBytes: receipt.sizeBytes,
        sentBytes: receipt.lastByte - receipt.firstByte + 1,
        kind: fetchKind(receipt),
      })),
    links: await ports.deliveryTokens.ofStation(stationCode),
  };
}

function fetchKind({ firstByte, lastByte, sizeBytes, isWhole }: Receipt): FetchKind {
  if (firstByte === 0 && lastByte === sizeBytes - 1) return 'whole';
  return isWhole ? 'resumed' : 'part';
}
