import type { SpotVersion } from '../../domain/audio';
import type { Ports } from '../../composition/ports';

/** When the recording that is in use came in place of an earlier one; null for a first recording, and for none. */
export function replacementOf(versions: readonly SpotVersion[]): Date | null {
  const [current, earlier] = versions
    .filter(({ state }) => state === 'ready')
    .sort((one, other) => other.number - one.number);
  return current !== undefined && earlier !== undefined ? current.uploadedAt : null;
}

/** The same, looked up by the spot's code. */
export async function replacedAt(
  ports: Pick<Ports, 'spotVersions'>,
  spotCode: string,
): Promise<Date | null> {
  return replacementOf(await ports.spotVersions.history(spotCode));
}
