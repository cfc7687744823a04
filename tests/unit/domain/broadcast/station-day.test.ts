import { describe, expect, it } from 'vitest';

import {
  dayCodeFreeFrom,
  dayMeant,
  FIRST_DAY_CODE_PAYLOAD,
  isBetterProof,
  isDayCode,
  mustBeErased,
  recordingMediaType,
  writeDayCode,
} from '../../../../src/domain/broadcast';
import { buildConsent } from '../../../helpers/builders';

describe('the code of a day', () => {
  it('begins after the example, with three digits', () => {
    expect(writeDayCode(FIRST_DAY_CODE_PAYLOAD)).toMatch(/^11\d$/);
    expect(isDayCode(writeDayCode(FIRST_DAY_CODE_PAYLOAD))).toBe(true);
  });

  it.each(['10', '014', '0104', '104 ', '10400000', 'abc'])('%j is none', (code) => {
    expect(isDayCode(code)).toBe(false);
  });

  it('rests ninety days, over the end of a year too', () => {
    expect(dayCodeFreeFrom('2026-12-01')).toBe('2027-03-01');
  });

  it('means the latest day that has begun, else the next to come', () => {
    const days = ['2026-12-01', '2027-03-01'];
    expect(dayMeant(days, '2026-12-02')).toBe('2026-12-01');
    expect(dayMeant(days, '2027-02-28')).toBe('2026-12-01');
    expect(dayMeant(days, '2027-03-01')).toBe('2027-03-01');
    expect(dayMeant(days, '2026-11-30')).toBe('2026-12-01');
    expect(dayMeant([], '2026-11-30')).toBeNull();
  });
});

describe('proof', () => {
  it('goes from a recording down to a telephone call', () => {
    expect(isBetterProof('recording', 'imported')).toBe(true);
    expect(isBetterProof('imported', 'page')).toBe(true);
    expect(isBetterProof('page', 'sms')).toBe(true);
    expect(isBetterProof('sms', 'telephone')).toBe(true);
    expect(isBetterProof('telephone', 'telephone')).toBe(false);
    expect(isBetterProof('page', 'imported')).toBe(false);
  });
});

describe('a recording', () => {
  const uploadedAt = new Date('2026-12-02T10:00:00Z');
  const withdrawn = (at: string) => [buildConsent({ withdrawnAt: new Date(at) })];

  it('goes when its voice is withdrawn, at that moment or later', () => {
    expect(mustBeErased({ uploadedAt }, [buildConsent()])).toBe(false);
    expect(mustBeErased({ uploadedAt }, withdrawn('2026-12-02T10:00:00Z'))).toBe(true);
    expect(mustBeErased({ uploadedAt }, withdrawn('2027-05-02T10:00:00Z'))).toBe(true);
  });

  it('stays gone when somebody agrees afterwards, and does not answer for a voice that left before', () => {
    const again = [...withdrawn('2026-12-03T10:00:00Z'), buildConsent({ id: 'consent-2' })];
    expect(mustBeErased({ uploadedAt }, again)).toBe(true);
    expect(mustBeErased({ uploadedAt }, withdrawn('2026-12-02T09:59:59Z'))).toBe(false);
  });

  it('tells the browser what it is', () => {
    expect(recordingMediaType('mov,mp4,m4a,3gp,3g2,mj2')).toBe('audio/mp4');
    expect(recordingMediaType('ogg')).toBe('audio/ogg');
    expect(recordingMediaType('something')).toBe('application/octet-stream');
  });
});
