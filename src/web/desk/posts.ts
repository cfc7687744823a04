import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import {
  approvePost,
  attachPicture,
  decideUnknown,
  pictureSha256,
  readPosts,
  recallPost,
} from '../../use-cases/social';
import { readMarks } from '../../use-cases/kit';
import { deleteByHandSentence } from '../../wording/kit';
import {
  deliveryStateSentence,
  notTakenBackSentence,
  pictureRefusalSentence,
  postRefusalSentence,
  verdictRefusalSentence,
} from '../../wording/social';
import { sendFile } from '../shared';
import {
  answer,
  mayDo,
  personOf,
  readBody,
  refuseDesk,
  refuseUnknown,
  type DeskContext,
  type DeskRoute,
} from './route';
import { uploadedFile } from './uploaded-file';

const decisionBody = z.object({ decision: z.enum(['was-published', 'send-again']) });

/** Social posts: their approval, how they travel, and the two buttons for an outcome that nobody knows. */
export function postRoutes(ports: Ports, wakeWorkers: () => void): readonly DeskRoute[] {
  const timeZone = async () => (await ports.content.campaign()).timeZone;
  return [
    {
      method: 'GET',
      path: '/posts',
      action: 'desk.posts.read',
      handler: async (ctx) => {
        const zone = await timeZone();
        const views = await readPosts(ports);
        answer(ctx, 200, {
          data: views.map((view) => ({
            ...view,
            refusalSentences: view.refusals.map((refusal) => postRefusalSentence(refusal, zone)),
            holdSentences: view.holds.map((refusal) => postRefusalSentence(refusal, zone)),
            deliveries: view.deliveries.map((item) => ({
              ...item,
              sentence: deliveryStateSentence(item.delivery.state),
            })),
          })),
        });
      },
    },
    {
      method: 'POST',
      path: '/posts/:postCode/approve',
      action: 'desk.posts.approve',
      handler: async (ctx) => {
        const zone = await timeZone();
        const approved = await approvePost(
          ports,
          postCode(ctx),
          personOf(ctx),
          mayDo(ctx, 'desk.accounts.manage'),
        );
        if (approved.ok) {
          wakeWorkers();
          answer(ctx, 200, { data: approved.value });
          return;
        }
        const isUnknown = approved.refusals[0].kind === 'post-not-found';
        refuseDesk(
          ctx,
          isUnknown ? 404 : 422,
          approved.refusals.map((refusal) => postRefusalSentence(refusal, zone)),
          approved.refusals,
        );
      },
    },
    {
      method: 'POST',
      path: '/posts/:postCode/picture',
      action: 'desk.posts.approve',
      handler: (ctx) => attach(ctx, ports),
    },
    {
      method: 'GET',
      path: '/posts/:postCode/picture',
      action: 'desk.posts.read',
      handler: (ctx) => showPicture(ctx, ports),
    },
    {
      method: 'POST',
      path: '/posts/:postCode/recall',
      action: 'desk.posts.approve',
      handler: async (ctx) => {
        const code = postCode(ctx);
        const isKnown =
          (await ports.content.postByCode(code)) !== null ||
          (await ports.deliveries.ofPost(code)).length > 0;
        if (!isKnown) {
          refuseUnknown(ctx, `La publication ${code} n’existe pas.`);
          return;
        }
        const report = await recallPost(ports, code, personOf(ctx));
        answer(ctx, 200, {
          data: {
            takenBack: report.takenBack.length,
            byHand: (await readMarks(ports, code)).map(deleteByHandSentence),
            notTakenBack: report.notTakenBack.map(({ delivery, reason }) => ({
              deliveryId: delivery.id,
              accountCode: delivery.content.accountCode,
              network: delivery.content.network,
              language: delivery.content.language,
              remoteUrl: delivery.remoteUrl,
              reason,
              sentence: notTakenBackSentence(reason),
            })),
          },
        });
      },
    },
    {
      method: 'POST',
      path: '/deliveries/:deliveryId/decision',
      action: 'desk.posts.approve',
      handler: async (ctx) => {
        const body = readBody(ctx, decisionBody);
        if (body === null) return;
        const deliveryId = ctx.params['deliveryId'] ?? '';
        const decided = await decideUnknown(ports, deliveryId, body.decision, personOf(ctx));
        if (decided.ok) {
          wakeWorkers();
          answer(ctx, 200, { data: decided.value });
          return;
        }
        const zone = await timeZone();
        const [refusal] = decided.refusals;
        const status = refusal.kind === 'delivery-not-found' ? 404 : 409;
        refuseDesk(ctx, status, [verdictRefusalSentence(refusal, zone)], decided.refusals);
      },
    },
  ];
}

function postCode(ctx: DeskContext): string {
  return ctx.params['postCode'] ?? '';
}

async function attach(ctx: DeskContext, ports: Ports): Promise<void> {
  const upload = uploadedFile(ctx);
  if (upload === null || upload.path === null) {
    refuseDesk(ctx, 400, ['Aucune photo n’a été envoyée. Choisissez une image et recommencez.']);
    return;
  }
  try {
    const attached = await attachPicture(ports, postCode(ctx), upload.path, personOf(ctx));
    if (attached.ok) {
      answer(ctx, 201, { data: attached.value });
      return;
    }
    const status = attached.refusals[0].kind === 'post-not-found' ? 404 : 422;
    refuseDesk(ctx, status, attached.refusals.map(pictureRefusalSentence), attached.refusals);
  } finally {
    await upload.dispose();
  }
}

/** The picture that goes out with a post: its photograph, also before the approval, or the card drawn at the approval. */
async function showPicture(ctx: DeskContext, ports: Ports): Promise<void> {
  const code = postCode(ctx);
  const post = await ports.content.postByCode(code);
  const deliveries = await ports.deliveries.ofPost(code);
  // A film is shown by its own door, which asks whoever is heard in it.
  const sent = deliveries
    .filter(({ content }) => content.mediaKind !== 'film')
    .map(({ content }) => content.pictureKey)
    .find((each) => each !== null);
  const key = post?.pictureKey ?? sent ?? null;
  const sha256 = key === null ? null : await pictureSha256(ports, key);
  const sizeBytes = key === null ? null : await ports.files.sizeOf(key);
  if (key === null || sha256 === null || sizeBytes === null) {
    refuseUnknown(
      ctx,
      'Cette publication n’a pas encore d’image : elle est dessinée à l’approbation.',
    );
    return;
  }
  const mediaType = key.endsWith('.png') ? 'image/png' : 'image/jpeg';
  const file = { storageKey: key, sha256, sizeBytes, mediaType, fileName: `${code}-image` };
  await sendFile(ctx, ports.files, file, { asAttachment: false, visibility: 'private' });
}
