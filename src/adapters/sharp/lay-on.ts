import type { Written } from './words';

/** A picture as raw RGB pixels. */
export type Picture = {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
};

/**
 * Lays written words on a picture, in place. sharp's own composite takes the whole picture through floating-point
 * numbers; words cover a part of it, and this takes a tenth of the time. What would stand outside is cut off.
 */
export function layOn(picture: Picture, written: Written, left: number, top: number): void {
  const { pixels, width, height } = picture;
  const [x0, y0] = [Math.round(left), Math.round(top)];
  const firstRow = Math.max(0, -y0);
  const endRow = Math.min(written.height, height - y0);
  const firstColumn = Math.max(0, -x0);
  const endColumn = Math.min(written.width, width - x0);
  for (let row = firstRow; row < endRow; row += 1) {
    let from = (row * written.width + firstColumn) * 4;
    let to = ((y0 + row) * width + x0 + firstColumn) * 3;
    for (let column = firstColumn; column < endColumn; column += 1, from += 4, to += 3) {
      const opacity = written.pixels[from + 3] ?? 0;
      if (opacity === 0) continue;
      for (let band = 0; band < 3; band += 1) {
        const under = pixels[to + band] ?? 0;
        const over = written.pixels[from + band] ?? 0;
        pixels[to + band] = under + Math.round(((over - under) * opacity) / 255);
      }
    }
  }
}
