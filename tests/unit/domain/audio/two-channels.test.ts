import { describe, expect, it } from 'vitest';
import {
  downmixFor,
  isTrueStereo,
  planRenditions,
  type StereoPicture,
} from '../../../../src/domain/audio';
import { SIX_PROFILES } from '../../../fixtures/audio/profiles';

function buildStereo(what: Partial<StereoPicture> = {}): StereoPicture {
  return {
    leftRmsDbfs: -24,
    rightRmsDbfs: -25,
    correlation: 0.4,
    loudnessLufs: -21,
    truePeakDbtp: -5,
    ...what,
  };
}

describe('of two channels', () => {
  it.each([
    ['both have the voice', {}, 'average', true],
    ['both have the very same', { correlation: 1 }, 'average', false],
    ['the right one is dead', { rightRmsDbfs: null, correlation: null }, 'left', false],
    ['the left one is 21 dB below', { leftRmsDbfs: -46, rightRmsDbfs: -25 }, 'right', false],
    ['the left one is 19 dB below', { leftRmsDbfs: -44, rightRmsDbfs: -25 }, 'average', true],
    ['they cancel each other', { correlation: -0.8 }, 'left', false],
    ['they are merely unlike', { correlation: -0.3 }, 'average', true],
    [
      'nothing sounds',
      { leftRmsDbfs: null, rightRmsDbfs: null, correlation: null },
      'average',
      false,
    ],
  ] as const)('when %s', (_story, what, downmix, isStereo) => {
    const stereo = buildStereo(what);
    expect(downmixFor(stereo)).toBe(downmix);
    expect(isTrueStereo({ stereo })).toBe(isStereo);
  });

  it('one is a mono recording, and so is one that was checked before channels were compared', () => {
    expect(downmixFor(null)).toBe('average');
    expect(isTrueStereo({ stereo: null })).toBe(false);
    expect(isTrueStereo({})).toBe(false);
  });

  it('both are kept where they differ and the profile has two: planned by what a stereo meter reads', () => {
    const plans = planRenditions(
      {
        loudnessLufs: -24,
        truePeakDbtp: -8,
        stereo: buildStereo(),
        decodedSeconds: 30,
        silentHeadSeconds: 0,
        silentTailSeconds: 0,
      },
      SIX_PROFILES,
    );
    const kept = plans.filter(({ keepsStereo }) => keepsStereo);
    expect(kept.map(({ profile }) => profile.code)).toEqual(['MP3-192-STEREO']);
    // -21 to -16, and 0.2 that the encoder takes.
    expect(kept[0]?.gainDb).toBeCloseTo(5.2);
    expect(kept[0]?.needsLimiter).toBe(true);
  });
});
