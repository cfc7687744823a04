import { createHash } from 'node:crypto';

import type { Approval } from '../../composition/ports';
import { acceptUnless, refuse } from '../../domain/shared';
import type { Result } from '../../domain/shared';
import {
  approvalText,
  checkMedia,
  checkPost,
  driftOf,
  languagesOf,
  splitPost,
} from '../../domain/social';
import type {
  Account,
  Delivery,
  DeliveryContent,
  MediaFile,
  Post,
  PostRefusal,
} from '../../domain/social';
import { accountRefusals } from './account-refusals';
import { consentRefusals } from './consent-refusals';
import { limitsOf } from './limits-of';
import { picturesOf } from './pictures';
import type { PlanningPorts } from './social-ports';
import { voidApproval } from './void-approval';

export type ApprovedPost = {
  readonly approval: Approval;
  readonly deliveries: readonly Delivery[];
};

function accountsOf(post: Post, accounts: readonly Account[]): readonly Account[] {
  return accounts.filter(({ code }) => post.accountCodes.includes(code));
}

/** What the networks would refuse of the files that go out. */
async function checkFiles(
  ports: PlanningPorts,
  post: Post,
  contents: readonly DeliveryContent[],
): Promise<readonly PostRefusal[]> {
  const film = post.film === null ? null : await ports.audiograms.byId(post.film.audiogramId);
  const durationSeconds = film?.durationSeconds ?? null;
  const files: MediaFile[] = [];
  for (const { network, pictureKey } of contents) {
    const sizeBytes = pictureKey === null ? 0 : ((await ports.files.sizeOf(pictureKey)) ?? 0);
    files.push({ network, sizeBytes, durationSeconds });
  }
  return checkMedia(post, files);
}

/** What an approval is kept by: the digest of everything that it signs. */
export function approvalHash(contents: readonly DeliveryContent[]): string {
  return createHash('sha256').update(approvalText(contents)).digest('hex');
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
  { deliveries }: PlanningPorts,
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
 * @param mayUseEveryAccount whether they may, also where others are named for an account.
 */
export async function approvePost(
  ports: PlanningPorts,
  postCode: string,
  by: string,
  mayUseEveryAccount = false,
): Promise<Result<ApprovedPost, PostRefusal>> {
  const now = ports.system.now();
  const post = await ports.content.postByCode(postCode);
  if (post === null) return refuse({ kind: 'post-not-found', postCode });
  const before = await ports.deliveries.ofPost(postCode);
  if (before.some(({ state }) => state === 'recalled')) {
    return refuse({ kind: 'recalled', postCode });
  }

  const accounts = await ports.content.accounts();
  const its = accountsOf(post, accounts);
  const networks = its.map(({ network }) => network);
  const languages = languagesOf(post, networks);
  const checked = acceptUnless(post, [
    ...checkPost(post, accounts, await limitsOf(ports, networks), now),
    ...(await accountRefusals(ports, post, accounts, by, mayUseEveryAccount)),
    ...(await consentRefusals(ports, post, languages, now)),
  ]);
  if (!checked.ok) return checked;

  const pictures = await picturesOf(ports, post, its);
  if (!pictures.ok) return pictures;
  const contents = splitPost(post, its, pictures.value);
  const hash = approvalHash(contents);
  const free = acceptUnless(hash, [
    ...(await checkFiles(ports, post, contents)),
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
