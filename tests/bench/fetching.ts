import { Agent, get, type IncomingMessage } from 'node:http';

import { median } from './statistics';

/** One connection that stays open, as a program that asks again and again has. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

export type Fetched = {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  /** The connection was closed before the end. */
  readonly isCut: boolean;
};

/**
 * Fetches an address.
 * @param cutAfter closes the connection once so many bytes of the body came
 */
export function fetchBytes(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  cutAfter = Number.POSITIVE_INFINITY,
): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const isCutting = Number.isFinite(cutAfter);
    const request = get(url, { headers, ...(isCutting ? {} : { agent }) }, (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const settle = (isCut: boolean) =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).subarray(0, cutAfter),
          isCut,
        });
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= cutAfter) {
          request.destroy();
          settle(true);
        }
      });
      answer.on('end', () => settle(false));
      answer.on('error', reject);
    });
    request.on('error', (error) => {
      if (!request.destroyed) reject(error);
    });
  });
}

/**
 * How long one answer takes, in milliseconds: the median of so many, one after the other. Single downloads over the loopback
 * take between a fifth and twice of that, from whomever they come: it is the two ends waiting for each other.
 */
export async function millisecondsEach(
  count: number,
  ask: () => Promise<Fetched>,
  expectedStatus: number,
): Promise<number> {
  const each: number[] = [];
  for (let done = 0; done < count; done += 1) {
    const startedAt = performance.now();
    const { status } = await ask();
    each.push(performance.now() - startedAt);
    if (status !== expectedStatus) throw new Error(`Answered ${status}, not ${expectedStatus}.`);
  }
  return median(each);
}
