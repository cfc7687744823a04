import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  isProtectedFor,
  isPublishable,
  isSensitive,
  isVoicing,
  mayHearMaster,
  readVoicing,
  recordingFacts,
  SPOT_VERSION_STATES,
  versionInUse,
  type SpotVersion,
} from '../../../../src/domain/audio';
import { heldBack } from '../../../../src/domain/consent';
import { buildConsent, buildSpotVersion } from '../../../helpers/builders';

const PROTECTED = { isProtected: true };
const OPEN = { isProtected: false };
const ACTOR = { kind: 're-voiced', actorReference: 'KAY-ACT-7' } as const;

const original = (what: Partial<SpotVersion> = {}) => buildSpotVersion(what);
const revoiced = (what: Partial<SpotVersion> = {}) =>
  buildSpotVersion({ number: 2, voicing: ACTOR, confirmedBy: 'user:manager', ...what });

describe('a protected witness', () => {
  it('is every child from the first moment, and whoever was marked', () => {
    expect(isProtectedFor('minor', null)).toBe(true);
    expect(isProtectedFor('minor', undefined)).toBe(true);
    expect(isProtectedFor('adult', null)).toBe(false);
    expect(isProtectedFor('adult', true)).toBe(true);
    // A manager may lift it, for a child who plays a part, before any sound has come.
    expect(isProtectedFor('minor', false)).toBe(false);
  });

  it('goes out in a re-voiced recording that a second person confirmed, and in no other', () => {
    expect(isPublishable(PROTECTED, revoiced())).toBe(true);
    expect(isPublishable(PROTECTED, revoiced({ confirmedBy: null }))).toBe(false);
    expect(isPublishable(PROTECTED, original())).toBe(false);
    expect(isPublishable(PROTECTED, original({ confirmedBy: 'user:manager' }))).toBe(false);
    expect(isPublishable(PROTECTED, revoiced({ state: 'erased' }))).toBe(false);
  });

  it('is not in use even where the recording was ready before the protection was set', () => {
    const versions = [original({ state: 'ready' }), revoiced({ state: 'preparing' })];
    expect(versionInUse(OPEN, versions)?.number).toBe(1);
    expect(versionInUse(PROTECTED, versions)).toBeNull();
    expect(versionInUse(PROTECTED, [original(), revoiced()])?.number).toBe(2);
    // A newer original of the same witness takes the re-voiced one away from nobody.
    const newer = [revoiced(), original({ number: 3 })];
    expect(versionInUse(PROTECTED, newer)?.number).toBe(2);
  });

  it('never has an original in use, whatever was recorded, in whatever state', () => {
    const recording = fc.record({
      number: fc.integer({ min: 1, max: 9 }),
      state: fc.constantFrom(...SPOT_VERSION_STATES),
      isOriginal: fc.boolean(),
      confirmedBy: fc.constantFrom(null, 'user:manager'),
    });
    fc.assert(
      fc.property(fc.array(recording, { maxLength: 8 }), (drawn) => {
        const versions = drawn.map(({ isOriginal, ...what }) =>
          buildSpotVersion({ ...what, voicing: isOriginal ? { kind: 'original' } : ACTOR }),
        );
        const inUse = versionInUse(PROTECTED, versions);
        expect(inUse === null || inUse.voicing.kind === 're-voiced').toBe(true);
        expect(inUse === null || inUse.confirmedBy !== null).toBe(true);
      }),
    );
  });
});

