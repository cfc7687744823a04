import { Refusal } from './say.mjs';

/**
 * Node 20.19 is the first of its line that loads ES modules with `require`; 25 is beyond what Strapi 5.54 accepts.
 * @param {string} version for example `20.19.0`
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major > 20 && major < 25);
}

export function checkNodeVersion(version = process.versions.node) {
  if (isSupportedNode(version)) return;
  throw new Refusal(
    `Node ${version} ne convient pas : installez Node 20.19 ou plus récent (20, 22 ou 24).`,
    `Node ${version} will not do: install Node 20.19 or later (20, 22 or 24).`,
  );
}
