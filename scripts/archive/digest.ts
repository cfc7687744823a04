import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export type Digest = { readonly sizeBytes: number; readonly sha256: string };

/** Size and SHA-256 of everything a stream gives. */
export async function digestOf(content: AsyncIterable<Buffer>): Promise<Digest> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of content) {
    sizeBytes += chunk.length;
    hash.update(chunk);
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

export const digestOfFile = (file: string): Promise<Digest> => digestOf(createReadStream(file));
