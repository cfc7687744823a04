import { createHash } from 'node:crypto';

import type { Approval } from '../../composition/ports';
import { acceptUnless, refuse } from '../../domain/shared';
import type { Result } from '../../domain/shared';
import { approvalText, checkPost, driftOf, splitPost } from '../../domain/social';
import type { Account, Delivery, DeliveryContent, Post, PostRefusal } from '../../domain/social';
import { holdsOf } from './holds';
import { picturesOf } from './pictures';
import type { SocialPorts } from './social-ports';
import { voidApproval } from './void-approval';

export type ApprovedPost = {
  readonly approval: Approval;
  readonly deliveries: readonly Delivery[];
};

function accountsOf(post: Post, accounts: readonly Account[]): readonly Account[] {
  return accounts.filter(({ code }) => post.accountCodes.includes(code));
}

async function checkConsent(
  ports: SocialPorts,
  post: Post,
  now: Date,
): Promise<readonly PostRefusal[]> {
  const { timeZone } = await ports.content.campaign();
  const consents = await ports.consents.of({ kind: 'post', code: post.code });
  // A consent must reach to the day on which the post goes out, not only to today.
  const outing = post.dueAt !== null && post.dueAt > now ? post.dueAt : now;
  return holdsOf(post, consents, outing, timeZone).map((hold) => ({ kind: 'held-back', ...hold }));
}

/** Parts whose fate is not known yet would end up under an approval that nobody gave them. */
function partsInFlight(deliveries: readonly Delivery[], hash: string): readonly PostRefusal[] {
  return deliveries
    .filter(({ state }) => state === 'sending' || state === 'unknown')
    .filter(({ approvalHash }) => approvalHash !== hash)
    .map(({ content: { accountCode, language } }) => ({
      kind: 'in-flight',
      accountCode,
      language,
    }));
}

/** Another post about to say the same on the same account: on the timeline the two could not be told apart. */
async function twinsOf(
  { deliveries }: SocialPorts,
  contents: readonly DeliveryContent[],
): Promise<readonly PostRefusal[]> {
  const living = await deliveries.living();
  return contents.flatMap(({ postCode, accountCode, text }): PostRefusal[] => {
    const twin = living.find(
      ({ content }) =>
        content.postCode !== postCode &&
        content.accountCode === accountCode &&
        content.text === text,
    );
    return twin === undefined
      ? []
      : [{ kind: 'text-already-planned', accountCode, postCode: twin.content.postCode }];
  });
}

/**
 * Approves a post: draws its cards, freezes exactly what will go out, signs that with a hash and queues one delivery for
 * each account and language. Repeating it changes nothing; a part that failed or was missed is queued again.
 *
 * @param by who approves.
 */
export async function approvePost(
  ports: SocialPorts,
  postCode: string,
  by: string,
): Promise<Result<ApprovedPost, PostRefusal>> {
  const now = ports.system.now();
  const post = await ports.content.postByCode(postCode);
  if (post === null) return refuse({ kind: 'post-not-found', postCode });
  const before = await ports.deliveries.ofPost(postCode);
  if (before.some(({ state }) => state === 'recalled')) {
    return refuse({ kind: 'recalled', postCode });
  }

  const accounts = await ports.content.accounts();
  const checked = acceptUnless(post, [
    ...checkPost(post, accounts, ports.channels, now),
    ...(await checkConsent(ports, post, now)),
  ]);
  if (!checked.ok) return checked;

  const chosen = accountsOf(post, accounts);
  const pictures = await picturesOf(ports, post, chosen);
  if (!pictures.ok) return pictures;
  const contents = splitPost(post, chosen, pictures.value);
  const hash = createHash('sha256').update(approvalText(contents)).digest('hex');
  const free = acceptUnless(hash, [
    ...partsInFlight(before, hash),
    ...(await twinsOf(ports, contents)),
  ]);
  if (!free.ok) return free;

  const standing = await ports.approvals.of(postCode);
  const approval = standing?.hash === hash ? standing : { hash, by, at: now };
  const parts = contents.map((content) => ({ id: ports.system.newId(), content }));
  const queued = await ports.approvals.grant(postCode, approval, parts);

  // Drawing takes a while. An edit meanwhile found no approval to void: it is voided here.
  const after = await ports.content.postByCode(postCode);
  if (after === null || contents.some((content) => driftOf(after, content) !== null)) {
    await voidApproval(ports, postCode);
    return refuse({ kind: 'changed-meanwhile' });
  }

  if (queued > 0) {
    const details = { hash, queued };
    await ports.journal.write({ at: now, by, action: 'post-approved', subject: postCode, details });
  }
  return { ok: true, value: { approval, deliveries: await ports.deliveries.ofPost(postCode) } };
}
