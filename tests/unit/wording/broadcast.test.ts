import { describe, expect, it } from 'vitest';

import { airingRefusalSentence, slotRefusalSentence } from '../../../src/wording/broadcast';
import { consentRefusalSentence, holdSentence } from '../../../src/wording/consent';
import { reviewRefusalSentence } from '../../../src/wording/messages';
import { signInRefusalSentence, stationFileRefusalSentence } from '../../../src/wording/stations';

describe('what a person reads of a refusal', () => {
  it('names the day and the time as they are written here', () => {
    expect(
      slotRefusalSentence({
        kind: 'in-the-past',
        stationCode: 'KAY',
        day: '2026-11-24',
        time: '07:05',
      }),
    ).toBe('KAY : le 24/11/2026 à 7 h 05 est déjà passé.');
    expect(airingRefusalSentence({ kind: 'time-outside-window', from: '07:00', to: '07:30' })).toBe(
      'Le créneau allait de 7 h 00 à 7 h 30 : choisissez « diffusé à une autre heure ».',
    );
  });

  it('says why a spot is held back on a day', () => {
    expect(
      slotRefusalSentence({
        kind: 'held-back',
        day: '2026-12-11',
        reasons: [
          { kind: 'expired', expiresOn: '2026-12-10' },
          { kind: 'language-not-covered', language: 'snk' },
        ],
      }),
    ).toBe(
      'Le 11/12/2026, le spot est retenu. Le consentement s’arrête le 10/12/2026. Le consentement ne couvre pas la langue : soninké.',
    );
  });

  it('writes large numbers with spaces', () => {
    const sentence = slotRefusalSentence({
      kind: 'too-many-slots',
      asked: 1_000_000,
      maximum: 2000,
    });
    expect(sentence.replace(/\s/gu, ' ')).toBe(
      'Ce plan ferait 1 000 000 diffusions ; 2 000 au plus en une fois.',
    );
  });

  it('tells a station without a format from a spot that is not ready', () => {
    const stationCode = 'KAY';
    expect(slotRefusalSentence({ kind: 'not-prepared', stationCode, profileCode: null })).toContain(
      'n’a pas de format',
    );
    expect(
      slotRefusalSentence({ kind: 'not-prepared', stationCode, profileCode: 'WAV' }),
    ).toContain('format WAV');
  });

  it('counts attempts and minutes in the singular and the plural', () => {
    expect(signInRefusalSentence({ kind: 'wrong-code', attemptsLeft: 2 })).toContain('2 essais.');
    expect(signInRefusalSentence({ kind: 'wrong-code', attemptsLeft: 1 })).toContain('1 essai.');
    expect(signInRefusalSentence({ kind: 'wrong-code', attemptsLeft: 0 })).toContain(
      'le dernier essai',
    );
    expect(signInRefusalSentence({ kind: 'locked', retryAfterSeconds: 61 })).toContain('2 minutes');
    expect(signInRefusalSentence({ kind: 'locked', retryAfterSeconds: 60 })).toContain('1 minute,');
  });

  it('asks a station not to air what is held back', () => {
    expect(
      stationFileRefusalSentence({ kind: 'held-back', reasons: [{ kind: 'withdrawn' }] }),
    ).toBe('Ce spot est suspendu : ne le diffusez pas. Le consentement a été retiré.');
  });

  it('names the door that was not agreed to', () => {
    expect(holdSentence({ kind: 'channel-not-covered', channel: 'social' })).toBe(
      'Le consentement ne couvre pas les réseaux sociaux.',
    );
  });

  it('keeps names out of the form’s number', () => {
    expect(consentRefusalSentence({ kind: 'reference-not-a-number', maximumLength: 40 })).toContain(
      'N’écrivez jamais de nom ici.',
    );
  });

  it('says from where a step of the review is not possible', () => {
    expect(
      reviewRefusalSentence({ kind: 'not-from-here', state: 'draft', action: 'approve' }),
    ).toBe('Ce texte est encore un brouillon : vous ne pouvez pas l’approuver maintenant.');
  });
});
