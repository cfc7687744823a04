import { Readable } from 'node:stream';

import { cutZip } from '../../domain/delivery';
import type { Ports } from '../../composition/ports';
import type { Bundle } from './lay-out-bundle';
import { recordReceipt } from './record-receipt';

/** Whether every sound is in the storage with the size that was laid out. */
export async function isBundleWhole(ports: Pick<Ports, 'files'>, bundle: Bundle): Promise<boolean> {
  for (const entry of bundle.entries) {
    if (entry.kind === 'text') continue;
    if ((await ports.files.sizeOf(entry.storageKey)) !== entry.file.sizeBytes) return false;
  }
  return true;
}

/** The bytes `first` to `last` of the archive, both included, taken from the pieces as they are asked for. */
export function readBundle(
  ports: Pick<Ports, 'files'>,
  bundle: Bundle,
  range: { readonly first: number; readonly last: number },
): Readable {
  return Readable.from(bytesOf(ports, bundle, range), { objectMode: false });
}

async function* bytesOf(
  ports: Pick<Ports, 'files'>,
  bundle: Bundle,
  range: { readonly first: number; readonly last: number },
): AsyncGenerator<Uint8Array> {
  for (const { piece, first, last } of cutZip(bundle.layout, range.first, range.last)) {
    if (piece.kind === 'bytes') {
      yield piece.bytes.subarray(first, last + 1);
      continue;
    }
    const entry = bundle.entries[piece.index];
    if (entry === undefined) throw new TypeError(`The bundle has no entry ${piece.index}.`);
    if (entry.kind === 'text') yield entry.text.body.subarray(first, last + 1);
    else yield* ports.files.read(entry.storageKey, { first, last }) as AsyncIterable<Buffer>;
  }
}

/** Which sounds, and which bytes of each, lay in the bytes that went out. */
export function soundsSent(
  bundle: Bundle,
  sent: { readonly firstByte: number; readonly lastByte: number },
) {
  return cutZip(bundle.layout, sent.firstByte, sent.lastByte).flatMap(({ piece, first, last }) => {
    const entry = piece.kind === 'entry' ? bundle.entries[piece.index] : undefined;
    if (entry?.kind !== 'sound') return [];
    return [{ file: entry.file, firstByte: first, lastByte: last }];
  });
}

/**
 * Leaves a receipt for each sound of which bytes went out; parts of two responses add up as those of a file do. An archive
 * opens with its last bytes: with them the station has taken the list.
 */
export async function recordBundleReceipts(
  ports: Pick<Ports, 'system' | 'receipts' | 'manifests'>,
  bundle: Bundle,
  sent: { readonly firstByte: number; readonly lastByte: number },
): Promise<void> {
  if (sent.lastByte === bundle.layout.sizeBytes - 1) {
    const { stationCode, version } = bundle;
    await ports.manifests.noteFetched(stationCode, version, ports.system.now());
  }
  for (const { file, firstByte, lastByte } of soundsSent(bundle, sent)) {
    await recordReceipt(ports, {
      stationCode: bundle.stationCode,
      renditionId: file.renditionId,
      spotCode: file.spotCode,
      firstByte,
      lastByte,
      sizeBytes: file.sizeBytes,
      door: 'bundle',
    });
  }
}
