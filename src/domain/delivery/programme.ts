import { clockInZone, type CalendarDay, type ClockTime } from '../shared';
import type { Manifest, ManifestFile, ManifestSlot } from './manifest';

/** A window and the file that is aired in it. */
export type ProgrammeEntry = {
  readonly slot: ManifestSlot;
  readonly file: ManifestFile;
  /** When the window opens, in the station's zone. */
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
};

/** Which part of a manifest is asked for: all of it, one day, or the windows that open in one hour of a day. */
export type ProgrammePart = { readonly day?: CalendarDay; readonly hour?: number };

/** The files that may be aired: what was recalled is out, whatever the list still names. */
export function livingFiles(manifest: Manifest): readonly ManifestFile[] {
  const dead = new Set(manifest.tombstones.flatMap(({ fileNames }) => fileNames));
  return manifest.files.filter(({ fileName }) => !dead.has(fileName));
}

/** The windows of a manifest, or of a part of it, each with its file. A window whose file is not there airs nothing. */
export function programmeOf(manifest: Manifest, part: ProgrammePart): readonly ProgrammeEntry[] {
  const files = new Map(livingFiles(manifest).map((file) => [file.spotCode, file]));
  const entries: ProgrammeEntry[] = [];
  for (const slot of manifest.slots) {
    const file = files.get(slot.spotCode);
    if (file === undefined) continue;
    if (part.day !== undefined && slot.airDate !== part.day) continue;
    const startsAt = clockInZone(slot.windowStart, manifest.timeZone);
    if (part.hour !== undefined && hourOf(startsAt) !== part.hour) continue;
    entries.push({ slot, file, startsAt, endsAt: clockInZone(slot.windowEnd, manifest.timeZone) });
  }
  return entries;
}

/** The hour of a clock time, 0 to 23. */
export function hourOf(time: ClockTime): number {
  return Number(time.slice(0, 2));
}

/** The hours of a day in which a window opens, in the order in which they come. */
export function hoursOf(manifest: Manifest, day: CalendarDay): readonly number[] {
  return [...new Set(programmeOf(manifest, { day }).map(({ startsAt }) => hourOf(startsAt)))];
}

/** Urgent files that no window of this part asks for: they are aired as soon as can be. */
export function urgentUnplanned(manifest: Manifest, part: ProgrammePart): readonly ManifestFile[] {
  const planned = new Set(programmeOf(manifest, part).map(({ file }) => file.spotCode));
  return livingFiles(manifest).filter((file) => file.isUrgent && !planned.has(file.spotCode));
}
