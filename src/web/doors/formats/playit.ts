import { hoursOf, programmeOf } from '../../../domain/delivery';
import type { DoorFormat } from './door-format';
import { dateMask, twoDigits } from './list-name';
import { localName } from './local-name';

const CRLF = '\r\n';

/**
 * A day for PlayIt Live: its manual's `# Hour: 07:00` before the files of each hour, and nothing else. It reads the day
 * from the name (`261201.m3u`, `26120107.m3u`) and the titles from the files. File names are ASCII: any encoding reads them.
 */
export const playIt: DoorFormat = {
  code: 'playit.m3u',
  name: 'Liste M3U par heure, pour PlayIt Live',
  write(manifest, _links, asked) {
    const day = asked.day ?? manifest.from;
    const hours = hoursOf(manifest, day).filter(
      (hour) => asked.hour === undefined || hour === asked.hour,
    );
    const lines = hours.flatMap((hour) => [
      `# Hour: ${twoDigits(hour)}:00`,
      ...programmeOf(manifest, { day, hour }).map(({ file }) => localName(file)),
    ]);
    return {
      mediaType: 'audio/x-mpegurl',
      fileName: `${dateMask(day)}${asked.hour === undefined ? '' : twoDigits(asked.hour)}.m3u`,
      body: lines.map((line) => `${line}${CRLF}`).join(''),
    };
  },
};
