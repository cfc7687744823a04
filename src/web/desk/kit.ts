import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import { isLanguage } from '../../domain/shared';
import {
  kitFileName,
  layOutKit,
  markPosted,
  readKit,
  readMarks,
  undoMark,
} from '../../use-cases/kit';
import { kitReadMe, kitRefusalSentence } from '../../wording/kit';
import { sendBytes, sendFile } from '../shared';
import {
  answer,
  personOf,
  readBody,
  refuseDesk,
  refuseUnknown,
  type DeskContext,
  type DeskRoute,
} from './route';

const markBody = z.strictObject({ place: z.string() });

const STATUS: Readonly<Record<string, number>> = {
  'post-not-found': 404,
  'entry-not-found': 404,
  'place-missing': 422,
  'place-too-long': 422,
  'place-has-contact': 422,
};

type Refusals = readonly [Parameters<typeof kitRefusalSentence>[0], ...unknown[]];

function refuseKit(ctx: DeskContext, refusals: Refusals): void {
  const [first] = refusals;
  refuseDesk(ctx, STATUS[first.kind] ?? 409, [kitRefusalSentence(first)], [first]);
}

const codeOf = (ctx: DeskContext) => ctx.params['postCode'] ?? '';

/** A post carried along by hand: what may be taken, as one archive or piece by piece, and where it was put. */
export function kitRoutes(ports: Ports): readonly DeskRoute[] {
  return [
    {
      method: 'GET',
      path: '/posts/:postCode/kit',
      action: 'desk.posts.share',
      handler: async (ctx) => {
        const kit = await readKit(ports, codeOf(ctx));
        if (!kit.ok && kit.refusals[0].kind === 'post-not-found') {
          refuseKit(ctx, kit.refusals);
          return;
        }
        answer(ctx, 200, {
          data: {
            languages: (kit.ok ? kit.value.parts : []).map(({ language, text, files }) => ({
              language,
              text,
              files: files.map((file) => ({
                kind: file.kind,
                fileName: kitFileName(codeOf(ctx), language, file),
              })),
            })),
            sentences: kit.ok ? [] : kit.refusals.map(kitRefusalSentence),
            isRecalled: !kit.ok && kit.refusals[0].kind === 'recalled',
            marks: await readMarks(ports, codeOf(ctx)),
          },
        });
      },
    },
    {
      method: 'GET',
      path: '/posts/:postCode/kit.zip',
      action: 'desk.posts.share',
      handler: async (ctx) => {
        const kit = await readKit(ports, codeOf(ctx));
        if (!kit.ok) {
          refuseKit(ctx, kit.refusals);
          return;
        }
        const archive = await layOutKit(ports, kit.value, kitReadMe(kit.value.postCode));
        const download = {
          etag: `"${archive.sha256}"`,
          sizeBytes: archive.sizeBytes,
          mediaType: 'application/zip',
          fileName: `${kit.value.postCode}-whatsapp.zip`,
          read: (range: { readonly first: number; readonly last: number }) => archive.read(range),
        };
        sendBytes(ctx, download, { asAttachment: true, visibility: 'private' });
      },
    },
    {
      method: 'GET',
      path: '/posts/:postCode/kit/:language/image',
      action: 'desk.posts.share',
      handler: (ctx) => sendPicture(ctx, ports, 'picture'),
    },
    {
      method: 'GET',
      path: '/posts/:postCode/kit/:language/statut',
      action: 'desk.posts.share',
      handler: (ctx) => sendPicture(ctx, ports, 'status'),
    },
    {
      method: 'POST',
      path: '/posts/:postCode/marks',
      action: 'desk.posts.share',
      handler: async (ctx) => {
        const body = readBody(ctx, markBody);
        if (body === null) return;
        const marked = await markPosted(ports, codeOf(ctx), body.place, personOf(ctx));
        if (marked.ok) answer(ctx, 201, { data: { id: marked.value.id } });
        else refuseKit(ctx, marked.refusals);
      },
    },
    {
      method: 'POST',
      path: '/marks/:markId/undo',
      action: 'desk.posts.share',
      handler: async (ctx) => {
        const undone = await undoMark(ports, ctx.params['markId'] ?? '', personOf(ctx));
        if (undone.ok) answer(ctx, 200, { data: { id: undone.value.id } });
        else refuseKit(ctx, undone.refusals);
      },
    },
  ];
}

/** A picture of one language, to be saved or for the telephone's own "share". */
async function sendPicture(
  ctx: DeskContext,
  ports: Ports,
  wanted: 'picture' | 'status',
): Promise<void> {
  const { language } = ctx.params;
  const kit = await readKit(ports, codeOf(ctx));
  if (!kit.ok) {
    refuseKit(ctx, kit.refusals);
    return;
  }
  const part = isLanguage(language)
    ? kit.value.parts.find((each) => each.language === language)
    : undefined;
  const picture = part?.files.find(({ kind }) => kind === wanted);
  if (part === undefined || picture === undefined) {
    refuseUnknown(ctx, 'Cette publication n’a pas d’image dans cette langue.');
    return;
  }
  const { storageKey, extension } = picture;
  const { sha256, sizeBytes } = await ports.files.digestOf(storageKey);
  const mediaType = extension === 'png' ? 'image/png' : 'image/jpeg';
  const fileName = kitFileName(kit.value.postCode, part.language, picture);
  await sendFile(
    ctx,
    ports.files,
    { storageKey, sha256, sizeBytes, mediaType, fileName },
    { asAttachment: false, visibility: 'private' },
  );
}
