import type { DoorFormat } from './door-format';
import { jsonManifest } from './json-manifest';

export type { DoorAnswer, DoorFormat, DoorLinks } from './door-format';

/** Every way to write a manifest; each has an address below a station's link and a place in the bundle. */
export const DOOR_FORMATS: readonly DoorFormat[] = [jsonManifest];
