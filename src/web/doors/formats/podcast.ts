import { createHash } from 'node:crypto';

import { create } from 'xmlbuilder2';

import { livingFiles, type Manifest, type ManifestFile } from '../../../domain/delivery';
import { LANGUAGE_NAMES } from '../../../wording/terms';
import { formatDay, formatDuration } from '../../shared/format';
import type { DoorFormat, DoorLinks } from './door-format';
import { listTitle, oneLine } from './one-line';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  'xmlns:podcast': 'https://podcastindex.org/namespace/1.0',
  // RFC 6721: what was taken back, by name.
  'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
} as const;

/** Of feed identifiers after the Podcast namespace: a UUID version 5 in this namespace. */
const PODCAST_NAMESPACE = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6';

/**
 * A podcast for LibreTime and AzuraCast, which fetch by themselves: one item a file, urgent ones first. They never try an
 * item again, so a file that is re-issued is a new item: its identifier is of its bytes and of its first day in a list.
 * What was recalled is gone, and named in a tombstone. The same manifest gives the same bytes.
 */
export const podcast: DoorFormat = {
  code: 'podcast.xml',
  name: 'Podcast RSS, pour LibreTime et AzuraCast',
  write: (manifest, links) => ({
    mediaType: 'application/rss+xml; charset=utf-8',
    fileName: `${manifest.stationCode}.xml`,
    body: `${create({ version: '1.0', encoding: 'UTF-8' }, feedOf(manifest, links)).end({ prettyPrint: true })}\n`,
  }),
};

function feedOf(manifest: Manifest, links: DoorLinks) {
  const name = oneLine(`${manifest.campaignName} – ${manifest.stationName}`);
  return {
    rss: {
      '@version': '2.0',
      ...attributes(NAMESPACES),
      channel: {
        title: name,
        link: links.pageUrl,
        description: oneLine(
          `Les spots de ${manifest.stationName}, du ${formatDay(manifest.from, { year: true })} au ${formatDay(manifest.to, { year: true })}.`,
          400,
        ),
        language: 'fr',
        generator: 'Yeelen',
        lastBuildDate: manifest.frozenAt.toUTCString(),
        ttl: '60',
        'atom:link': { '@rel': 'self', '@type': 'application/rss+xml', '@href': links.feedUrl },
        'itunes:author': oneLine(manifest.campaignName),
        'itunes:explicit': 'false',
        // A private feed: no directory may list it, no platform may move it away.
        'itunes:block': 'Yes',
        'podcast:locked': 'yes',
        'podcast:guid': feedIdentifier(manifest.stationCode, links.pageUrl),
        'at:deleted-entry': manifest.tombstones.map((tombstone) => ({
          '@ref': `spot:${manifest.stationCode}:${tombstone.spotCode}`,
          '@when': tombstone.recalledAt.toISOString(),
          'at:comment': oneLine(tombstone.fileNames.join(', '), 1000),
        })),
        item: inOrder(livingFiles(manifest)).map((file) => itemOf(manifest, file, links)),
      },
    },
  };
}

/** Urgent ones, then the newest: a reader that takes only the first few takes the right ones. */
function inOrder(files: readonly ManifestFile[]): readonly ManifestFile[] {
  return [...files].sort(
    (one, other) =>
      Number(other.isUrgent) - Number(one.isUrgent) ||
      other.publishedAt.getTime() - one.publishedAt.getTime() ||
      one.spotCode.localeCompare(other.spotCode),
  );
}

function itemOf(manifest: Manifest, file: ManifestFile, links: DoorLinks) {
  const url = links.soundUrl(file);
  return {
    title: listTitle(file),
    guid: { '@isPermaLink': 'false', '#': itemIdentifier(manifest.stationCode, file) },
    pubDate: file.publishedAt.toUTCString(),
    description: describe(file),
    'itunes:author': oneLine(manifest.campaignName),
    'itunes:duration': String(Math.max(1, Math.round(file.durationSeconds))),
    'itunes:explicit': 'false',
    enclosure: { '@url': url, '@length': String(file.sizeBytes), '@type': file.mediaType },
    'podcast:alternateEnclosure': {
      '@type': file.mediaType,
      '@length': String(file.sizeBytes),
      '@default': 'true',
      'podcast:source': { '@uri': url },
      'podcast:integrity': {
        '@type': 'sri',
        '@value': `sha256-${Buffer.from(file.sha256, 'hex').toString('base64')}`,
      },
    },
  };
}

function describe(file: ManifestFile): string {
  const flight = `à diffuser du ${formatDay(file.flightStart, { year: true })} au ${formatDay(file.flightEnd, { year: true })}`;
  const what = `Spot ${file.spotCode}, ${LANGUAGE_NAMES[file.language]}, ${formatDuration(file.durationSeconds)}, ${flight}.`;
  return file.isUrgent ? `URGENT. ${what}` : what;
}

function itemIdentifier(stationCode: string, file: ManifestFile): string {
  const bytes = file.sha256.slice(0, 16);
  const since = file.publishedAt.toISOString();
  return `spot:${stationCode}:${file.spotCode}:v${file.versionNumber}:${bytes}:${since}`;
}

/** Stable when a token is replaced, which the feed's own address is not. */
function feedIdentifier(stationCode: string, pageUrl: string): string {
  const namespace = Buffer.from(PODCAST_NAMESPACE.replaceAll('-', ''), 'hex');
  const digest = createHash('sha1').update(namespace).update(`${pageUrl}#${stationCode}`).digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

function attributes(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`@${name}`, value]));
}
