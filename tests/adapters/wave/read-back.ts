/** A reader of its own, from the standards' tables: it shares no line with the writer. */

export type Part = { readonly name: string; readonly at: number; readonly content: Buffer };

export function partsOf(file: Buffer): readonly Part[] {
  const parts: Part[] = [];
  let at = 12;
  while (at < file.length) {
    const size = file.readUInt32LE(at + 4);
    parts.push({
      name: file.toString('latin1', at, at + 4),
      at,
      content: file.subarray(at + 8, at + 8 + size),
    });
    at += 8 + size + (size & 1);
  }
  if (at !== file.length) throw new Error(`The parts end at ${at}, the file at ${file.length}`);
  return parts;
}

export function contentOf(file: Buffer, name: string): Buffer {
  const found = partsOf(file).filter((part) => part.name === name);
  const [only] = found;
  if (only === undefined || found.length !== 1) throw new Error(`${found.length} times ${name}`);
  return only.content;
}

/** Name, offset, length: EBU Tech 3285 v2, section 2.3. */
export const BEXT_FIELDS = {
  description: [0, 256],
  originator: [256, 32],
  originatorReference: [288, 32],
  originationDate: [320, 10],
  originationTime: [330, 8],
} as const;

/** Name, offset, length: AES46. */
export const CART_FIELDS = {
  version: [0, 4],
  title: [4, 64],
  artist: [68, 64],
  cutId: [132, 64],
  clientId: [196, 64],
  category: [260, 64],
  classification: [324, 64],
  outCue: [388, 64],
  startDate: [452, 10],
  startTime: [462, 8],
  endDate: [470, 10],
  endTime: [480, 8],
  producerAppId: [488, 64],
  producerAppVersion: [552, 64],
  userDef: [616, 64],
} as const;

/** A field up to its first zero. What follows a zero must be zeros: an automation may show it. */
export function fieldOf(content: Buffer, [offset, length]: readonly [number, number]): string {
  const bytes = content.subarray(offset, offset + length);
  const end = bytes.indexOf(0);
  if (end === -1) return bytes.toString('latin1');
  if (bytes.subarray(end).some((byte) => byte !== 0)) throw new Error(`Remains at ${offset}`);
  return bytes.toString('latin1', 0, end);
}

export function fieldsOf<Name extends string>(
  content: Buffer,
  table: Readonly<Record<Name, readonly [number, number]>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries<readonly [number, number]>(table).map(([name, place]) => [
      name,
      fieldOf(content, place),
    ]),
  );
}
