import type { Ports } from '../../composition/ports';
import type { Manifest } from '../../domain/delivery';
import {
  BundleFileMissing,
  findBundle,
  isBundleWhole,
  layOutBundle,
  readBundle,
  recordBundleReceipts,
  type Bundle,
  type BundleAsked,
} from '../../use-cases/delivery';
import {
  BUNDLE_QUESTION_WRONG,
  bundleMissingSentence,
  NO_SUCH_DOOR,
  UNAVAILABLE,
} from '../../wording/bundle';
import { queryValue, sendBytes, type Report, type WebContext } from '../shared';
import { bundleTexts } from './bundle-texts';
import type { DoorFormat } from './formats';
import { say } from './say';
import { openShelf, type Shelf } from './shelf';
import type { Visitor } from './visitor';

/** Layouts and texts of so many bundles are kept: a download in twenty parts writes its day sheets once. */
const BUNDLES_REMEMBERED = 12;

export type BundleShelf = Shelf<Bundle>;

export function openBundleShelf(): BundleShelf {
  return openShelf(BUNDLES_REMEMBERED);
}

export type BundleDoor = {
  readonly ports: Ports;
  readonly formats: readonly DoorFormat[];
  readonly shelf: BundleShelf;
  readonly report: Report;
};

/**
 * Sends the archive of the station's list, or of what changed since another one, from any byte on. No archive is ever
 * built: each byte comes from the file, header or text it belongs to.
 */
export async function sendBundle(
  ctx: WebContext,
  door: BundleDoor,
  visitor: Visitor,
): Promise<void> {
  const { ports } = door;
  const asked = questionOf(ctx);
  if (asked === null) return say(ctx, 400, BUNDLE_QUESTION_WRONG);
  const found = await findBundle(ports, visitor.stationCode, asked);
  if (found.kind === 'no-such-station') return say(ctx, 404, NO_SUCH_DOOR);
  if (found.kind !== 'found') {
    const newest = visitor.links.bundleUrl;
    ctx.set('Link', `<${newest}>; rel="latest-version"`);
    const status = found.kind === 'gone' ? 410 : 404;
    return say(ctx, status, bundleMissingSentence(found, newest));
  }
  const bundle = await bundleOf(door, found.manifest, found.since);
  if (bundle === null || !(await isBundleWhole(ports, bundle))) return say(ctx, 503, UNAVAILABLE);
  sendBytes(
    ctx,
    {
      etag: `"${bundle.sha256}"`,
      sizeBytes: bundle.layout.sizeBytes,
      mediaType: 'application/zip',
      fileName: bundleName(found.manifest, found.since),
      read: (range) => readBundle(ports, bundle, range),
    },
    {
      asAttachment: true,
      visibility: 'private',
      onSent: (sent) => {
        recordBundleReceipts(ports, bundle, sent).catch((error: unknown) =>
          door.report(`receipts of a bundle of ${visitor.stationCode}`, error),
        );
      },
    },
  );
}

/** Null when the storage does not hold what the list names. */
async function bundleOf(
  { ports, formats, shelf }: BundleDoor,
  manifest: Manifest,
  since: Manifest | null,
): Promise<Bundle | null> {
  const { stationCode, version } = manifest;
  try {
    return await shelf.get(`${stationCode} ${version} ${since?.version ?? ''}`, async () =>
      layOutBundle(
        ports,
        manifest,
        since,
        await bundleTexts(formats, ports.settings.publicUrl, manifest, since),
      ),
    );
  } catch (error) {
    if (error instanceof BundleFileMissing) return null;
    throw error;
  }
}

/** `KAY-liste-13.zip`, or `KAY-liste-13-depuis-12.zip`. */
function bundleName(manifest: Manifest, since: Manifest | null): string {
  const from = since === null ? '' : `-depuis-${since.version}`;
  return `${manifest.stationCode}-liste-${manifest.version}${from}.zip`;
}

/** Numbers of lists; null when something else was given. */
function questionOf(ctx: WebContext): BundleAsked | null {
  const numbers = ['liste', 'depuis'].map((name) => {
    const value = ctx.query[name] === undefined ? null : (queryValue(ctx, name) ?? 'twice');
    return value === null ? null : /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  });
  const [version = null, since = null] = numbers;
  return Number.isNaN(version) || Number.isNaN(since) ? null : { version, since };
}
