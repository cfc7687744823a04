/**
 * Weights of a low pass made of a windowed sinc (Kaiser), normalised to a gain of one.
 *
 * @param length how many.
 * @param cutoff share of the sampling rate at which half is let through: 0.5 lets everything through.
 * @param shift by how many samples the middle lies later: a quarter gives the value a quarter of a sample on.
 * @param beta of the window: 8 keeps what should be shut out 80 dB down.
 */
export function windowedSinc(
  length: number,
  cutoff: number,
  shift: number,
  beta = 8,
): Float64Array<ArrayBuffer> {
  const middle = (length - 1) / 2 + shift;
  const weights = new Float64Array(length);
  let sum = 0;
  for (let at = 0; at < length; at += 1) {
    const from = at - middle;
    const edge = from / (length / 2);
    const window = Math.abs(edge) >= 1 ? 0 : bessel(beta * Math.sqrt(1 - edge * edge));
    const weight = sinc(2 * cutoff * from) * window;
    weights[at] = weight;
    sum += weight;
  }
  return weights.map((weight) => weight / sum);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Modified Bessel function of the first kind and order zero, by its series. */
function bessel(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
