import type { Approval, DeliveryAttempt } from '../../composition/ports';
import {
  checkPost,
  costUsdOfAll,
  languagesOf,
  splitPost,
  standsAsApproved,
  weighPost,
} from '../../domain/social';
import type {
  Account,
  ChannelLimits,
  Delivery,
  Network,
  Post,
  PostRefusal,
  TextWeight,
} from '../../domain/social';
import { consentRefusals } from './consent-refusals';
import { limitsOf } from './limits-of';
import type { PlanningPorts } from './social-ports';

export type DeliveryView = {
  readonly delivery: Delivery;
  readonly attempts: readonly DeliveryAttempt[];
};

export type PostView = {
  readonly post: Post;
  /** Stale: approved, but no longer what the post says; nothing of it goes out. */
  readonly approvalState: 'not' | 'approved' | 'stale';
  readonly approval: Approval | null;
  /** What would stand against an approval now, and what holds back one that was given. */
  readonly refusals: readonly PostRefusal[];
  readonly holds: readonly PostRefusal[];
  readonly weights: readonly TextWeight[];
  /** What it costs to publish, in United States dollars. */
  readonly costUsd: number;
  /** Where it goes out. */
  readonly accounts: readonly Account[];
  /** The networks of its accounts, each once. */
  readonly networks: readonly Network[];
  readonly deliveries: readonly DeliveryView[];
};

type Facts = {
  readonly accounts: readonly Account[];
  readonly limits: ReadonlyMap<Network, ChannelLimits>;
  readonly approvals: ReadonlyMap<string, Approval>;
  readonly deliveries: ReadonlyMap<string, readonly Delivery[]>;
  readonly attempts: ReadonlyMap<string, readonly DeliveryAttempt[]>;
  readonly now: Date;
};

function byKey<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

async function viewOf(ports: PlanningPorts, post: Post, facts: Facts): Promise<PostView> {
  const { limits, approvals, now } = facts;
  const accounts = facts.accounts.filter(({ code }) => post.accountCodes.includes(code));
  const networks = [...new Set(accounts.map(({ network }) => network))];
  const languages = languagesOf(post, networks);
  const deliveries = facts.deliveries.get(post.code) ?? [];
  const approval = approvals.get(post.code) ?? null;
  const isStanding =
    approval !== null && standsAsApproved(post, accounts, deliveries, approval.hash);
  const holds = await consentRefusals(ports, post, languages, now);
  // A post without a time costs the same at any.
  const parts = splitPost({ ...post, dueAt: post.dueAt ?? now }, accounts, () => null);
  return {
    post,
    approvalState: approval === null ? 'not' : isStanding ? 'approved' : 'stale',
    approval,
    refusals: [...checkPost(post, facts.accounts, limits, now), ...holds],
    holds,
    weights: weighPost(post, networks, limits),
    costUsd: costUsdOfAll(parts),
    accounts,
    networks,
    deliveries: deliveries.map((delivery) => ({
      delivery,
      attempts: facts.attempts.get(delivery.id) ?? [],
    })),
  };
}

/** Every post for the desk: whether it is approved, what holds it back, what its texts weigh, what became of each part. */
export async function readPosts(ports: PlanningPorts): Promise<readonly PostView[]> {
  const posts = await ports.content.posts();
  const accounts = await ports.content.accounts();
  const used = new Set(posts.flatMap(({ accountCodes }) => accountCodes));
  const networks = accounts.filter(({ code }) => used.has(code)).map(({ network }) => network);
  const facts: Facts = {
    accounts,
    limits: await limitsOf(ports, networks),
    approvals: await ports.approvals.all(),
    deliveries: byKey(await ports.deliveries.all(), ({ content }) => content.postCode),
    attempts: byKey(await ports.deliveries.allAttempts(), ({ deliveryId }) => deliveryId),
    now: ports.system.now(),
  };
  const views: PostView[] = [];
  for (const post of posts) views.push(await viewOf(ports, post, facts));
  return views;
}
