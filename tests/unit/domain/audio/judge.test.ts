import { describe, expect, it } from 'vitest';
import {
  judge,
  SPOT_LIMITS,
  type Measurement,
  type StereoPicture,
} from '../../../../src/domain/audio';
import { SIX_PROFILES } from '../../../fixtures/audio/profiles';

/** A good phone recording: 30 s, -24 LUFS, peaks at -6 dBTP. */
function buildMeasurement(what: Partial<Measurement> = {}): Measurement {
  return {
    container: 'ogg',
    codec: 'opus',
    channels: 1,
    sampleRateHz: 48_000,
    declaredSeconds: 30,
    decodedSeconds: 30,
    loudnessLufs: -24,
    loudnessRangeLu: 4,
    truePeakDbtp: -6,
    silentHeadSeconds: 0.2,
    silentTailSeconds: 0.4,
    ...what,
  };
}

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

const kindsOf = (what: Partial<Measurement>) =>
  judge(buildMeasurement(what)).reasons.map(({ kind }) => kind);

describe('a recording', () => {
  it('that is in order is accepted without a word', () => {
    expect(judge(buildMeasurement())).toEqual({ grade: 'accepted', reasons: [] });
  });

  it('that is too quiet is refused, with what was measured and what is asked', () => {
    expect(judge(buildMeasurement({ loudnessLufs: -43.2, truePeakDbtp: -25 }))).toEqual({
      grade: 'refused',
      reasons: [{ kind: 'too-quiet', measuredLufs: -43.2, minimumLufs: -40 }],
    });
  });

  it('that is merely quiet is accepted with a warning, up to the threshold itself', () => {
    expect(judge(buildMeasurement({ loudnessLufs: -40, truePeakDbtp: -20 }))).toEqual({
      grade: 'accepted-with-warnings',
      reasons: [{ kind: 'quiet', measuredLufs: -40, minimumLufs: -31 }],
    });
    expect(kindsOf({ loudnessLufs: -31, truePeakDbtp: -12 })).toEqual([]);
  });

  it.each<[string, Partial<Measurement>, string[]]>([
    ['holds nothing at all', { decodedSeconds: 0, loudnessLufs: null }, ['not-a-sound']],
    ['has a film’s six channels', { channels: 6 }, ['too-many-channels']],
    ['was cut on its way', { declaredSeconds: 30, decodedSeconds: 21 }, ['truncated']],
    ['lasts a second', { declaredSeconds: 1, decodedSeconds: 1 }, ['too-short']],
    [
      'lasts a minute longer than allowed',
      { declaredSeconds: 960, decodedSeconds: 960 },
      ['too-long'],
    ],
    [
      'is silent',
      { loudnessLufs: null, truePeakDbtp: null, silentHeadSeconds: 30, silentTailSeconds: 30 },
      ['silent'],
    ],
  ])('that %s is refused', (_story, what, kinds) => {
    const verdict = judge(buildMeasurement(what));
    expect(verdict.grade).toBe('refused');
    expect(verdict.reasons.map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each<[string, Partial<Measurement>, string]>([
    ['peaks above full scale', { loudnessLufs: -14, truePeakDbtp: 0.1 }, 'clipped'],
    ['has claps in it', { loudnessLufs: -28, truePeakDbtp: -4.9 }, 'uneven-level'],
    ['begins late', { silentHeadSeconds: 1.6 }, 'silent-head'],
    ['ends late', { silentTailSeconds: 3.1 }, 'silent-tail'],
  ])('that %s is accepted with a warning', (_story, what, kind) => {
    const verdict = judge(buildMeasurement(what));
    expect(verdict.grade).toBe('accepted-with-warnings');
    expect(verdict.reasons.map((reason) => reason.kind)).toEqual([kind]);
  });

  it.each<[string, Partial<Measurement>, string]>([
    ['pauses for four seconds', { longestInnerSilenceSeconds: 4 }, 'inner-silence'],
    ['is drowned by a motor', { voiceOverNoiseDb: 14.9 }, 'noisy'],
    ['is shifted by a cheap microphone', { dcOffsetPercent: 2.1 }, 'dc-offset'],
    ['is heard on one side', { stereo: buildStereo({ rightRmsDbfs: null }) }, 'one-ear'],
    ['cancels itself out', { stereo: buildStereo({ correlation: -0.9 }) }, 'antiphase'],
  ])('that %s is accepted with a warning, with both figures', (_story, what, kind) => {
    const [reason, ...others] = judge(buildMeasurement(what)).reasons;
    expect(reason?.kind).toBe(kind);
    expect(others).toEqual([]);
    const figures = Object.values(reason ?? {}).filter((value) => typeof value === 'number');
    expect(figures).toHaveLength(2);
  });

  it('that was checked before all this was measured is judged by what is known of it', () => {
    expect(judge(buildMeasurement(), undefined, SIX_PROFILES).grade).toBe('accepted');
  });

  it('is not taken for cut because an encoder rounds its length', () => {
    expect(kindsOf({ declaredSeconds: 30.9, decodedSeconds: 30 })).toEqual([]);
    expect(kindsOf({ declaredSeconds: 600, decodedSeconds: 590 })).toEqual([]);
    expect(kindsOf({ declaredSeconds: null, decodedSeconds: 3 })).toEqual([]);
  });

  it('that is refused still says its warnings, the refusals first', () => {
    expect(
      kindsOf({ declaredSeconds: 40, decodedSeconds: 20, loudnessLufs: -14, truePeakDbtp: 1 }),
    ).toEqual(['truncated', 'clipped']);
  });

  it('is judged by the limits of the installation', () => {
    const limits = { ...SPOT_LIMITS, maximumSeconds: 20 };
    expect(judge(buildMeasurement(), limits).reasons).toEqual([
      { kind: 'too-long', measuredSeconds: 30, maximumSeconds: 20 },
    ]);
  });
});
