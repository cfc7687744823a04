import {
  checkRecallNote,
  RECALL_WORDS,
  type Notice,
  type RecallReason,
  type RecallRefusal,
} from '../../domain/delivery';
import type { Ports } from '../../composition/ports';
import { recallOf } from '../audio';
import { recallFilmsOf, recallPost, type SocialPorts } from '../social';
import { holdersOfSpot } from './holders';

export type RecallPorts = SocialPorts &
  Pick<Ports, 'notices' | 'slots' | 'receipts' | 'spotVersions'>;

export type RecallAsked = {
  readonly spotCode: string;
  readonly reason: RecallReason;
  /** For colleagues: never a name. */
  readonly note: string;
  /** Also take back the posts of the same message. */
  readonly withPosts: boolean;
  /** `user:<id>` */
  readonly by: string;
};

export type RecallAnswer =
  | {
      /** Pressed twice it is one recall. */
      readonly kind: 'recalled' | 'already-recalled';
      readonly notice: Notice;
      readonly cancelledSlots: number;
      /** Parts of posts that are, or may be, still on a network. */
      readonly notTakenBack: number;
    }
  | { readonly kind: 'refused'; readonly refusals: readonly RecallRefusal[] };

/** A spot that was deleted may still lie on the stations' disks. */
async function isKnown(ports: RecallPorts, spotCode: string): Promise<boolean> {
  const spot = await ports.content.spotByCode(spotCode);
  return spot !== null || (await ports.spotVersions.history(spotCode)).length > 0;
}

/**
 * Pulls a spot. The recall is written first and closes every door at once; what follows (slots, an urgent message, posts)
 * may be cut off at any point and is made good by pressing again or by the heartbeat. The ledger stays as it is.
 */
export async function recallSpot(ports: RecallPorts, asked: RecallAsked): Promise<RecallAnswer> {
  const { spotCode, by } = asked;
  if (!(await isKnown(ports, spotCode))) {
    return { kind: 'refused', refusals: [{ kind: 'unknown-spot', spotCode }] };
  }
  const checked = checkRecallNote(asked.reason, asked.note);
  if (!checked.ok) return { kind: 'refused', refusals: checked.refusals };

  const at = ports.system.now();
  const notice: Notice = {
    id: ports.system.newId(),
    kind: 'recall',
    spotCode,
    reason: RECALL_WORDS[asked.reason],
    stationCodes: await holdersOfSpot(ports, spotCode),
    createdBy: by,
    createdAt: at,
    inForceAt: at,
    approvedBy: null,
    endedAt: null,
    endedBy: null,
    endsAt: null,
    recallReason: asked.reason,
    note: checked.value,
  };
  // The table holds one open recall a spot: somebody who was faster keeps theirs.
  await ports.notices.add(notice);
  const standing = await recallOf(ports, spotCode);
  const isFirst = standing?.id === notice.id;
  if (isFirst) {
    const details = { reason: asked.reason, stations: notice.stationCodes.length };
    await ports.journal.write({
      at,
      by,
      action: 'spot-recalled',
      subject: `spot:${spotCode}`,
      details,
    });
  }
  const cancelledSlots = await closeBehind(ports, spotCode, by);
  // A film carries the spot's own voice: it comes back whatever becomes of the other posts.
  const films = await recallFilmsOf(ports, spotCode, by);
  const posts = asked.withPosts ? await takeBackPosts(ports, spotCode, by) : 0;
  const notTakenBack = films.length + posts;
  return {
    kind: isFirst ? 'recalled' : 'already-recalled',
    notice: standing ?? notice,
    cancelledSlots,
    notTakenBack,
  };
}

/** Cancels what is planned of a pulled spot, and ends an urgent message that still asks for it. */
export async function closeBehind(
  ports: Pick<Ports, 'system' | 'slots' | 'notices' | 'journal'>,
  spotCode: string,
  by: string,
): Promise<number> {
  const at = ports.system.now();
  const open = (await ports.notices.ofSpot(spotCode)).filter(({ endedAt }) => endedAt === null);
  for (const { id } of open.filter(({ kind }) => kind === 'urgent')) {
    if (!(await ports.notices.end(id, by, at))) continue;
    await ports.journal.write({ at, by, action: 'urgent-ended', subject: `notice:${id}` });
  }
  const cancelled = await ports.slots.cancelOfSpot(spotCode, by, at);
  if (cancelled > 0) {
    await ports.journal.write({
      at,
      by,
      action: 'slots-cancelled',
      subject: `spot:${spotCode}`,
      details: { cancelled },
    });
  }
  return cancelled;
}

/** The posts of the spot's message that went out, or are about to. */
async function takeBackPosts(ports: RecallPorts, spotCode: string, by: string): Promise<number> {
  const messageCode = (await ports.content.spotByCode(spotCode))?.messageCode ?? null;
  if (messageCode === null) return 0;
  let notTakenBack = 0;
  for (const post of await ports.content.posts()) {
    if (post.messageCode !== messageCode) continue;
    const parts = await ports.deliveries.ofPost(post.code);
    // Its film was just taken back, or what is left of it counted.
    if (parts.length === 0 || post.film?.spotCode === spotCode) continue;
    notTakenBack += (await recallPost(ports, post.code, by)).notTakenBack.length;
  }
  return notTakenBack;
}
