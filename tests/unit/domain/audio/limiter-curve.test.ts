import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driveFor, drivesToModel } from '../../../../src/domain/audio';

/** A limiter that lets half of what is above -15 through, as speech does. */
const CURVE = [6, 8, 10, 12].map((driveDb) => ({ driveDb, loudnessLu: -17 + (driveDb - 6) / 2 }));

describe('the drive into a limiter', () => {
  it('is read off between two probed points', () => {
    expect(driveFor(CURVE, -15.5)).toBeCloseTo(9);
  });

  it('follows the wish one to one below the first point, where nothing is limited', () => {
    expect(driveFor(CURVE, -20)).toBeCloseTo(3);
  });

  it('stops at the hardest probed point when the wish is out of reach', () => {
    expect(driveFor(CURVE, -3)).toBe(12);
  });

  it('does not push harder where pushing makes the recording quieter', () => {
    const bent = [
      { driveDb: 6, loudnessLu: -17 },
      { driveDb: 8, loudnessLu: -15 },
      { driveDb: 10, loudnessLu: -15.4 },
      { driveDb: 12, loudnessLu: -15.2 },
    ];
    expect(driveFor(bent, -14)).toBe(8);
  });

  it('needs at least one point', () => {
    expect(() => driveFor([], -16)).toThrow(RangeError);
  });

  it('finds back any loudness that lies on a rising curve', () => {
    const steps = fc.array(fc.double({ min: 0.1, max: 2, noNaN: true }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), (rises, share) => {
        let loudnessLu = -20;
        const curve = [{ driveDb: 0, loudnessLu }];
        for (const rise of rises) {
          loudnessLu += rise;
          curve.push({ driveDb: curve.length * 2, loudnessLu });
        }
        const wanted = -20 + share * (loudnessLu + 20);
        const drive = driveFor(curve, wanted);
        const before =
          [...curve].reverse().find((point) => point.driveDb <= drive + 1e-9) ?? curve[0];
        const after = curve.find((point) => point.driveDb >= drive - 1e-9);
        if (before === undefined || after === undefined) throw new Error('outside the curve');
        const part =
          after.driveDb === before.driveDb
            ? 0
            : (drive - before.driveDb) / (after.driveDb - before.driveDb);
        expect(before.loudnessLu + part * (after.loudnessLu - before.loudnessLu)).toBeCloseTo(
          wanted,
          6,
        );
      }),
    );
  });
});

describe('the drives worth knowing', () => {
  it('begin where the peaks meet the limiter and end where nothing gets louder, a decibel apart', () => {
    const drives = drivesToModel({ loudnessLufs: -24, truePeakDbtp: -6 });
    expect(drives[0]).toBe(6);
    expect(drives.at(-1)).toBeGreaterThan(20);
    expect(drives.slice(1).map((drive, index) => drive - (drives[index] ?? 0))).toEqual(
      drives.slice(1).map(() => 1),
    );
  });

  it('stay few for a recording that is hardly there', () => {
    expect(drivesToModel({ loudnessLufs: -69, truePeakDbtp: -1 }).length).toBeLessThan(50);
  });

  it('are none for what cannot be measured', () => {
    expect(drivesToModel({ loudnessLufs: null, truePeakDbtp: null })).toEqual([]);
  });
});
