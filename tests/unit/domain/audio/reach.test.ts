import { describe, expect, it } from 'vitest';
import { outOfReach, type LimiterPoint, type Measurement } from '../../../../src/domain/audio';
import { SIX_PROFILES } from '../../../fixtures/audio/profiles';

/** Claps: 24 LU between the voice and its peaks. */
const CLAPS: Measurement = {
  container: 'wav',
  codec: 'pcm_s16le',
  channels: 1,
  sampleRateHz: 48_000,
  declaredSeconds: 30,
  decodedSeconds: 30,
  loudnessLufs: -27,
  loudnessRangeLu: 9,
  truePeakDbtp: -3,
  silentHeadSeconds: 0,
  silentTailSeconds: 0,
};

/** Behind the limiter it gets no louder than so, 3 dB at a time from where the limiter begins. */
const curve = (...loudnessLu: number[]): LimiterPoint[] =>
  loudnessLu.map((value, index) => ({ driveDb: 3 + 3 * index, loudnessLu: value }));

describe('what no gain can bring to a level', () => {
  it('is named with every profile that it misses, before anything is encoded', () => {
    const limiterCurve = curve(-24, -21.5, -19, -16.5, -15, -14.4, -14.3);
    const reason = outOfReach({ ...CLAPS, limiterCurve }, SIX_PROFILES);
    // Wanted of the mono sound, against its threshold: MP3-48 -13.5, AAC -13.6, Opus -14.2; two channels ask 3 LU less.
    expect(reason).toMatchObject({ kind: 'out-of-reach', profileCodes: ['AAC-64', 'MP3-48'] });
    if (reason?.kind !== 'out-of-reach') throw new Error('not told');
    expect(reason.measuredShortfallLu).toBeCloseTo(0.8);
  });

  it('is not said of a recording that gets there', () => {
    const limiterCurve = curve(-24, -20, -16, -13.7);
    expect(outOfReach({ ...CLAPS, limiterCurve }, SIX_PROFILES)).toBeNull();
    expect(outOfReach(CLAPS, SIX_PROFILES)).toBeNull();
  });

  it('is not said where no limiter is needed', () => {
    const quietDesk = SIX_PROFILES.filter(({ codec }) => codec === 'wav').map((profile) => ({
      ...profile,
      targetLufs: -30,
    }));
    expect(outOfReach({ ...CLAPS, limiterCurve: curve(-40, -40) }, quietDesk)).toBeNull();
  });
});
