import { acceptUnless, addMinutes, refuse } from '../../domain/shared';
import type { Result } from '../../domain/shared';
import { languagesOf, splitPost, standsAsApproved } from '../../domain/social';
import type { Account, Delivery, Picture, PictureOf, Post, PostRefusal } from '../../domain/social';
import type { Approval } from '../../composition/ports';
import { approvalHash } from './approve-post';
import { consentRefusals } from './consent-refusals';
import type { MovingPorts } from './social-ports';
import { voidApproval } from './void-approval';

/** A time just chosen may be a few minutes old when it arrives over a weak line. */
const GRACE_MINUTES = 5;

export type MovedPost = {
  /** Whether it goes out by itself at the new time, or waits for an approval. */
  readonly isApproved: boolean;
  readonly dueAt: Date;
};

function checkMove(
  post: Post,
  deliveries: readonly Delivery[],
  dueAt: Date,
  now: Date,
): readonly PostRefusal[] {
  const { code, lateToleranceMinutes, notAfter } = post;
  if (deliveries.some(({ state }) => state === 'recalled')) {
    return [{ kind: 'recalled', postCode: code }];
  }
  if (deliveries.length > 0 && deliveries.every(({ state }) => state === 'sent')) {
    return [{ kind: 'all-sent' }];
  }
  const inFlight = deliveries
    .filter(({ state }) => state === 'sending' || state === 'unknown')
    .map(({ content: { accountCode, language } }) => ({
      kind: 'in-flight' as const,
      accountCode,
      language,
    }));
  if (inFlight.length > 0) return inFlight;
  if (dueAt.getTime() < addMinutes(now, -GRACE_MINUTES).getTime()) {
    return [{ kind: 'due-in-past', dueAt, deadline: addMinutes(dueAt, lateToleranceMinutes) }];
  }
  return notAfter !== null && dueAt.getTime() > notAfter.getTime()
    ? [{ kind: 'due-after-end', notAfter }]
    : [];
}

/** The files that were approved, for each network and language. */
function picturesApproved(deliveries: readonly Delivery[], hash: string): PictureOf {
  const pictures = new Map<string, Picture>();
  const approvedLast = [...deliveries].sort(
    (one, other) => Number(one.approvalHash === hash) - Number(other.approvalHash === hash),
  );
  for (const { content } of approvedLast) {
    const { network, language, pictureKey: key, pictureSha256: sha256 } = content;
    if (key !== null && sha256 !== null) pictures.set(`${network}/${language}`, { key, sha256 });
  }
  return (network, language) => pictures.get(`${network}/${language}`) ?? null;
}

/** Moves the document alone: an approval that stood is void, as after any edit. */
async function moveUnapproved(ports: MovingPorts, post: Post, dueAt: Date): Promise<MovedPost> {
  await ports.content.setPostDueAt(post.documentId, dueAt);
  await voidApproval(ports, post.code);
  return { isApproved: false, dueAt };
}

/**
 * Moves a post to another time. By somebody who may approve, what was approved stays approved: the same texts and
 * files, signed for the new time; what was missed or had failed is queued again. By anybody else it waits for an approval.
 * Not while a part is under way: it may be out at the old time.
 */
export async function movePost(
  ports: MovingPorts,
  asked: {
    readonly postCode: string;
    readonly dueAt: Date;
    readonly by: string;
    readonly mayApprove: boolean;
  },
): Promise<Result<MovedPost, PostRefusal>> {
  const { postCode, dueAt, by } = asked;
  const now = ports.system.now();
  const post = await ports.content.postByCode(postCode);
  if (post === null) return refuse({ kind: 'post-not-found', postCode });
  const deliveries = await ports.deliveries.ofPost(postCode);
  const checked = acceptUnless(post, checkMove(post, deliveries, dueAt, now));
  if (!checked.ok) return checked;

  const standing = await ports.approvals.of(postCode);
  const accounts = (await ports.content.accounts()).filter(({ code }) =>
    post.accountCodes.includes(code),
  );
  const staysApproved =
    asked.mayApprove &&
    standing !== null &&
    standsAsApproved(post, accounts, deliveries, standing.hash);
  const answer = staysApproved
    ? await moveApproved(ports, { post, accounts, deliveries, standing, dueAt, by, now })
    : ({ ok: true, value: await moveUnapproved(ports, post, dueAt) } as const);
  if (!answer.ok) return answer;
  await ports.journal.write({
    at: now,
    by,
    action: 'post-moved',
    subject: postCode,
    details: { dueAt: dueAt.toISOString(), isApproved: answer.value.isApproved },
  });
  return answer;
}

async function moveApproved(
  ports: MovingPorts,
  given: {
    readonly post: Post;
    readonly accounts: readonly Account[];
    readonly deliveries: readonly Delivery[];
    readonly standing: Approval;
    readonly dueAt: Date;
    readonly by: string;
    readonly now: Date;
  },
): Promise<Result<MovedPost, PostRefusal>> {
  const { post, accounts, deliveries, standing, dueAt, by, now } = given;
  const moved = { ...post, dueAt };
  const languages = languagesOf(
    post,
    accounts.map(({ network }) => network),
  );
  const held = acceptUnless(moved, await consentRefusals(ports, moved, languages, now));
  if (!held.ok) return held;
  const contents = splitPost(moved, accounts, picturesApproved(deliveries, standing.hash));
  const isMoved = await ports.postMover.move({
    documentId: post.documentId,
    postCode: post.code,
    dueAt,
    standingHash: standing.hash,
    approval: { hash: approvalHash(contents), by, at: now },
    contents,
  });
  return isMoved
    ? { ok: true, value: { isApproved: true, dueAt } }
    : refuse({ kind: 'changed-meanwhile' });
}
