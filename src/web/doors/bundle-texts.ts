import { crc32 } from 'node:zlib';

import { manifestDays, type Manifest } from '../../domain/delivery';
import { clockInZone } from '../../domain/shared';
import { bundledFiles, filesToDelete, type BundleText } from '../../use-cases/delivery';
import { readMeText } from '../../wording/bundle';
import type { DoorAnswer, DoorFormat, DoorLinks } from './formats';

export const README_NAME = 'LISEZMOI.txt';

/** Which lists lie in a bundle: a list a day, unless its program wants one an hour, or reads it online alone. */
const HOW: Readonly<Record<string, 'day' | 'day and hour' | 'hour' | 'never'>> = {
  'podcast.xml': 'never',
  'whatsapp.txt': 'never',
  'playlist.m3u': 'day and hour',
  'mairlist.txt': 'hour',
};

/**
 * The files of a bundle that are written from its list. With `since` only those of which a byte differs from what the bundle
 * of that list held; what to do is always there.
 */
export async function bundleTexts(
  formats: readonly DoorFormat[],
  publicUrl: string,
  manifest: Manifest,
  since: Manifest | null,
): Promise<readonly BundleText[]> {
  const now = await listsOf(formats, publicUrl, manifest);
  const before = since === null ? [] : await listsOf(formats, publicUrl, since);
  const known = new Map(before.map(({ fileName, body }) => [fileName, bytesOf(body)]));
  const readMe = readMeText({
    manifest,
    since,
    files: bundledFiles(manifest, since),
    toDelete: filesToDelete(manifest, since),
  });
  return [
    textOf(README_NAME, Buffer.from(readMe)),
    ...now
      .map(({ fileName, body }) => textOf(fileName, bytesOf(body)))
      .filter(({ name, body }) => known.get(name)?.equals(body) !== true),
  ];
}

/** Every list of a manifest once, by its name: a list that does not ask for a day is the same for each. */
async function listsOf(
  formats: readonly DoorFormat[],
  publicUrl: string,
  manifest: Manifest,
): Promise<readonly DoorAnswer[]> {
  const links = linksInBundle(publicUrl);
  const lists = new Map<string, DoorAnswer>();
  for (const format of formats) {
    for (const asked of questionsOf(manifest, HOW[format.code] ?? 'day')) {
      const list = await format.write(manifest, links, asked);
      if (!lists.has(list.fileName)) lists.set(list.fileName, list);
    }
  }
  return [...lists.values()];
}

function questionsOf(manifest: Manifest, how: 'day' | 'day and hour' | 'hour' | 'never') {
  if (how === 'never') return [];
  return manifestDays(manifest).flatMap((day) => {
    const slots = manifest.slots.filter(({ airDate }) => airDate === day);
    if (slots.length === 0) return [];
    const hours = new Set(
      slots.map(({ windowStart }) =>
        Number(clockInZone(windowStart, manifest.timeZone).slice(0, 2)),
      ),
    );
    const byHour = [...hours].map((hour) => ({ day, hour }));
    if (how === 'hour') return byHour;
    return how === 'day' ? [{ day }] : [{ day }, ...byHour];
  });
}

/** On a stick a sound lies beside the list that names it. */
function linksInBundle(publicUrl: string): DoorLinks {
  const pageUrl = `${publicUrl}/station`;
  return {
    soundUrl: ({ fileName }) => fileName,
    feedUrl: pageUrl,
    pageUrl,
    bundleUrl: `${pageUrl}/bundle.zip`,
  };
}

function bytesOf(body: Buffer | string): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : body;
}

function textOf(name: string, body: Buffer): BundleText {
  return { name, body, crc32: crc32(body) };
}
