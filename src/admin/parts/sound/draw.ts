/** The drawing's own units: stretched to whatever width there is. */
export const WIDTH = 1000;
export const HEIGHT = 100;

/** The loudness axis: above is pain, below is a room. */
const LOUDEST_LUFS = -5;
const SOFTEST_LUFS = -45;

/** The outline of a waveform: along its peaks, and back along its troughs. */
export function waveformPath(columns: readonly number[]): string {
  const count = Math.floor(columns.length / 2);
  if (count === 0) return '';
  const x = (column: number) => round(((column + 0.5) * WIDTH) / count);
  // A line stays where nothing sounds.
  const y = (sample: number, atLeast: number) =>
    round(HEIGHT / 2 - Math.max(-1, Math.min(1, sample / 128)) * (HEIGHT / 2 - 2) - atLeast);
  const peaks: string[] = [];
  const troughs: string[] = [];
  for (let column = 0; column < count; column += 1) {
    peaks.push(`${x(column)},${y(columns[column * 2 + 1] ?? 0, 0.6)}`);
    troughs.push(`${x(column)},${y(columns[column * 2] ?? 0, -0.6)}`);
  }
  return `M${[...peaks, ...troughs.reverse()].join('L')}Z`;
}

/** The loudness curve in as many pieces as there are silences between. */
export function curvePath(values: readonly (number | null)[]): string {
  const last = Math.max(1, values.length - 1);
  let path = '';
  let isDrawing = false;
  values.forEach((lufs, place) => {
    if (lufs === null) {
      isDrawing = false;
      return;
    }
    path += `${isDrawing ? 'L' : 'M'}${round((place * WIDTH) / last)},${loudnessY(lufs)}`;
    isDrawing = true;
  });
  return path;
}

/** Height of a loudness in the drawing. */
export function loudnessY(lufs: number): number {
  const share = (LOUDEST_LUFS - lufs) / (LOUDEST_LUFS - SOFTEST_LUFS);
  return round(Math.max(0, Math.min(1, share)) * HEIGHT);
}

/** Place of an instant in the drawing. */
export function timeX(seconds: number, durationSeconds: number): number {
  if (durationSeconds <= 0) return 0;
  return round((Math.max(0, Math.min(durationSeconds, seconds)) / durationSeconds) * WIDTH);
}

/** Where a key leads to; null when it does not move. */
export function seekByKey(key: string, atSeconds: number, durationSeconds: number): number | null {
  const within = (seconds: number) => Math.max(0, Math.min(durationSeconds, seconds));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(atSeconds - 2);
    case 'ArrowRight':
    case 'ArrowUp':
      return within(atSeconds + 2);
    case 'PageDown':
      return within(atSeconds - 10);
    case 'PageUp':
      return within(atSeconds + 10);
    case 'Home':
      return 0;
    case 'End':
      return durationSeconds;
    default:
      return null;
  }
}

/** `75.4` as « 1:15 ». */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
