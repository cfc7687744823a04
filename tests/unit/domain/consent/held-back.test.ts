import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CHANNELS, heldBack, type Outing } from '../../../../src/domain/consent';
import { LANGUAGES } from '../../../../src/domain/shared';
import { buildConsent } from '../../../helpers/builders';

const ADULT_ON_AIR: Outing = {
  voices: 'adult',
  channel: 'radio',
  language: 'bm',
  on: '2026-12-01',
};
const CHILD_ON_AIR: Outing = { ...ADULT_ON_AIR, voices: 'minor' };

const childConsent = () =>
  buildConsent({
    voices: 'minor',
    hasChildAgreed: true,
    hasGuardianAgreed: true,
    approvedBy: 'user:manager',
  });

describe('holding back what shows a real person', () => {
  it('lets a recording without a real person go out', () => {
    expect(heldBack({ ...ADULT_ON_AIR, voices: 'no-real-person' }, [])).toEqual([]);
  });

  it('holds back a real voice without a consent', () => {
    expect(heldBack(ADULT_ON_AIR, [])).toEqual([{ kind: 'no-consent' }]);
  });

  it('lets it go out once a consent covers it', () => {
    expect(heldBack(ADULT_ON_AIR, [buildConsent()])).toEqual([]);
  });

  it('asks again when the recording was replaced: another voice may be heard in it', () => {
    const recordedAt = new Date('2026-11-20T10:00:00.000Z');
    const replaced = (at: string) => ({ ...ADULT_ON_AIR, replacedAt: new Date(at) });
    const consents = [buildConsent({ recordedAt })];
    expect(heldBack(replaced('2026-11-20T10:00:00.000Z'), consents)).toEqual([]);
    expect(heldBack(replaced('2026-11-20T10:00:00.001Z'), consents)).toEqual([
      { kind: 'new-recording' },
    ]);
    const again = buildConsent({ id: 'again', recordedAt: new Date('2026-11-21T08:00:00.000Z') });
    expect(heldBack(replaced('2026-11-20T10:00:00.001Z'), [...consents, again])).toEqual([]);
  });

  it('does not take an adult’s consent for a child', () => {
    expect(heldBack(CHILD_ON_AIR, [buildConsent()])).toEqual([{ kind: 'no-consent' }]);
  });

  it('lets it go out on the last day of the consent and not on the day after', () => {
    const consents = [buildConsent({ expiresOn: '2026-12-31' })];
    expect(heldBack({ ...ADULT_ON_AIR, on: '2026-12-31' }, consents)).toEqual([]);
    expect(heldBack({ ...ADULT_ON_AIR, on: '2027-01-01' }, consents)).toEqual([
      { kind: 'expired', expiresOn: '2026-12-31' },
    ]);
  });

  it('names the door and the language that were not agreed to', () => {
    const consents = [buildConsent({ channels: ['web'], languages: ['fr'] })];
    expect(heldBack(ADULT_ON_AIR, consents)).toEqual([
      { kind: 'channel-not-covered', channel: 'radio' },
      { kind: 'language-not-covered', language: 'bm' },
    ]);
  });

  it('holds it back when the person may have feared for their aid', () => {
    expect(heldBack(ADULT_ON_AIR, [buildConsent({ isAidIndependent: false })])).toEqual([
      { kind: 'aid-dependence' },
    ]);
  });

  it('asks for the guardian, the child and a second person before a child is heard', () => {
    const bare = buildConsent({ voices: 'minor' });
    expect(heldBack(CHILD_ON_AIR, [bare])).toEqual([
      { kind: 'guardian-missing' },
      { kind: 'child-missing' },
      { kind: 'second-approver-missing' },
    ]);
    expect(heldBack(CHILD_ON_AIR, [childConsent()])).toEqual([]);
  });

  it('does not let the one who recorded a child’s consent approve it too', () => {
    const alone = { ...childConsent(), approvedBy: 'user:journalist' };
    expect(heldBack(CHILD_ON_AIR, [alone])).toEqual([{ kind: 'second-approver-missing' }]);
  });

  it('holds it back from the moment of the withdrawal, whatever was agreed before', () => {
    const first = buildConsent({ id: 'first', recordedAt: new Date('2026-11-01T10:00:00Z') });
    const twice = buildConsent({ id: 'twice', recordedAt: new Date('2026-11-02T10:00:00Z') });
    const withdrawn = { ...first, withdrawnAt: new Date('2026-11-20T10:00:00Z') };
    expect(heldBack(ADULT_ON_AIR, [withdrawn, twice])).toEqual([{ kind: 'withdrawn' }]);
  });

  it('is free again when the person agrees anew after a withdrawal', () => {
    const withdrawn = buildConsent({ id: 'old', withdrawnAt: new Date('2026-11-20T10:00:00Z') });
    const anew = buildConsent({ id: 'new', recordedAt: new Date('2026-11-20T10:00:00.001Z') });
    expect(heldBack(ADULT_ON_AIR, [withdrawn, anew])).toEqual([]);
  });

  it('gives the reasons of the consent that comes nearest', () => {
    const far = buildConsent({ id: 'far', channels: ['web'], languages: ['fr'] });
    const near = buildConsent({ id: 'near', languages: ['fr'] });
    expect(heldBack(ADULT_ON_AIR, [far, near])).toEqual([
      { kind: 'language-not-covered', language: 'bm' },
    ]);
  });

  it('never frees an outing that no single consent covers', () => {
    const anyConsent = fc
      .record({
        voices: fc.constantFrom('adult' as const, 'minor' as const),
        channels: fc.subarray([...CHANNELS]),
        languages: fc.subarray([...LANGUAGES]),
        isAidIndependent: fc.boolean(),
        hasChildAgreed: fc.boolean(),
        hasGuardianAgreed: fc.boolean(),
        approvedBy: fc.constantFrom(null, 'user:journalist', 'user:manager'),
        expiresOn: fc.constantFrom('2026-11-30', '2026-12-01', '2027-01-01'),
        withdrawnAt: fc.constantFrom(null, new Date('2026-11-25T00:00:00Z')),
      })
      .map(buildConsent);
    fc.assert(
      fc.property(
        fc.array(anyConsent, { maxLength: 4 }),
        fc.constantFrom('adult' as const, 'minor' as const),
        fc.constantFrom(...CHANNELS),
        fc.constantFrom(...LANGUAGES),
        (consents, voices, channel, language) => {
          const isFree = heldBack({ ...ADULT_ON_AIR, voices, channel, language }, consents);
          if (isFree.length > 0) return;
          const covering = consents.filter(
            (consent) =>
              consent.voices === voices &&
              consent.withdrawnAt === null &&
              consent.channels.includes(channel) &&
              consent.languages.includes(language) &&
              consent.isAidIndependent &&
              consent.expiresOn >= '2026-12-01' &&
              (voices === 'adult' ||
                (consent.hasChildAgreed &&
                  consent.hasGuardianAgreed &&
                  consent.approvedBy === 'user:manager')),
          );
          expect(covering).not.toEqual([]);
        },
      ),
    );
  });
});
