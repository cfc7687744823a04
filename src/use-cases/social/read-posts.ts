import type { Approval, DeliveryAttempt } from '../../composition/ports';
import { checkPost, driftOf, unapprovedParts, weighPost } from '../../domain/social';
import type { Delivery, Post, PostRefusal, TextWeight } from '../../domain/social';
import { holdsOf } from './holds';
import type { LanguageHold } from './holds';
import type { SocialPorts } from './social-ports';

export type DeliveryView = {
  readonly delivery: Delivery;
  readonly attempts: readonly DeliveryAttempt[];
};

export type PostView = {
  readonly post: Post;
  /** Stale: approved, but no longer what the post says; nothing of it goes out. */
  readonly approvalState: 'not' | 'approved' | 'stale';
  readonly approval: Approval | null;
  /** What would stand against an approval now. */
  readonly refusals: readonly PostRefusal[];
  readonly holds: readonly LanguageHold[];
  readonly weights: readonly TextWeight[];
  readonly deliveries: readonly DeliveryView[];
};

function isStale(post: Post, deliveries: readonly Delivery[], approval: Approval): boolean {
  const approved = deliveries.filter(({ approvalHash }) => approvalHash === approval.hash);
  return (
    approved.some(({ content }) => driftOf(post, content) !== null) ||
    unapprovedParts(
      post,
      deliveries.map(({ content }) => content),
    ).length > 0
  );
}

/** Every post for the desk: whether it is approved, what holds it back, what its texts weigh, what became of each part. */
export async function readPosts(ports: SocialPorts): Promise<readonly PostView[]> {
  const now = ports.system.now();
  const { timeZone } = await ports.content.campaign();
  const accounts = await ports.content.accounts();
  const approvals = await ports.approvals.all();
  const all = await ports.deliveries.all();

  const views: PostView[] = [];
  for (const post of await ports.content.posts()) {
    const deliveries = all.filter(({ content }) => content.postCode === post.code);
    const approval = approvals.get(post.code) ?? null;
    const consents = await ports.consents.of({ kind: 'post', code: post.code });
    const outing = post.dueAt !== null && post.dueAt > now ? post.dueAt : now;
    const networks = accounts
      .filter(({ code }) => post.accountCodes.includes(code))
      .map(({ network }) => network);
    const deliveryViews: DeliveryView[] = [];
    for (const delivery of deliveries) {
      deliveryViews.push({ delivery, attempts: await ports.deliveries.attempts(delivery.id) });
    }
    views.push({
      post,
      approvalState:
        approval === null ? 'not' : isStale(post, deliveries, approval) ? 'stale' : 'approved',
      approval,
      refusals: checkPost(post, accounts, ports.channels, now),
      holds: holdsOf(post, consents, outing, timeZone),
      weights: weighPost(post, networks, ports.channels),
      deliveries: deliveryViews,
    });
  }
  return views;
}
