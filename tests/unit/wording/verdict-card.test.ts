import { describe, expect, it } from 'vitest';

import type { VerdictReason } from '../../../src/domain/audio';
import { engineStoppedSentence } from '../../../src/wording/audio-desk';
import { spans } from '../../../src/wording/sound-figures';
import { verdictCard } from '../../../src/wording/verdict-card';

const seconds = { measuredSeconds: 4.2, maximumSeconds: 3 };
const REASONS: readonly VerdictReason[] = [
  { kind: 'not-a-sound' },
  { kind: 'format-not-accepted', container: 'mp3', codec: 'mp3' },
  { kind: 'too-long', measuredSeconds: 900, maximumSeconds: 600 },
  { kind: 'too-short', measuredSeconds: 1, minimumSeconds: 2 },
  { kind: 'too-many-channels', measured: 6, maximum: 2 },
  { kind: 'truncated', declaredSeconds: 60, decodedSeconds: 12 },
  { kind: 'silent' },
  { kind: 'too-quiet', measuredLufs: -42, minimumLufs: -40 },
  { kind: 'quiet', measuredLufs: -33, minimumLufs: -31 },
  { kind: 'uneven-level', measuredCrestLu: 25, maximumCrestLu: 23 },
  { kind: 'clipped', measuredDbtp: 1.2, maximumDbtp: 0 },
  { kind: 'silent-head', ...seconds },
  { kind: 'silent-tail', ...seconds },
  { kind: 'inner-silence', ...seconds },
  { kind: 'one-ear', channel: 'left', measuredDifferenceDb: 40, maximumDifferenceDb: 20 },
  { kind: 'antiphase', measuredCorrelation: -0.9, minimumCorrelation: -0.5 },
  { kind: 'dc-offset', measuredPercent: 4, maximumPercent: 2 },
  { kind: 'noisy', measuredDb: 9, minimumDb: 15 },
  {
    kind: 'out-of-reach',
    profileCodes: ['MP3-128'],
    measuredShortfallLu: 3,
    maximumShortfallLu: 0.5,
  },
  {
    kind: 'off-target',
    profileCode: 'MP3-128',
    profileHash: 'x',
    measuredLufs: -18.4,
    targetLufs: -16,
    measuredDbtp: -1,
    ceilingDbtp: -1,
  },
];

const nameOf = (code: string) => `le fichier ${code}`;

describe('a reason of the verdict on its card', () => {
  it.each(REASONS.map((reason) => [reason.kind, reason] as const))(
    '%s: a title, an advice, and both figures or none',
    (_, reason) => {
      const { title, advice, figures } = verdictCard(reason, nameOf);
      expect(title).toMatch(/^[A-ZÀÉ].{5,60}$/);
      expect(advice).toMatch(/\.$/);
      // Words for a journalist: the units stand with the figures.
      expect(`${title} ${advice}`).not.toMatch(/LUFS|dB|codec|Hz/);
      if (figures !== null) {
        expect(figures.measured).not.toBe('');
        expect(figures.expected).not.toBe('');
      }
    },
  );

  it('tells what was measured and what was expected', () => {
    expect(
      verdictCard({ kind: 'too-quiet', measuredLufs: -42.04, minimumLufs: -40 }, nameOf).figures,
    ).toEqual({ measured: '−42 LUFS', expected: '−40 LUFS au moins' });
    expect(verdictCard({ kind: 'silent-head', ...seconds }, nameOf).figures).toEqual({
      measured: '4,2 secondes',
      expected: '3 secondes au plus',
    });
  });

  it('names the files concerned as the desk does', () => {
    const card = verdictCard(REASONS[REASONS.length - 1] ?? { kind: 'silent' }, nameOf);
    expect(card.title).toBe('Fichier retenu : le fichier MP3-128');
  });
});

it('a machine without ffmpeg is told in words, with what to do', () => {
  expect(engineStoppedSentence('missing')).toMatch(
    /^Le traitement du son est arrêté : .*Rien n’est perdu.*administration/,
  );
  expect(engineStoppedSentence('too-old')).toMatch(/trop ancien/);
});

it.each([
  [1, '1 seconde'],
  [2, '2 secondes'],
  [75, '1 min 15 s'],
  [120, '2 min'],
])('%d seconds in words', (value, words) => expect(spans(value)).toBe(words));
