import { access, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** What telephones and cameras make. Not SVG nor PDF: they are programs that fetch and draw. */
const PHOTOGRAPH_FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'heif', 'tiff']);

/** Enough for a 48-megapixel telephone; a bomb of more pixels is not decoded. */
const MAXIMUM_PIXELS = 60_000_000;

const LONGEST_SIDE_PX = 1600;

async function recode(
  inputPath: string,
): Promise<{ data: Buffer; info: { width: number; height: number } } | null> {
  const options = { limitInputPixels: MAXIMUM_PIXELS, failOn: 'error' as const };
  try {
    const { format } = await sharp(inputPath, options).metadata();
    if (!PHOTOGRAPH_FORMATS.has(format)) return null;
    return await sharp(inputPath, options)
      // Turned as the camera's note says, before that note goes with the rest of the EXIF.
      .autoOrient()
      .resize({
        width: LONGEST_SIDE_PX,
        height: LONGEST_SIDE_PX,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
  } catch {
    return null;
  }
}

/**
 * Makes a photograph safe to show: re-encoded as JPEG, without the place and the camera's notes, upright, at most
 * 1600 px. Null, and nothing written, when it is not a picture or a broken one.
 *
 * @throws when the input cannot be found or the output cannot be written.
 */
export async function cleanPhotograph(
  inputPath: string,
  outputPath: string,
): Promise<{ readonly width: number; readonly height: number } | null> {
  await access(inputPath);
  const cleaned = await recode(inputPath);
  if (cleaned === null) return null;
  await writeFile(outputPath, cleaned.data);
  return { width: cleaned.info.width, height: cleaned.info.height };
}
