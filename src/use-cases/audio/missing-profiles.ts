import {
  cartDaysFor,
  saysDays,
  type CartDays,
  type DeliveryProfile,
  type Rendition,
  type Spot,
  type SpotVersion,
} from '../../domain/audio';
import { profileHash } from './profile-hash';

/** One sound that stations want; several profiles may ask for it. */
export type WantedSound = {
  readonly profile: DeliveryProfile;
  readonly hash: string;
  /** The days on air that its file has to say inside. */
  readonly cartDays: CartDays | null;
  /** The newest file of this very sound, which says other days: only its words are to be written anew. */
  readonly kept: Rendition | null;
};

type Days = Pick<Spot, 'flightStart' | 'flightEnd'>;

/**
 * The distinct sounds of all profiles that a version has no file for yet. A file that says inside until when it is aired
 * is wanted again when those days were changed.
 */
export function missingSounds(
  profiles: readonly DeliveryProfile[],
  made: readonly Rendition[],
  spot: Days,
): readonly WantedSound[] {
  const wanted = new Map<string, WantedSound>();
  for (const profile of profiles) {
    const hash = profileHash(profile);
    const cartDays = cartDaysFor(profile, spot);
    const files = filesOf(made, hash, cartDays);
    const [first = null] = files;
    const isThere = first !== null && saysDays(first, cartDays);
    if (!isThere && !wanted.has(hash)) {
      wanted.set(hash, { profile, hash, cartDays, kept: first });
    }
  }
  return [...wanted.values()];
}

/**
 * The file of a version that a profile's stations hold: the one that says the right days, else the newest of that sound,
 * for a file whose words are behind is better than none. Null when there is none.
 */
export function fileFor(
  profile: DeliveryProfile,
  made: readonly Rendition[],
  spot: Days | null,
): Rendition | null {
  const cartDays = spot === null ? null : cartDaysFor(profile, spot);
  return filesOf(made, profileHash(profile), cartDays)[0] ?? null;
}

/** Files of a sound: those with these days first, then the newest. */
function filesOf(
  made: readonly Rendition[],
  hash: string,
  cartDays: CartDays | null,
): readonly Rendition[] {
  return made
    .filter((rendition) => rendition.profileHash === hash)
    .sort(
      (one, other) =>
        Number(saysDays(other, cartDays)) - Number(saysDays(one, cartDays)) ||
        other.createdAt.getTime() - one.createdAt.getTime(),
    );
}

/** Sounds that were tried and missed their target: the same sound and profile would miss it again. */
export function hashesOffTarget(version: SpotVersion): ReadonlySet<string> {
  const reasons = version.verdict?.reasons ?? [];
  return new Set(
    reasons.flatMap((reason) => (reason.kind === 'off-target' ? [reason.profileHash] : [])),
  );
}
