import type { Audiogram } from '../../domain/audio';
import type { Ports } from '../../composition/ports';
import { filmable } from './social-holds';

export type ReadyAudiogram = Audiogram & {
  readonly storageKey: string;
  readonly sha256: string;
  readonly sizeBytes: number;
};

/**
 * A film that may be shown at this moment: made, of the recording in use, and with every consent. Whatever closed in
 * between, the answer is the same as for one that never was.
 */
export async function findAudiogram(
  ports: Pick<Ports, 'audiograms' | 'consents' | 'content' | 'spotVersions' | 'system'>,
  audiogramId: string,
): Promise<ReadyAudiogram | null> {
  const film = await ports.audiograms.byId(audiogramId);
  if (film?.state !== 'ready') return null;
  const { storageKey, sha256, sizeBytes } = film;
  if (storageKey === null || sha256 === null || sizeBytes === null) return null;
  const spot = await ports.content.spotByCode(film.spotCode);
  if (spot === null) return null;
  const { version, reasons } = await filmable(ports, spot);
  if (version?.id !== film.spotVersionId || reasons.length > 0) return null;
  return { ...film, storageKey, sha256, sizeBytes };
}
