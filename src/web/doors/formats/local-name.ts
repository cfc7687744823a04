import type { ManifestFile } from '../../../domain/delivery';

/**
 * The name by which a list on the station's PC finds the sound that lies beside it. A list with a web address or a path
 * is dead air, and a name with a line break would be a line of its own.
 *
 * @throws Error when a manifest holds anything but a plain ASCII name: it was frozen wrongly.
 */
export function localName(file: Pick<ManifestFile, 'fileName' | 'spotCode'>): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(file.fileName)) {
    throw new Error(`The manifest names no plain file for spot ${file.spotCode}.`);
  }
  return file.fileName;
}
