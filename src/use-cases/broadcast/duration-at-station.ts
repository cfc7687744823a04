import type { Station } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { findRendition } from '../audio';

/** Seconds that the spot lasts as this station holds it; null when it holds no file of it (read live, or pulled). */
export async function durationAtStation(
  ports: Pick<Ports, 'content' | 'spotVersions' | 'renditions'>,
  spotCode: string,
  station: Station,
): Promise<number | null> {
  if (station.profileCode === null) return null;
  const rendition = await findRendition(ports, spotCode, station.profileCode);
  return rendition?.durationSeconds ?? null;
}
