import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import type { Ports } from '../../composition/ports';
import type { Manifest } from '../../domain/delivery';
import { isCalendarDay } from '../../domain/shared';
import { currentManifest, manifestInOpus } from '../../use-cases/delivery';
import { LIST_QUESTION_WRONG, NO_SUCH_DOOR } from '../../wording/bundle';
import { disposition, planDownload, queryValue, setSlimHeaders, type WebContext } from '../shared';
import type { DoorAnswer, DoorFormat } from './formats';
import { say } from './say';
import { openShelf, type Shelf } from './shelf';
import type { Visitor } from './visitor';

const zip = promisify(gzip);

/** The hashes of so many lists are remembered: who has a list already costs no writing of it. */
const LISTS_REMEMBERED = 2000;

/** Lists of sounds that are sent on by telephone: the smallest that it plays. */
const IN_OPUS = ['whatsapp.txt'];

/** Smaller texts gain nothing on the wire. */
const WORTH_ZIPPING_BYTES = 600;

type Question = Parameters<DoorFormat['write']>[2];

/** Hash of each list by what it was written from. */
export type ListTags = Shelf<string>;

export function rememberListTags(): ListTags {
  return openShelf(LISTS_REMEMBERED);
}

/**
 * Writes the station's newest list in a format. The ETag is the hash of its bytes; a program that has them learns so
 * without the list being read, let alone written.
 */
export async function sendList(
  ctx: WebContext,
  ports: Ports,
  tags: ListTags,
  visitor: Visitor,
  format: DoorFormat,
): Promise<void> {
  const asked = questionOf(ctx);
  if (asked === null) return say(ctx, 400, LIST_QUESTION_WRONG);
  const head = await currentManifest(ports, visitor.stationCode, visitor.head);
  if (head === null) return say(ctx, 404, NO_SUCH_DOOR);

  let written: DoorAnswer | null = null;
  const write = async (): Promise<DoorAnswer> => {
    const frozen = await readFrozen(ports, visitor.stationCode, head.version);
    const manifest = IN_OPUS.includes(format.code) ? await manifestInOpus(ports, frozen) : frozen;
    written ??= await format.write(manifest, visitor.links, asked);
    return written;
  };
  if (asked.day !== undefined) {
    const { from, to } = await readFrozen(ports, visitor.stationCode, head.version);
    if (asked.day < from || asked.day > to) return say(ctx, 404, LIST_QUESTION_WRONG);
  }
  const { day = '', hour = '' } = asked;
  const key = [head.contentHash, format.code, day, hour, visitor.key].join(' ');
  const hash = await tags.get(key, async () =>
    createHash('sha256')
      .update((await write()).body)
      .digest('hex'),
  );
  const isZipped = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(ctx.get('Accept-Encoding'));
  const etag = `"${hash}"`;
  const zippedTag = `"${hash}-gz"`;

  setSlimHeaders(ctx, 'private, no-cache');
  ctx.set('Vary', 'Accept-Encoding');
  const known = ctx.get('If-None-Match');
  const isKnown = [etag, zippedTag].find((tag) => isHeld(ctx, known, tag));
  if (isKnown !== undefined) {
    ctx.set('ETag', isKnown);
    ctx.status = 304;
    return;
  }
  await sendWritten(ctx, await write(), isZipped ? { etag, zippedTag } : { etag });
  if (ctx.method !== 'HEAD') {
    await ports.manifests.noteFetched(visitor.stationCode, head.version, ports.system.now());
  }
}

function isHeld(ctx: WebContext, ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === '') return false;
  const request = { method: ctx.method, range: '', ifRange: '', ifNoneMatch };
  return planDownload(request, { sizeBytes: 1, etag }).status === 304;
}

async function sendWritten(
  ctx: WebContext,
  { mediaType, fileName, body }: DoorAnswer,
  tags: { readonly etag: string; readonly zippedTag?: string },
): Promise<void> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const isText = mediaType !== 'application/pdf' && bytes.length >= WORTH_ZIPPING_BYTES;
  ctx.status = 200;
  ctx.set('Content-Type', mediaType);
  ctx.set('Content-Disposition', disposition(fileName, mediaType.startsWith('audio/')));
  if (isText && tags.zippedTag !== undefined) {
    ctx.set('Content-Encoding', 'gzip');
    ctx.set('ETag', tags.zippedTag);
    ctx.body = await zip(bytes, { level: 9 });
  } else {
    ctx.set('ETag', tags.etag);
    ctx.body = bytes;
  }
}

async function readFrozen(ports: Ports, stationCode: string, version: number): Promise<Manifest> {
  const manifest = await ports.manifests.byVersion(stationCode, version);
  if (manifest === null) throw new Error(`The list ${version} of ${stationCode} is not there.`);
  return manifest;
}

/** The day and hour that are asked for; null when they are none. */
function questionOf(ctx: WebContext): Question | null {
  const day = queryValue(ctx, 'jour');
  const hour = queryValue(ctx, 'heure');
  if (day !== null && !isCalendarDay(day)) return null;
  if (hour !== null && (day === null || !/^(?:\d|1\d|2[0-3]|0\d)$/.test(hour))) return null;
  return {
    ...(day === null ? {} : { day }),
    ...(hour === null ? {} : { hour: Number(hour) }),
  };
}
