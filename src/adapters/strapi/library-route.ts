import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';

import type { System } from '../../composition/ports';
import { isAddressValid } from './private-library';

type LibraryContext = {
  readonly params: Readonly<Record<string, string>>;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  status: number;
  type: string;
  length: number;
  body: unknown;
  set(field: string, value: string): void;
};

const SAFE_NAME = /^[\w-][\w.-]*$/;

/** Serves a file of the media library to whoever holds an address that the desk signed a short while ago. */
export function libraryRoute(
  library: { readonly folder: string; readonly signingKey: string },
  system: System,
) {
  return {
    method: 'GET' as const,
    path: '/library/:name',
    handler: async (ctx: LibraryContext): Promise<void> => {
      const name = ctx.params['name'] ?? '';
      const { until, sig } = ctx.query;
      const isAllowed =
        SAFE_NAME.test(name) &&
        typeof until === 'string' &&
        typeof sig === 'string' &&
        isAddressValid(`/library/${name}`, until, sig, library.signingKey, system.now());
      const file = path.join(library.folder, name);
      const found = isAllowed ? await stat(file).catch(() => null) : null;
      if (found === null || !found.isFile()) {
        ctx.status = 404;
        ctx.body = 'Ce fichier n’existe pas, ou son adresse n’est plus valable.';
        return;
      }
      ctx.set('Cache-Control', 'private, no-store');
      ctx.set('X-Content-Type-Options', 'nosniff');
      // A picture is shown; anything else, an HTML page posing as a sheet for instance, is only ever downloaded.
      const extension = path.extname(name).toLowerCase();
      const isPicture = ['.jpg', '.jpeg', '.png', '.webp', '.gif', '.avif'].includes(extension);
      if (!isPicture) ctx.set('Content-Disposition', 'attachment');
      ctx.type = isPicture ? extension : 'application/octet-stream';
      ctx.length = found.size;
      ctx.body = createReadStream(file);
    },
  };
}
