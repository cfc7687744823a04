import type { Audiogram } from '../../domain/audio';
import type { HoldReason } from '../../domain/consent';
import type { Ports } from '../../composition/ports';
import { filmable } from './social-holds';

export type ReadyAudiogram = Audiogram & {
  readonly storageKey: string;
  readonly sha256: string;
  readonly sizeBytes: number;
};

export type LookedAtFilm = {
  /** Null when it was not made, or is of a recording that is no longer in use. */
  readonly film: ReadyAudiogram | null;
  /** Why whoever is heard in it holds it back; empty when nobody does. */
  readonly reasons: readonly HoldReason[];
};

type Needs = Pick<Ports, 'audiograms' | 'consents' | 'content' | 'spotVersions' | 'system'>;

/**
 * A film, and what stands against its going out.
 *
 * @param at when it would go out; now unless told.
 */
export async function lookAtFilm(
  ports: Needs,
  audiogramId: string,
  at?: Date,
): Promise<LookedAtFilm> {
  const film = await ports.audiograms.byId(audiogramId);
  const spot = film === null ? null : await ports.content.spotByCode(film.spotCode);
  if (film === null || spot === null) return { film: null, reasons: [] };
  const { version, reasons } = await filmable(ports, spot, at);
  const { storageKey, sha256, sizeBytes, state } = film;
  const isReady = state === 'ready' && version?.id === film.spotVersionId;
  if (!isReady || storageKey === null || sha256 === null || sizeBytes === null) {
    return { film: null, reasons };
  }
  return { film: { ...film, storageKey, sha256, sizeBytes }, reasons };
}

/**
 * A film that may be shown at this moment: made, of the recording in use, and with every consent. Whatever closed in
 * between, the answer is the same as for one that never was.
 */
export async function findAudiogram(
  ports: Needs,
  audiogramId: string,
): Promise<ReadyAudiogram | null> {
  const { film, reasons } = await lookAtFilm(ports, audiogramId);
  return reasons.length === 0 ? film : null;
}
