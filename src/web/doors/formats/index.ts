import { calendar } from './calendar';
import type { DoorFormat } from './door-format';
import { jsonManifest } from './json-manifest';
import { m3u, m3u8 } from './m3u';
import { mAirList } from './mairlist';
import { playIt } from './playit';
import { podcast } from './podcast';
import { whatsApp } from './whatsapp';

export { DAY_SHEET, daySheet, type SheetCode, type SheetCodeOf } from './day-sheet';
export type { DoorAnswer, DoorFormat, DoorLinks } from './door-format';

/**
 * Every way to write a manifest that needs nothing else; each has an address below a station's link and a place in the
 * bundle. The printed sheet needs a printer and the codes of days: `daySheet(paper, codeOf)`.
 */
export const DOOR_FORMATS: readonly DoorFormat[] = [
  jsonManifest,
  m3u,
  m3u8,
  playIt,
  mAirList,
  podcast,
  calendar,
  whatsApp,
];
