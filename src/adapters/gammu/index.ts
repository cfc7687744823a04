import { createHash } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { SmsGateway } from '../../composition/ports';

/** Of the same key the same name: handed over again before it went out, it is one message. */
function fileName(to: string, idempotencyKey: string): string {
  const key = createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 16);
  // Priority C, the usual one. The program reads the number from the name and cares for no date.
  return `OUTC20000101_000000_00_${to}_${key}.txt`;
}

/** UTF-16 with its mark: what the program reads of any other file depends on the locale it was started in. */
function contentOf(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}

/**
 * Hands messages to gammu-smsd by its folder of outgoing messages (service `files`). The program sends, tries again and
 * deletes; what becomes of a message on the air is its business.
 *
 * @param outbox absolute: `outboxpath` of its settings.
 */
export function createGammuSmsGateway(outbox: string): SmsGateway {
  return {
    name: 'gammu-smsd',
    async send({ to, text, idempotencyKey }) {
      if (!/^\+\d{6,15}$/.test(to)) return 'failed';
      const name = fileName(to, idempotencyKey);
      // It takes whatever begins with OUT, also half a file.
      const besidePath = path.join(outbox, `.${name}`);
      try {
        await writeFile(besidePath, contentOf(text), { mode: 0o660 });
        await rename(besidePath, path.join(outbox, name));
        return 'accepted';
      } catch {
        await rm(besidePath, { force: true }).catch(() => undefined);
        return 'failed';
      }
    },
  };
}
