/** A picture's own size, in pixels. */
export type Size = { readonly width: number; readonly height: number };

/**
 * Night that gives way to a sun at the lower right, for a film of any size. Where words and the waveform stand it stays
 * night, so that white on it keeps a contrast of at least 7 to 1. No text here: SVG text does not see our fonts.
 */
export function dawn({ width, height }: Size): string {
  const sun = { x: Math.round(width * 0.86), y: height + 20, r: Math.round(width * 0.15) };
  const ring = (share: number, strength: number) =>
    `<circle cx="${sun.x}" cy="${sun.y}" r="${Math.round(width * share)}" stroke-opacity="${strength}"/>`;
  return `
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <defs>
    <linearGradient id="night" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#12153a"/>
      <stop offset="0.6" stop-color="#1b1f4b"/>
      <stop offset="1" stop-color="#2b2459"/>
    </linearGradient>
    <radialGradient id="glow" gradientUnits="userSpaceOnUse" cx="${sun.x}" cy="${sun.y}" r="${Math.round(width * 0.5)}">
      <stop offset="0" stop-color="#f59e42" stop-opacity="0.9"/>
      <stop offset="0.34" stop-color="#d9663f" stop-opacity="0.5"/>
      <stop offset="0.66" stop-color="#7c3a66" stop-opacity="0.22"/>
      <stop offset="1" stop-color="#2b2459" stop-opacity="0"/>
    </radialGradient>
    <linearGradient id="sun" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#ffd98a"/>
      <stop offset="1" stop-color="#f59e42"/>
    </linearGradient>
  </defs>
  <rect width="100%" height="100%" fill="url(#night)"/>
  <rect width="100%" height="100%" fill="url(#glow)"/>
  <g fill="none" stroke="#ffd98a" stroke-width="2">
    ${ring(0.21, 0.45)}
    ${ring(0.28, 0.2)}
  </g>
  <circle cx="${sun.x}" cy="${sun.y}" r="${sun.r}" fill="url(#sun)"/>
  <g transform="translate(70 76)">
    <path d="M0 13 A15 15 0 0 1 30 13 Z" fill="#ffc46b"/>
    <rect x="-5" y="17" width="40" height="3" rx="1.5" fill="#ffc46b"/>
  </g>
</svg>`;
}
