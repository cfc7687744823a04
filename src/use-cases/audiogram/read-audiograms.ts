import {
  AUDIOGRAM_SHAPES,
  isExcerpt,
  type Audiogram,
  type AudiogramShape,
} from '../../domain/audio';
import type { HoldReason } from '../../domain/consent';
import type { Ports } from '../../composition/ports';
import { filmable } from './social-holds';

/** What the desk shows of the films of a spot. */
export type AudiogramsView = {
  /** Why none can be made or shown today; empty when all is in order. */
  readonly reasons: readonly HoldReason[];
  /** A recording is ready to be filmed. */
  readonly hasSound: boolean;
  readonly maximumSeconds: number;
  readonly films: readonly {
    readonly shape: AudiogramShape;
    /** The newest of this shape; null while none was asked for, and while none may be shown. */
    readonly audiogram: Audiogram | null;
    readonly isExcerpt: boolean;
  }[];
};

/** The films of the recording in use; null when there is no such spot. */
export async function readAudiograms(
  ports: Pick<
    Ports,
    'audiograms' | 'consents' | 'content' | 'settings' | 'spotVersions' | 'system'
  >,
  spotCode: string,
): Promise<AudiogramsView | null> {
  const spot = await ports.content.spotByCode(spotCode);
  if (spot === null) return null;
  const { version, reasons } = await filmable(ports, spot);
  const isShown = version !== null && reasons.length === 0;
  const films = isShown ? await ports.audiograms.ofVersion(version.id) : [];
  return {
    reasons,
    hasSound: version !== null,
    maximumSeconds: ports.settings.audiogramSeconds,
    films: AUDIOGRAM_SHAPES.map((shape) => {
      const audiogram = films.find(({ options }) => options.shape === shape) ?? null;
      return { shape, audiogram, isExcerpt: audiogram !== null && isExcerpt(audiogram) };
    }),
  };
}
