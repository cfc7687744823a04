import { mediaTypeOf, versionInUse, type Spot } from '../../domain/audio';
import { dayInZone, LANGUAGES, refuse, type Language, type Result } from '../../domain/shared';
import { driftOf, type Delivery, type KitRefusal, type Post } from '../../domain/social';
import { spotHoldFacts, spotHolds } from '../audio';
import { findAudiogram, readAudiograms } from '../audiogram';
import { holdReasonsOf, shareableCard, statusCard } from '../social';
import type { KitPorts } from './kit-ports';

export type KitFile = {
  readonly kind: 'picture' | 'status' | 'voice' | 'film';
  readonly storageKey: string;
  readonly extension: string;
};

export type KitPart = {
  readonly language: Language;
  /** As it was approved. */
  readonly text: string;
  readonly altText: string;
  readonly files: readonly KitFile[];
};

export type Kit = { readonly postCode: string; readonly parts: readonly KitPart[] };

/** The one approved part of each language, in the campaign's order. */
function approvedParts(
  post: Post,
  deliveries: readonly Delivery[],
  hash: string,
): readonly Delivery[] {
  const standing = deliveries.filter(
    ({ approvalHash, content }) => approvalHash === hash && driftOf(post, content) === null,
  );
  return LANGUAGES.flatMap(
    (language) => standing.find(({ content }) => content.language === language) ?? [],
  );
}

async function pictureOf(ports: KitPorts, post: Post, language: Language): Promise<KitFile | null> {
  const storageKey = await shareableCard(ports, post, language);
  if (storageKey === null || !(await ports.files.has(storageKey))) return null;
  const extension = storageKey.endsWith('.png') ? 'png' : 'jpg';
  return { kind: 'picture', storageKey, extension };
}

/** The card upright, as a status of WhatsApp fills the telephone. A photograph is what it is. */
async function statusOf(ports: KitPorts, post: Post, language: Language): Promise<KitFile | null> {
  const storageKey = await statusCard(ports, post, language);
  if (storageKey === null || !(await ports.files.has(storageKey))) return null;
  return { kind: 'status', storageKey, extension: 'png' };
}

/** Its smallest Opus file: a voice note over a weak line. */
async function voiceOf(ports: KitPorts, spot: Spot): Promise<KitFile | null> {
  const version = versionInUse(spot, await ports.spotVersions.history(spot.code));
  if (version === null) return null;
  const [smallest] = (await ports.renditions.ofVersion(version.id))
    .filter(({ mediaType }) => mediaType === mediaTypeOf('opus'))
    .sort((one, other) => one.sizeBytes - other.sizeBytes);
  if (smallest === undefined || !(await ports.files.has(smallest.storageKey))) return null;
  return { kind: 'voice', storageKey: smallest.storageKey, extension: 'opus' };
}

async function filmOf(ports: KitPorts, spot: Spot): Promise<KitFile | null> {
  const view = await readAudiograms(ports, spot.code);
  const ready = (view?.films ?? []).find(({ audiogram }) => audiogram?.state === 'ready');
  const film = await findAudiogram(ports, ready?.audiogram?.id ?? '');
  if (film === null || !(await ports.files.has(film.storageKey))) return null;
  return { kind: 'film', storageKey: film.storageKey, extension: 'mp4' };
}

/** The sound and the film of the first spot of the message in a language that may go on social networks today. */
async function soundsOf(
  ports: KitPorts,
  post: Post,
  language: Language,
): Promise<readonly KitFile[]> {
  if (post.messageCode === null) return [];
  const { timeZone } = await ports.content.campaign();
  const on = dayInZone(ports.system.now(), timeZone);
  for (const spot of await ports.content.spots()) {
    if (spot.messageCode !== post.messageCode || spot.language !== language) continue;
    const facts = await spotHoldFacts(ports, spot);
    if (spotHolds(spot, { channel: 'social', on }, facts).length > 0) continue;
    const files = [await voiceOf(ports, spot), await filmOf(ports, spot)];
    const there = files.filter((file) => file !== null);
    if (there.length > 0) return there;
  }
  return [];
}

/** What of a post may be carried along by hand now, or why nothing may. */
export async function readKit(ports: KitPorts, postCode: string): Promise<Result<Kit, KitRefusal>> {
  const post = await ports.content.postByCode(postCode);
  if (post === null) return refuse({ kind: 'post-not-found' });
  const deliveries = await ports.deliveries.ofPost(postCode);
  if (deliveries.some(({ state }) => state === 'recalled')) return refuse({ kind: 'recalled' });
  const approval = await ports.approvals.of(postCode);
  const approved = approval === null ? [] : approvedParts(post, deliveries, approval.hash);
  if (approved.length === 0) return refuse({ kind: 'not-approved' });

  const { timeZone } = await ports.content.campaign();
  const consents = await ports.consents.of({ kind: 'post', code: postCode });
  const now = ports.system.now();
  const free = approved.filter(
    ({ content }) => holdReasonsOf(post, content.language, consents, now, timeZone).length === 0,
  );
  if (free.length === 0) return refuse({ kind: 'held-back' });
  const parts: KitPart[] = [];
  for (const { content } of free) {
    const { language, text, altText } = content;
    const pictures = [
      await pictureOf(ports, post, language),
      await statusOf(ports, post, language),
    ].filter((file) => file !== null);
    const files = [...pictures, ...(await soundsOf(ports, post, language))];
    parts.push({ language, text, altText, files });
  }
  return { ok: true, value: { postCode, parts } };
}
