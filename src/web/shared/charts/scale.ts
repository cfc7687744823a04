/** At most this many steps: their figures stand side by side on a telephone. */
const MAXIMUM_STEPS = 4;

/** The marks of an axis from zero to a round number that is not below `highest`: 0, 50 000, 100 000, 150 000. */
export function axisTicks(highest: number): readonly number[] {
  if (!(highest > 0)) return [0, 1];
  const rough = highest / MAXIMUM_STEPS;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    ([1, 2, 2.5, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10) * magnitude,
  );
  const whole = Number.isInteger(step) ? step : Math.ceil(step);
  const steps = Math.ceil(highest / whole);
  return Array.from({ length: steps + 1 }, (_, i) => i * whole);
}
