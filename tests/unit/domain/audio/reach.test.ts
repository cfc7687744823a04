import { describe, expect, it } from 'vitest';
import {
  coversDrives,
  drivesToTry,
  outOfReach,
  type LimiterPoint,
  type Measurement,
} from '../../../../src/domain/audio';
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
  it('is tried when peaks stand far above the voice, from where the limiter begins', () => {
    const drives = drivesToTry(CLAPS);
    expect(drives[0]).toBeCloseTo(3);
    expect(drives.at(-1)).toBeGreaterThan(20);
    expect(drivesToTry({ loudnessLufs: -22, truePeakDbtp: -4.1 })).toEqual([]);
    expect(drivesToTry({ loudnessLufs: null, truePeakDbtp: null })).toEqual([]);
  });

  it('is named with every profile that it misses, before anything is encoded', () => {
    const limiterCurve = curve(-24, -21.5, -19, -16.5, -15, -14.4, -14.3);
    const reason = outOfReach({ ...CLAPS, limiterCurve }, SIX_PROFILES);
    // Wanted of the mono sound, against its threshold: MP3-48 -13.65, Opus -14.1, AAC -14.2; two channels ask 3 LU less.
    expect(reason).toMatchObject({ kind: 'out-of-reach', profileCodes: ['MP3-48'] });
    if (reason?.kind !== 'out-of-reach') throw new Error('not told');
    expect(reason.measuredShortfallLu).toBeCloseTo(0.65);
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

  it('need not be tried again when the check went as far', () => {
    expect(coversDrives(curve(-24, -21), [3, 6])).toBe(true);
    expect(coversDrives(curve(-24, -21), [3, 7])).toBe(false);
    expect(coversDrives([], [3])).toBe(false);
  });
});
