import { rm } from 'node:fs/promises';

type Context = { readonly request: { readonly files?: unknown } };

/**
 * The form parser writes the files of any multipart request to the temporary folder, before anybody asked who sends
 * them; the platform removes only those of its own field. Here they all go once the request has been answered.
 */
export default () =>
  async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    const paths = Object.values(ctx.request.files ?? {})
      .flat()
      .flatMap(pathOf);
    try {
      await next();
    } finally {
      await Promise.all(paths.map((path) => rm(path, { force: true })));
    }
  };

function pathOf(file: unknown): string[] {
  const isFile = typeof file === 'object' && file !== null && 'filepath' in file;
  return isFile && typeof file.filepath === 'string' ? [file.filepath] : [];
}
