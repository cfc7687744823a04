import { createHash } from 'node:crypto';
import type { DeliveryProfile } from '../../domain/audio';

/**
 * The identity of a profile's sound, as SHA-256 in hexadecimal. Code and name are no part of it: two profiles
 * that ask the same thing share their renditions, and renaming one prepares nothing again.
 */
export function profileHash(profile: DeliveryProfile): string {
  const fingerprint = [
    'delivery-profile-1',
    profile.codec,
    profile.bitRateKbps ?? 'lossless',
    profile.sampleRateHz,
    profile.channels,
    profile.targetLufs,
    profile.ceilingDbtp,
    // Named only where they are asked for: files that were made before these could be asked for stay valid.
    ...(profile.countsDualMono ? ['dual-mono'] : []),
    ...(profile.trimsSilence ? ['trimmed'] : []),
  ];
  return createHash('sha256').update(JSON.stringify(fingerprint)).digest('hex');
}
