import { describe, expect, it } from 'vitest';
import type { VerdictReason } from '../../../src/domain/audio';
import { submitRefusalSentence, verdictSentence } from '../../../src/wording/audio';

/** One of each: a new kind without an entry here does not compile. */
const REASONS: {
  readonly [Kind in VerdictReason['kind']]: Extract<VerdictReason, { kind: Kind }>;
} = {
  'not-a-sound': { kind: 'not-a-sound' },
  'format-not-accepted': { kind: 'format-not-accepted', container: 'avi', codec: 'ac3' },
  'too-long': { kind: 'too-long', measuredSeconds: 36_000, maximumSeconds: 600 },
  'too-short': { kind: 'too-short', measuredSeconds: 1.25, minimumSeconds: 2 },
  'too-many-channels': { kind: 'too-many-channels', measured: 64, maximum: 2 },
  truncated: { kind: 'truncated', declaredSeconds: 30, decodedSeconds: 12.34 },
  silent: { kind: 'silent' },
  'too-quiet': { kind: 'too-quiet', measuredLufs: -45.2, minimumLufs: -40 },
  quiet: { kind: 'quiet', measuredLufs: -33, minimumLufs: -31 },
  'uneven-level': { kind: 'uneven-level', measuredCrestLu: 26.5, maximumCrestLu: 23 },
  clipped: { kind: 'clipped', measuredDbtp: 1.6, maximumDbtp: 0 },
  'silent-head': { kind: 'silent-head', measuredSeconds: 2.5, maximumSeconds: 1.5 },
  'silent-tail': { kind: 'silent-tail', measuredSeconds: 4, maximumSeconds: 3 },
  'inner-silence': { kind: 'inner-silence', measuredSeconds: 3.5, maximumSeconds: 3 },
  'one-ear': {
    kind: 'one-ear',
    channel: 'right',
    measuredDifferenceDb: 74.01,
    maximumDifferenceDb: 20,
  },
  antiphase: { kind: 'antiphase', measuredCorrelation: -0.987, minimumCorrelation: -0.5 },
  'dc-offset': { kind: 'dc-offset', measuredPercent: 5.04, maximumPercent: 2 },
  noisy: { kind: 'noisy', measuredDb: 9.4, minimumDb: 15 },
  'out-of-reach': {
    kind: 'out-of-reach',
    profileCodes: ['MP3-48', 'AAC-64'],
    measuredShortfallLu: 1.31,
    maximumShortfallLu: 0.5,
  },
  'off-target': {
    kind: 'off-target',
    profileCode: 'MP3-48',
    profileHash: 'h',
    measuredLufs: -17.6,
    targetLufs: -16,
    measuredDbtp: -0.2,
    ceilingDbtp: -1,
  },
};

describe('what is said of a recording', () => {
  it.each(Object.values(REASONS))('$kind is one French paragraph without a slip', (reason) => {
    const sentence = verdictSentence(reason);
    expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect(sentence).not.toMatch(/undefined|null|NaN|'|\d\.\d/);
  });

  it('advises to come nearer to the microphone, with both figures', () => {
    expect(verdictSentence(REASONS['too-quiet'])).toContain('Rapprochez le micro');
    expect(verdictSentence(REASONS['too-quiet'])).toContain('−45,2 LUFS, pour −40 LUFS au moins');
  });

  it('counts seconds as French does', () => {
    expect(verdictSentence(REASONS['too-short'])).toContain(
      'dure 1,3 seconde, pour 2 secondes au moins',
    );
    expect(verdictSentence(REASONS.truncated)).toContain(
      '30 secondes et n’en contient que 12,3 secondes',
    );
    expect(verdictSentence(REASONS['too-long'])).toContain('dure 10 h, pour 10 min au plus');
  });

  it('says which side is heard, and that two sides cancel each other', () => {
    expect(verdictSentence(REASONS['one-ear'])).toContain(
      'que le côté droit (écart de 74 dB, 20 dB',
    );
    expect(verdictSentence(REASONS.antiphase)).toContain('corrélation de −0,99, −0,5 au moins');
  });

  it('names the profile whose stations get nothing', () => {
    expect(verdictSentence(REASONS['off-target'])).toContain('MP3-48');
  });
});

describe('what is said of an upload that was not taken in', () => {
  it.each([
    [{ kind: 'unknown-spot', spotCode: '9999' }, 'Le spot 9999 n’existe pas'],
    [{ kind: 'empty' }, 'Le fichier est vide'],
    [{ kind: 'too-large', maximumBytes: 52_428_800 }, '50 Mo au plus'],
  ] as const)('%o', (refusal, words) => {
    expect(submitRefusalSentence(refusal)).toContain(words);
  });
});
