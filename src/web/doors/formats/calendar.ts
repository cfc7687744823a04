import { clockInZone } from '../../../domain/shared';
import type { Manifest, ManifestFile, ManifestSlot } from '../../../domain/delivery';
import { livingFiles } from '../../../domain/delivery';
import { formatDuration } from '../../shared/format';
import { frenchTime, LANGUAGE_NAMES } from '../../../wording/terms';
import type { DoorFormat } from './door-format';
import { contentLine } from './content-line';
import { listTitle, oneLine } from './one-line';

/**
 * The windows as an iCalendar feed. Instants are in UTC, so that a computer set to another zone shows the right moment; the
 * station's own clock time is in the words. A window keeps its UID for life, and its SEQUENCE rises with the manifest's
 * number. A window that may not be aired any more stays, cancelled, so that calendars strike it out.
 */
export const calendar: DoorFormat = {
  code: 'calendrier.ics',
  name: 'Calendrier iCal, pour l’agenda du téléphone ou du PC',
  write: (manifest) => ({
    mediaType: 'text/calendar; charset=utf-8',
    fileName: `${manifest.stationCode}.ics`,
    body: calendarLines(manifest).join(''),
  }),
};

function calendarLines(manifest: Manifest): readonly string[] {
  const files = new Map(livingFiles(manifest).map((file) => [file.spotCode, file]));
  const titles = new Map(manifest.files.map((file) => [file.spotCode, file]));
  const withdrawn = manifest.cancelledSlots ?? [];
  return [
    'BEGIN:VCALENDAR\r\n',
    'VERSION:2.0\r\n',
    'PRODID:-//Yeelen//Diffusions//FR\r\n',
    'CALSCALE:GREGORIAN\r\n',
    'METHOD:PUBLISH\r\n',
    contentLine('X-WR-CALNAME', `${manifest.campaignName} – ${manifest.stationName}`),
    contentLine('X-WR-TIMEZONE', manifest.timeZone),
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n',
    ...manifest.slots.flatMap((slot) => {
      const file = files.get(slot.spotCode);
      return eventLines(manifest, slot, file ?? titles.get(slot.spotCode), file !== undefined);
    }),
    ...withdrawn.flatMap((slot) => eventLines(manifest, slot, titles.get(slot.spotCode), false)),
    'END:VCALENDAR\r\n',
  ];
}

function eventLines(
  manifest: Manifest,
  slot: ManifestSlot,
  file: ManifestFile | undefined,
  isOn: boolean,
): readonly string[] {
  const title = file === undefined ? slot.spotCode : listTitle(file);
  return [
    'BEGIN:VEVENT\r\n',
    contentLine('UID', `${oneLine(slot.slotId)}@${manifest.stationCode.toLowerCase()}.yeelen`),
    `DTSTAMP:${utc(manifest.frozenAt)}\r\n`,
    `SEQUENCE:${manifest.version}\r\n`,
    `DTSTART:${utc(slot.windowStart)}\r\n`,
    `DTEND:${utc(slot.windowEnd)}\r\n`,
    `STATUS:${isOn ? 'CONFIRMED' : 'CANCELLED'}\r\n`,
    'TRANSP:TRANSPARENT\r\n',
    contentLine('SUMMARY', isOn ? title : `Annulé : ${title}`),
    contentLine('DESCRIPTION', description(manifest, slot, file, isOn)),
    'END:VEVENT\r\n',
  ];
}

function description(
  manifest: Manifest,
  slot: ManifestSlot,
  file: ManifestFile | undefined,
  isOn: boolean,
): string {
  if (!isOn) return 'Ne diffusez pas ce spot à cette heure.';
  const from = frenchTime(clockInZone(slot.windowStart, manifest.timeZone));
  const to = frenchTime(clockInZone(slot.windowEnd, manifest.timeZone));
  const lines = [`Entre ${from} et ${to}, heure de la radio.`];
  if (file !== undefined) {
    lines.push(
      `Spot ${file.spotCode}, ${LANGUAGE_NAMES[file.language]}, ${formatDuration(file.durationSeconds)}.`,
      `Fichier : ${file.fileName}`,
    );
  }
  return lines.join('\n');
}

function utc(instant: Date): string {
  return instant
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d{3}/, '');
}
