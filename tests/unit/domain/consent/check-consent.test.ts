import { describe, expect, it } from 'vitest';

import { checkConsent } from '../../../../src/domain/consent';
import { buildConsent } from '../../../helpers/builders';

const TODAY = '2026-11-24';
const check = (what: Parameters<typeof buildConsent>[0]) =>
  checkConsent(buildConsent({ expiresOn: '2027-11-24', ...what }), TODAY);

describe('recording a consent', () => {
  it('accepts a form number, a channel, a language and a day to end', () => {
    const answer = check({ reference: ' YEELEN/KAYES/2026-00042 ', channels: ['radio', 'radio'] });
    expect(answer).toMatchObject({
      ok: true,
      value: { reference: 'YEELEN/KAYES/2026-00042', channels: ['radio'] },
    });
  });

  it('asks for the number of the form', () => {
    expect(check({ reference: '  ' })).toEqual({
      ok: false,
      refusals: [{ kind: 'reference-missing' }],
    });
  });

  it('refuses a person’s name where the number of the form belongs', () => {
    expect(check({ reference: 'Aminata Traoré' })).toEqual({
      ok: false,
      refusals: [{ kind: 'reference-not-a-number', maximumLength: 40 }],
    });
  });

  it('asks where and in which languages it may go out', () => {
    expect(check({ channels: [], languages: [] })).toEqual({
      ok: false,
      refusals: [{ kind: 'channels-missing' }, { kind: 'languages-missing' }],
    });
  });

  it.each([
    ['2026-11-24', { kind: 'expiry-in-the-past', today: TODAY }],
    ['2031-11-25', { kind: 'expiry-too-far', latest: '2031-11-24' }],
    ['24/11/2027', { kind: 'expiry-not-a-day' }],
    ['2027-02-30', { kind: 'expiry-not-a-day' }],
  ])('refuses %s as the last day', (expiresOn, reason) => {
    expect(check({ expiresOn })).toEqual({ ok: false, refusals: [reason] });
  });

  it.each(['2026-11-25', '2031-11-24'])('accepts %s as the last day', (expiresOn) => {
    expect(check({ expiresOn }).ok).toBe(true);
  });
});
