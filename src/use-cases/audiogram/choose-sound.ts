import type { Rendition, SpotVersion } from '../../domain/audio';
import type { Ports } from '../../composition/ports';

/** Where social networks and telephones turn a sound to: near -16 LUFS (AES TD1008 asks -16 to -18 for streams). */
const WANTED_LUFS = -16;

/**
 * The file for the stations whose sound a film carries: at the level nearest to what networks want, and of those the one
 * with the most left in it. It was checked, measured again, and says nothing of the telephone it was recorded with.
 */
export async function chooseSound(
  ports: Pick<Ports, 'renditions'>,
  version: SpotVersion,
): Promise<Rendition | null> {
  const distance = ({ loudnessLufs }: Rendition) =>
    Math.round(Math.abs((loudnessLufs ?? -70) - WANTED_LUFS));
  const [best] = [...(await ports.renditions.ofVersion(version.id))].sort(
    (one, other) =>
      distance(one) - distance(other) ||
      other.sizeBytes - one.sizeBytes ||
      one.id.localeCompare(other.id),
  );
  return best ?? null;
}
