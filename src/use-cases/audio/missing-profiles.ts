import type { DeliveryProfile, Rendition, SpotVersion } from '../../domain/audio';
import { profileHash } from './profile-hash';

/** One sound that stations want; several profiles may ask for it. */
export type WantedSound = { readonly profile: DeliveryProfile; readonly hash: string };

/** The distinct sounds of all profiles that a version has no file for yet. */
export function missingSounds(
  profiles: readonly DeliveryProfile[],
  made: readonly Rendition[],
): readonly WantedSound[] {
  const there = new Set(made.map((rendition) => rendition.profileHash));
  const wanted = new Map<string, WantedSound>();
  for (const profile of profiles) {
    const hash = profileHash(profile);
    if (!there.has(hash) && !wanted.has(hash)) wanted.set(hash, { profile, hash });
  }
  return [...wanted.values()];
}

/** Sounds that were tried and missed their target: the same sound and profile would miss it again. */
export function hashesOffTarget(version: SpotVersion): ReadonlySet<string> {
  const reasons = version.verdict?.reasons ?? [];
  return new Set(
    reasons.flatMap((reason) => (reason.kind === 'off-target' ? [reason.profileHash] : [])),
  );
}
