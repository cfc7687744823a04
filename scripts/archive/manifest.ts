import { z } from 'zod';

/** The name of the archive's first entry. */
export const MANIFEST_NAME = 'manifest.json';
export const DATABASE_ENTRY = 'database/yeelen.db';
/** Below this folder of the archive lie the files of MEDIA_DIR under their own names. */
export const MEDIA_PREFIX = 'media/';

const MAXIMUM_PATH_LENGTH = 500;

/** Only the database and plain relative names below `media/`: no `..`, no root, no drive, no backslash, no hidden name. */
export function isAllowedEntry(name: string): boolean {
  if (name === DATABASE_ENTRY) return true;
  if (!name.startsWith(MEDIA_PREFIX) || name.length > MAXIMUM_PATH_LENGTH) return false;
  return name
    .split('/')
    .every((segment) => /^[^\\:\p{Cc}]+$/u.test(segment) && !segment.startsWith('.'));
}

const manifestSchema = z.object({
  format: z.literal(1),
  product: z.literal('yeelen'),
  version: z.string(),
  takenAt: z.iso.datetime(),
  files: z.array(
    z.object({
      path: z.string().refine(isAllowedEntry, 'a path that leaves the folder'),
      sizeBytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestFile = Manifest['files'][number];

/** An archive that is not whole, not ours, or not safe to unpack. Nothing was changed. */
export class BrokenArchive extends Error {
  override readonly name = 'BrokenArchive';
}

/** @throws BrokenArchive when it is not a manifest of this format, or names a path outside its folder, or one twice */
export function parseManifest(text: string): Manifest {
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new BrokenArchive(
      `manifest.json is not valid: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
    );
  }
  const paths = new Set(parsed.data.files.map((file) => file.path));
  if (paths.size !== parsed.data.files.length)
    throw new BrokenArchive('manifest.json names a file twice');
  if (!paths.has(DATABASE_ENTRY)) throw new BrokenArchive('the archive has no database');
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BrokenArchive('manifest.json is not JSON');
  }
}
