import { programmeOf, type ProgrammeEntry } from '../../../domain/delivery';
import type { DoorFormat } from './door-format';
import { twoDigits } from './list-name';
import { localName } from './local-name';
import { listTitle, oneLine } from './one-line';

const CRLF = '\r\n';
const NORMAL_TIMING = 'N';
const FILE_LINE = 'F';

/**
 * mAirList's Text Playlist Import: UTF-8, tabs; start, timing, kind of line, file, title, artist. Its scheduler takes the
 * day and hour from the name: `2026-12-01-07.txt`, or `2026-12-01.txt` for a day.
 */
export const mAirList: DoorFormat = {
  code: 'mairlist.txt',
  name: 'Liste TPI, pour mAirList',
  write(manifest, _links, asked) {
    const day = asked.day ?? manifest.from;
    const artist = oneLine(manifest.campaignName);
    const line = ({ file, startsAt }: ProgrammeEntry) =>
      [`${startsAt}:00`, NORMAL_TIMING, FILE_LINE, localName(file), listTitle(file), artist].join(
        '\t',
      );
    return {
      mediaType: 'text/plain; charset=utf-8',
      fileName: `${day}${asked.hour === undefined ? '' : `-${twoDigits(asked.hour)}`}.txt`,
      body: programmeOf(manifest, { ...asked, day })
        .map((entry) => `${line(entry)}${CRLF}`)
        .join(''),
    };
  },
};
