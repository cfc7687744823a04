import type { CalendarDay, Language } from '../shared';
import type { Channel, Consent, Voices } from './consent';

/** Why something may not go out: it was pulled, or a real person in it has not agreed. */
export type HoldReason =
  /** Pulled off every station and page; whoever is heard in it. */
  | { readonly kind: 'recalled' }
  | { readonly kind: 'no-consent' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'expired'; readonly expiresOn: CalendarDay }
  | { readonly kind: 'channel-not-covered'; readonly channel: Channel }
  | { readonly kind: 'language-not-covered'; readonly language: Language }
  | { readonly kind: 'guardian-missing' }
  | { readonly kind: 'child-missing' }
  | { readonly kind: 'second-approver-missing' }
  | { readonly kind: 'aid-dependence' }
  /** The recording was replaced after this consent: another voice may be heard in it. */
  | { readonly kind: 'new-recording' }
  /** A protected witness is heard in nothing but a re-voiced recording, and there is none. */
  | { readonly kind: 'revoicing-missing' }
  /** It is there, and no second person has heard it yet. */
  | { readonly kind: 'revoicing-unconfirmed' }
  /** The actor who reads the words has a consent of their own. */
  | { readonly kind: 'actor'; readonly reason: HoldReason };

/** Who speaks in place of whom in the recording in use. */
export type Revoicing = {
  readonly state: 'missing' | 'waiting' | 'confirmed';
  /** Number of the actor's consent form; null while nothing is confirmed. */
  readonly actorReference: string | null;
};

/** One outing: whose voice or face, through which door, in which language, on which day. */
export type Outing = {
  readonly voices: Voices;
  readonly channel: Channel;
  readonly language: Language;
  readonly on: CalendarDay;
  /**
   * When the recording came that replaced one already in use; null or left out where nothing was replaced. A consent
   * speaks of the voice that was there when it was given.
   */
  readonly replacedAt?: Date | null;
  /** Since when the subject is pulled; null or left out where it is not. */
  readonly recalledAt?: Date | null;
  /** Null or left out where the voice is that of whoever it is about. */
  readonly revoicing?: Revoicing | null;
};

/**
 * The latest withdrawal speaks for everything agreed before it: whether the subject has one person or several,
 * and whether a form was entered twice, only a consent given afterwards frees it again.
 */
function isWithdrawn(consent: Consent, consents: readonly Consent[]): boolean {
  return consents.some(
    (other) =>
      other.withdrawnAt !== null &&
      (other.id === consent.id || other.withdrawnAt.getTime() >= consent.recordedAt.getTime()),
  );
}

function missing(asked: Outing, consent: Consent, consents: readonly Consent[]): HoldReason[] {
  const reasons: HoldReason[] = [];
  if (isWithdrawn(consent, consents)) reasons.push({ kind: 'withdrawn' });
  if (asked.on > consent.expiresOn) {
    reasons.push({ kind: 'expired', expiresOn: consent.expiresOn });
  }
  if (!consent.channels.includes(asked.channel)) {
    reasons.push({ kind: 'channel-not-covered', channel: asked.channel });
  }
  if (!consent.languages.includes(asked.language)) {
    reasons.push({ kind: 'language-not-covered', language: asked.language });
  }
  if (asked.replacedAt && consent.recordedAt < asked.replacedAt) {
    reasons.push({ kind: 'new-recording' });
  }
  if (!consent.isAidIndependent) reasons.push({ kind: 'aid-dependence' });
  if (consent.voices === 'minor') {
    if (!consent.hasGuardianAgreed) reasons.push({ kind: 'guardian-missing' });
    if (!consent.hasChildAgreed) reasons.push({ kind: 'child-missing' });
    if (consent.approvedBy === null || consent.approvedBy === consent.recordedBy) {
      reasons.push({ kind: 'second-approver-missing' });
    }
  }
  return reasons;
}

/**
 * Every reason why an outing is held back; an empty list means that it is free.
 * Where several consents were recorded, the one that comes nearest speaks (among equals the latest).
 *
 * @param consents all consents of the one subject, the withdrawn ones too.
 */
export function heldBack(asked: Outing, consents: readonly Consent[]): readonly HoldReason[] {
  const own = consents.filter(({ speaker }) => speaker === 'witness');
  return [
    ...(asked.recalledAt ? [{ kind: 'recalled' } as const] : []),
    ...(asked.voices === 'no-real-person' ? [] : nearest(asked, asked.voices, own)),
    ...revoicingReasons(asked, consents),
  ];
}

/** Why the voice in place of another may not be heard: it is not there, not confirmed, or the actor has not agreed. */
function revoicingReasons(asked: Outing, consents: readonly Consent[]): readonly HoldReason[] {
  const { revoicing = null } = asked;
  if (revoicing === null) return [];
  if (revoicing.state === 'missing') return [{ kind: 'revoicing-missing' }];
  if (revoicing.state === 'waiting') return [{ kind: 'revoicing-unconfirmed' }];
  const ofActor = consents.filter(
    ({ speaker, reference }) => speaker === 'actor' && reference === revoicing.actorReference,
  );
  const voices = ofActor.some((consent) => consent.voices === 'minor') ? 'minor' : 'adult';
  // The form's number already says which actor it is: a new take of the same one needs no new form.
  return nearest({ ...asked, replacedAt: null }, voices, ofActor).map((reason) => ({
    kind: 'actor',
    reason,
  }));
}

function nearest(
  asked: Outing,
  voices: Consent['voices'],
  consents: readonly Consent[],
): readonly HoldReason[] {
  const candidates = consents
    .filter((consent) => consent.voices === voices)
    .map((consent) => ({ consent, reasons: missing(asked, consent, consents) }))
    .sort(
      (left, right) =>
        left.reasons.length - right.reasons.length ||
        right.consent.recordedAt.getTime() - left.consent.recordedAt.getTime(),
    );
  return candidates[0]?.reasons ?? [{ kind: 'no-consent' }];
}
