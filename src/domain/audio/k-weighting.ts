/** Poles and zeros of the two filters of ITU-R BS.1770, from which their coefficients at any rate follow. */
const SHELF = {
  frequencyHz: 1681.974450955533,
  gainDb: 3.999843853973347,
  q: 0.7071752369554196,
} as const;
const HIGH_PASS = { frequencyHz: 38.13547087602444, q: 0.5003270373238773 } as const;
/** Exponent of the middle band's gain in the shelf, as in the reference design. */
const SHELF_BAND = 0.4996667741545416;

/** Below, a filter that rings out in digital silence would only cost time: such numbers are slow. */
const NEGLIGIBLE = 1e-18;

type Coefficients = {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
};

/** Weighs samples as the ear does (ITU-R BS.1770: a shelf for the head, a high pass) and keeps the power of each frame. */
export class WeightedFrames {
  /** Power of each frame, full scale being 1. */
  readonly powers: number[] = [];
  private readonly shelf: Coefficients;
  private readonly highPass: Coefficients;
  /** What the two filters remember (transposed direct form II). */
  private shelfFirst = 0;
  private shelfSecond = 0;
  private passFirst = 0;
  private passSecond = 0;
  private squares = 0;

  constructor(rateHz: number) {
    this.shelf = shelfAt(rateHz);
    this.highPass = highPassAt(rateHz);
  }

  /** Samples from `first` to before `end`, full scale being 1. One plain loop: it runs for every sample of a recording. */
  take(samples: Float64Array, first: number, end: number): void {
    const { b0, b1, b2, a1, a2 } = this.shelf;
    const { b0: c0, b1: c1, b2: c2, a1: d1, a2: d2 } = this.highPass;
    let { shelfFirst, shelfSecond, passFirst, passSecond, squares } = this;
    for (let at = first; at < end; at += 1) {
      const sample = samples[at] ?? 0;
      const shelved = b0 * sample + shelfFirst;
      shelfFirst = b1 * sample - a1 * shelved + shelfSecond;
      shelfSecond = b2 * sample - a2 * shelved;
      const weighted = c0 * shelved + passFirst;
      passFirst = c1 * shelved - d1 * weighted + passSecond;
      passSecond = c2 * shelved - d2 * weighted;
      squares += weighted * weighted;
    }
    this.shelfFirst = shelfFirst;
    this.shelfSecond = shelfSecond;
    this.passFirst = passFirst;
    this.passSecond = passSecond;
    this.squares = squares;
  }

  endFrame(samples: number): void {
    this.powers.push(this.squares / samples);
    this.squares = 0;
    this.shelfFirst = unlessNegligible(this.shelfFirst);
    this.shelfSecond = unlessNegligible(this.shelfSecond);
    this.passFirst = unlessNegligible(this.passFirst);
    this.passSecond = unlessNegligible(this.passSecond);
  }
}

function unlessNegligible(value: number): number {
  return Math.abs(value) < NEGLIGIBLE ? 0 : value;
}

function shelfAt(rateHz: number): Coefficients {
  const k = Math.tan((Math.PI * SHELF.frequencyHz) / rateHz);
  const high = 10 ** (SHELF.gainDb / 20);
  const band = high ** SHELF_BAND;
  const a0 = 1 + k / SHELF.q + k * k;
  return {
    b0: (high + (band * k) / SHELF.q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / SHELF.q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / SHELF.q + k * k) / a0,
  };
}

/**
 * Its zeros are 1, -2, 1 as the standard writes them for 48 kHz. At 8 kHz that lets through 0.2 dB more, and the shelf, which
 * the lower rate bends, 0.2 dB less at 1 kHz: there the two meet.
 */
function highPassAt(rateHz: number): Coefficients {
  const k = Math.tan((Math.PI * HIGH_PASS.frequencyHz) / rateHz);
  const a0 = 1 + k / HIGH_PASS.q + k * k;
  return {
    b0: 1,
    b1: -2,
    b2: 1,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / HIGH_PASS.q + k * k) / a0,
  };
}
