import { existsSync, readFileSync } from 'node:fs';

import { findOnPath, runCommand } from './command.mjs';
import { Refusal, say } from './say.mjs';

const isRootOnDebian = () => {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release') || findOnPath('apt-get') === null)
    return false;
  return /^(ID|ID_LIKE)=.*\bdebian\b/m.test(readFileSync('/etc/os-release', 'utf8'));
};

async function installFromDebian(name) {
  say(`Installing Debian's ${name} (apt-get install)…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runCommand('apt-get', ['update', '-q'], { env, quiet: true });
  const install =
    update.code === 0
      ? await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], {
          env,
          quiet: true,
        })
      : update;
  if (install.code !== 0) say(install.output.trimEnd());
  return install.code === 0;
}

/** The first of: a setting, a program on the PATH, Debian's package when run as root there; null otherwise. */
async function findOrInstall({ setting, names, debianPackage }) {
  const configured = process.env[setting];
  if (configured) {
    if (existsSync(configured)) return configured;
    throw new Refusal(
      `${setting} désigne « ${configured} », qui n’existe pas.`,
      `${setting} names "${configured}", which does not exist.`,
    );
  }
  const find = () => names.map(findOnPath).find((found) => found !== null) ?? null;
  const present = find();
  if (present !== null || !isRootOnDebian()) return present;
  return (await installFromDebian(debianPackage)) ? find() : null;
}

/** A browser for the page tests. @throws Refusal that names what to install */
export async function ensureBrowser() {
  const found = await findOrInstall({
    setting: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    debianPackage: 'chromium',
  });
  if (found !== null) return found;
  throw new Refusal(
    'Aucun navigateur pour les essais de pages. Installez Chromium (Debian : apt-get install chromium), ou donnez son chemin dans CHROMIUM_PATH.',
    'No browser for the page tests. Install Chromium (Debian: apt-get install chromium), or give its path in CHROMIUM_PATH.',
  );
}

/** The system's ffmpeg, installed when possible; null when only the npm fallback is left, which is said aloud. */
export async function ensureFfmpeg() {
  const found = await findOrInstall({
    setting: 'FFMPEG_PATH',
    names: ['ffmpeg'],
    debianPackage: 'ffmpeg',
  });
  if (found !== null) return found;
  say(
    '*** No ffmpeg on this machine: the tests use the npm fallback, a build of 2018 that misses every fix since. ' +
      'Install ffmpeg 5 or later, or set FFMPEG_PATH. ***',
  );
  return null;
}
