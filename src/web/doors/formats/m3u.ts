import {
  programmeOf,
  urgentUnplanned,
  type Manifest,
  type ManifestFile,
  type ProgrammePart,
} from '../../../domain/delivery';
import type { DoorFormat } from './door-format';
import { dateMask, listName, twoDigits } from './list-name';
import { localName } from './local-name';
import { toWindows1252 } from './old-letters';
import { listTitle } from './one-line';

const CRLF = '\r\n';

/**
 * For ZaraRadio and RadioDJ on old PCs: Windows-1252, CRLF, local names. The list of an hour carries RadioDJ's date mask,
 * `261201.07.m3u`.
 */
export const m3u: DoorFormat = {
  code: 'playlist.m3u',
  name: 'Liste M3U, pour ZaraRadio et RadioDJ',
  write(manifest, _links, asked) {
    const { day, hour } = asked;
    const isHour = day !== undefined && hour !== undefined;
    return {
      mediaType: 'audio/x-mpegurl',
      fileName: isHour
        ? `${dateMask(day)}.${twoDigits(hour)}.m3u`
        : `${listName(manifest, asked)}.m3u`,
      body: toWindows1252(writeLines(manifest, asked)),
    };
  },
};

/** The same list in UTF-8: VLC, Winamp's heirs, and whatever plays a folder. */
export const m3u8: DoorFormat = {
  code: 'playlist.m3u8',
  name: 'Liste M3U8 (UTF-8), pour VLC et les lecteurs récents',
  write: (manifest, _links, asked) => ({
    mediaType: 'application/vnd.apple.mpegurl',
    fileName: `${listName(manifest, asked)}.m3u8`,
    body: writeLines(manifest, asked),
  }),
};

/** Urgent files that no window asks for lead the list of a day, not of an hour: they would be aired every hour. */
function writeLines(manifest: Manifest, part: ProgrammePart): string {
  const urgent = part.hour === undefined ? urgentUnplanned(manifest, part) : [];
  const files = [...urgent, ...programmeOf(manifest, part).map(({ file }) => file)];
  const lines = ['#EXTM3U', ...files.flatMap(entryLines)];
  return lines.map((line) => `${line}${CRLF}`).join('');
}

function entryLines(file: ManifestFile): readonly string[] {
  const seconds = Math.max(1, Math.round(file.durationSeconds));
  return [`#EXTINF:${seconds},${listTitle(file)}`, localName(file)];
}
