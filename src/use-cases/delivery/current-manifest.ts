import { createHash } from 'node:crypto';

import { freezeManifest, manifestRange, type Manifest } from '../../domain/delivery';
import { dayInZone } from '../../domain/shared';
import type { ManifestHead } from '../../composition/ports';
import { manifestInOpus } from './manifest-in-opus';
import { wantedManifest, type ManifestPorts } from './wanted-manifest';

/** How often freezing starts over when somebody else froze the same version first. */
const ATTEMPTS = 5;

/**
 * The station's newest list as it should be at this moment; null when there is no such station. When nothing it is made
 * from has changed since it was last looked at, this costs three small queries; otherwise it is made again, and frozen
 * under the next number if it differs.
 * @param known the head as this very request has read it already, which saves one of the queries; whether it is current is
 *   asked all the same
 */
export async function currentManifest(
  ports: ManifestPorts,
  stationCode: string,
  known?: ManifestHead | null,
): Promise<ManifestHead | null> {
  const head = known ?? (await ports.manifests.head(stationCode));
  if (head !== null && head.basis === (await basisOf(ports, stationCode, head.timeZone))) {
    return head;
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const answer = await freezeOnce(ports, stationCode);
    if (answer !== 'somebody-was-faster') return answer;
  }
  throw new Error(`The list of ${stationCode} could not be frozen in ${ATTEMPTS} attempts.`);
}

/** The same, with the list itself. */
export async function readCurrentManifest(
  ports: ManifestPorts,
  stationCode: string,
  known?: ManifestHead | null,
): Promise<Manifest | null> {
  const head = await currentManifest(ports, stationCode, known);
  return head === null ? null : ports.manifests.byVersion(stationCode, head.version);
}

async function freezeOnce(
  ports: ManifestPorts,
  stationCode: string,
): Promise<ManifestHead | null | 'somebody-was-faster'> {
  const station = await ports.content.stationByCode(stationCode);
  if (station === null) return null;
  const { timeZone } = station;
  const now = ports.system.now();
  // Read before the list is made: what changes in between shows as a difference the next time.
  const basis = await basisOf(ports, stationCode, timeZone);
  const before = await ports.manifests.head(stationCode);
  const previous =
    before === null ? null : await ports.manifests.byVersion(stationCode, before.version);
  const range = manifestRange(dayInZone(now, timeZone));
  const next = freezeManifest(previous, await wantedManifest(ports, station, range), now);
  // Noted before the list counts as current: a copy that goes out under its name is found again when it is recalled.
  await ports.manifests.noteCopies(next, (await manifestInOpus(ports, next)).files);
  if (before !== null && next === previous) {
    const head = { ...before, timeZone, basis };
    await ports.manifests.keepBasis(head);
    return head;
  }
  const { version } = next;
  const head = { stationCode, version, contentHash: hashOf(next), timeZone, basis };
  return (await ports.manifests.add(next, head)) ? head : 'somebody-was-faster';
}

/** Everything a list depends on: the day at the station, the operational rows, the documents. */
async function basisOf(
  ports: ManifestPorts,
  stationCode: string,
  timeZone: string,
): Promise<string> {
  const { from, to } = manifestRange(dayInZone(ports.system.now(), timeZone));
  const rows = await ports.manifests.basis(stationCode, from, to);
  const documents = await ports.content.revision();
  return createHash('sha256')
    .update(JSON.stringify([from, rows, documents]))
    .digest('hex');
}

function hashOf(manifest: Manifest): string {
  return createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
}
