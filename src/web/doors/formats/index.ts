import { calendar } from './calendar';
import type { DoorFormat } from './door-format';
import { jsonManifest } from './json-manifest';
import { m3u, m3u8 } from './m3u';
import { mAirList } from './mairlist';
import { playIt } from './playit';
import { podcast } from './podcast';
import { whatsApp } from './whatsapp';

export type { DoorAnswer, DoorFormat, DoorLinks } from './door-format';

/** Every way to write a manifest; each has an address below a station's link and a place in the bundle. */
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
