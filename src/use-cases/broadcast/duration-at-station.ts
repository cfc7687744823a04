import type { Station } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { findRenditionEvenRecalled } from '../audio';

/** Seconds that the spot lasts as this station holds it; null when it holds no file of it. A recall changes no ledger. */
export async function durationAtStation(
  ports: Pick<Ports, 'content' | 'spotVersions' | 'renditions'>,
  spotCode: string,
  station: Station,
): Promise<number | null> {
  if (station.profileCode === null) return null;
  const rendition = await findRenditionEvenRecalled(ports, spotCode, station.profileCode);
  return rendition?.durationSeconds ?? null;
}
