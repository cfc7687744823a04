const NARROW_SPACE = '\u202f';
const FIXED_SPACE = '\u00a0';

/** A whole number as French writes it: narrow no-break spaces between thousands. */
export function frenchNumber(value: number): string {
  const digits = String(Math.abs(Math.round(value)));
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE);
  return value <= -0.5 ? `\u2212${grouped}` : grouped;
}

/**
 * A share as French writes it, « 37 % »: below ten per cent with one decimal, and « moins de 0,1 % » rather than a zero
 * that is none. What is below the whole never reads as 100 %.
 */
export function frenchPercent(share: number): string {
  const inPercent = share * 100;
  if (inPercent > 0 && inPercent < 0.05) return `moins de 0,1${FIXED_SPACE}%`;
  if (inPercent < 9.95) {
    const tenths = Math.round(inPercent * 10) / 10;
    return `${String(tenths).replace('.', ',')}${FIXED_SPACE}%`;
  }
  const whole = inPercent < 100 ? Math.floor(inPercent) : Math.round(inPercent);
  return `${frenchNumber(whole)}${FIXED_SPACE}%`;
}
