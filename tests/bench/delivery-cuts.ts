import { createHash } from 'node:crypto';

import { seededChance } from '../helpers/chance';
import { fetchBytes } from './fetching';

const CUTS = 100;

export type CutsReading = {
  readonly bundleCuts: number;
  /** Downloads that were the whole archive, byte for byte, once they had been resumed. */
  readonly bundleIdentical: number;
  readonly bundleBytes: number;
};

/** Cuts the download of a bundle at a hundred random bytes, resumes each as a browser does, and compares with the whole. */
export async function cutBundles(url: string, seed: number): Promise<CutsReading> {
  const chance = seededChance(seed);
  const whole = await fetchBytes(url);
  const size = whole.body.length;
  const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const expected = digest(whole.body);
  const etag = whole.headers.etag ?? '';
  let identical = 0;
  for (let count = 0; count < CUTS; count += 1) {
    const cutAt = 1 + Math.floor(chance() * (size - 1));
    const head = await fetchBytes(url, {}, cutAt);
    const tail = await fetchBytes(url, { range: `bytes=${cutAt}-`, 'if-range': etag });
    const isResumed = head.isCut && tail.status === 206;
    if (isResumed && digest(Buffer.concat([head.body, tail.body])) === expected) identical += 1;
  }
  return { bundleCuts: CUTS, bundleIdentical: identical, bundleBytes: size };
}