describe('who may hear a master', () => {
  const journalist = { mayHearMasters: true, mayHearProtected: false };
  const manager = { mayHearMasters: true, mayHearProtected: true };
  const stranger = { mayHearMasters: false, mayHearProtected: false };

  it('is nobody for a witness but those who hold that right, whoever sent it', () => {
    expect(mayHearMaster(PROTECTED, original({ uploadedBy: 'user:1' }), journalist)).toBe(false);
    expect(mayHearMaster(PROTECTED, original(), manager)).toBe(true);
    expect(mayHearMaster(OPEN, original(), journalist)).toBe(true);
    expect(mayHearMaster(OPEN, original(), stranger)).toBe(false);
  });

  it('takes a re-voiced recording for the witness until somebody confirmed it', () => {
    const waiting = revoiced({ confirmedBy: null, state: 'kept' });
    expect(isSensitive(PROTECTED, waiting)).toBe(true);
    expect(mayHearMaster(PROTECTED, waiting, journalist)).toBe(false);
    expect(isSensitive(PROTECTED, revoiced())).toBe(false);
    expect(mayHearMaster(PROTECTED, revoiced(), journalist)).toBe(true);
  });

  it('is nobody once it was destroyed', () => {
    expect(mayHearMaster(PROTECTED, original({ state: 'erased' }), manager)).toBe(false);
  });
});

describe('what a sender says of the voice', () => {
  it('is the witness when nothing is said', () => {
    expect(readVoicing(undefined, undefined)).toEqual({ kind: 'original' });
    expect(readVoicing('', null)).toEqual({ kind: 'original' });
  });

  it('names the form of the actor, never the actor', () => {
    expect(readVoicing('re-voiced', ' KAY-ACT-7 ')).toEqual(ACTOR);
    for (const name of ['', 'Aminata', 'A'.repeat(41), '-7', null]) {
      expect(readVoicing('re-voiced', name)).toMatchObject({ kind: 'actor-reference-missing' });
    }
  });

  it('is refused rather than guessed at when it is another word', () => {
    expect(isVoicing(readVoicing('revoiced', 'KAY-1'))).toBe(false);
    expect(readVoicing('Original', null)).toEqual({ kind: 'voicing-unknown' });
  });
});

describe('the consents of a protected witness', () => {
  const witness = buildConsent();
  const actor = buildConsent({ id: 'consent-2', speaker: 'actor', reference: 'KAY-ACT-7' });
  const reasons = (versions: readonly SpotVersion[], consents = [witness, actor]) =>
    heldBack(
      {
        voices: 'adult',
        channel: 'radio',
        language: 'fr',
        on: '2026-12-01',
        ...recordingFacts(PROTECTED, versions),
      },
      consents,
    ).map((reason) =>
      reason.kind === 'actor' ? `${reason.kind} ${reason.reason.kind}` : reason.kind,
    );

  it('hold it back until there is another voice, and until that one is confirmed', () => {
    expect(reasons([])).toEqual(['revoicing-missing']);
    expect(reasons([original()])).toEqual(['revoicing-missing']);
    expect(reasons([original(), revoiced({ confirmedBy: null, state: 'kept' })])).toEqual([
      'revoicing-unconfirmed',
    ]);
    expect(reasons([original(), revoiced()])).toEqual([]);
  });

  it('are two: the witness agreed to their words, the actor to their voice', () => {
    const versions = [original(), revoiced()];
    expect(reasons(versions, [actor])).toEqual(['no-consent']);
    expect(reasons(versions, [witness])).toEqual(['actor no-consent']);
    const another = { ...actor, reference: 'KAY-ACT-8' };
    expect(reasons(versions, [witness, another])).toEqual(['actor no-consent']);
  });

  it('are two when they are withdrawn as well: either closes every door', () => {
    const versions = [original(), revoiced()];
    const gone = new Date('2026-11-25T00:00:00Z');
    expect(reasons(versions, [{ ...witness, withdrawnAt: gone }, actor])).toEqual(['withdrawn']);
    expect(reasons(versions, [witness, { ...actor, withdrawnAt: gone }])).toEqual([
      'actor withdrawn',
    ]);
  });

  it('of the witness do not grow old by a new take of the actor', () => {
    const later = new Date('2026-12-20T00:00:00Z');
    expect(reasons([revoiced(), revoiced({ number: 3, uploadedAt: later })])).toEqual([]);
  });
});
