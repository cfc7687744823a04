import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { withPrepareLock } from './prepare-lock.mjs';

/**
 * What every command does first: the right Node, the packages of the lock file, a build of these sources.
 * Each part is skipped when it stands already, so a second start neither installs nor builds.
 * @param {{ build?: boolean, admin?: boolean }} [parts] `admin: false` leaves the admin panel unbuilt (tests without a browser)
 */
export async function prepare({ build = true, admin = true } = {}) {
  checkNodeVersion();
  await withPrepareLock(async () => {
    await ensureInstalled();
    if (build) await ensureBuilt({ admin });
  });
}
