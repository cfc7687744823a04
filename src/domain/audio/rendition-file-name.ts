import type { CalendarDay, Language } from '../shared';
import { fileExtensionOf } from './codec-traits';
import type { Codec } from './profile';
import type { Rendition } from './rendition';

/**
 * The name a rendition is stored under, without a station: `0042_v3_SNK_030s.mp3`. Stations of one profile share the
 * file, so their code is put in front at the door.
 */
export function renditionFileName(parts: {
  readonly spotCode: string;
  readonly versionNumber: number;
  readonly language: Language;
  readonly durationSeconds: number;
  readonly codec: Codec;
}): string {
  const seconds = String(Math.max(1, Math.round(parts.durationSeconds))).padStart(3, '0');
  const language = parts.language.toUpperCase();
  return `${parts.spotCode}_v${parts.versionNumber}_${language}_${seconds}s.${fileExtensionOf(parts.codec)}`;
}

/**
 * The name a station sees, ASCII and at most 64 characters: `KAY-0042_v3_SNK_20261201-20261231_030s.mp3`. Station,
 * spot, version, language, first and last day on air, length. The days are those of today, so an edited flight shows; a file
 * that says its days inside keeps the name that goes with them until the next one is there.
 */
export function stationFileName(
  stationCode: string,
  spot: { readonly flightStart: CalendarDay; readonly flightEnd: CalendarDay },
  rendition: Pick<Rendition, 'fileName' | 'cartDays'>,
): string {
  const { flightStart, flightEnd } = rendition.cartDays ?? spot;
  const flight = `${compact(flightStart)}-${compact(flightEnd)}`;
  const lengthAt = rendition.fileName.lastIndexOf('_') + 1;
  const identity = rendition.fileName.slice(0, lengthAt);
  return `${stationCode}-${identity}${flight}_${rendition.fileName.slice(lengthAt)}`;
}

function compact(day: CalendarDay): string {
  return day.replaceAll('-', '');
}
