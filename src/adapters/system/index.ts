import { randomBytes, randomUUID } from 'node:crypto';

import type { System } from '../../composition/ports';

/** The machine's own clock and randomness. */
export function createSystem(): System {
  return {
    now: () => new Date(),
    newId: () => randomUUID(),
    newSecret: (bits) => randomBytes(Math.ceil(bits / 8)).toString('base64url'),
  };
}
