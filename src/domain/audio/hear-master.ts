import type { Spot } from './spot';
import type { SpotVersion } from './spot-version';

/** What counts about somebody who asks to hear a recording as it was sent. */
export type Listener = {
  /** Their role allows hearing recordings at all: those who record and those who review. */
  readonly isAllowed: boolean;
};

/**
 * Whether somebody may hear, and see drawn, a recording as it was sent. Every door to a master asks here, and nowhere else
 * is it decided.
 */
export function mayHearMaster(
  listener: Listener,
  _recording: { readonly spot: Spot; readonly version: SpotVersion },
): boolean {
  return listener.isAllowed;
}
