/**
 * What this computer's clocks say. `perf` only ever runs forwards, but starts anew with each page, whose birth is
 * `origin`; `wall` goes on while the computer is off, but may be wrong, and may be set back.
 */
export type Reading = { readonly origin: number; readonly perf: number; readonly wall: number };

/** A reading together with what the server said at that moment; milliseconds. */
export type Anchor = Reading & { readonly server: number };

/**
 * The server's time now. Within a page it cannot be led astray; after a restart the wall clock tells how much passed,
 * whatever it shows, unless it was set back meanwhile: then nothing is sure.
 * @param copiedAt of a page that comes from this computer: the server's time when it was received, milliseconds. It is
 *   all that is known when nobody noted what the clocks said at that moment.
 */
export function serverTime(
  anchor: Anchor | null,
  now: Reading,
  copiedAt: number | null,
): { readonly at: number; readonly isSure: boolean } {
  if (anchor === null && copiedAt !== null) return { at: copiedAt, isSure: false };
  if (anchor === null) return { at: now.wall, isSure: true };
  if (anchor.origin === now.origin) {
    return { at: anchor.server + now.perf - anchor.perf, isSure: true };
  }
  const passed = now.wall - anchor.wall;
  return passed < 0
    ? { at: anchor.server, isSure: false }
    : { at: anchor.server + passed, isSure: true };
}

/** How long something waited, in whole seconds; a clock that was set back takes nothing away. */
export function waitedSeconds(since: Reading, now: Reading): number {
  const passed = since.origin === now.origin ? now.perf - since.perf : now.wall - since.wall;
  return Math.max(0, Math.round(passed / 1000));
}

/** Asks the machine: the one place in this room. */
export function readClocks(): Reading {
  return { origin: performance.timeOrigin, perf: performance.now(), wall: Date.now() };
}
