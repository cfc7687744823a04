import { createHash } from 'node:crypto';

import type { Campaign } from '../../composition/ports';
import type { Language } from '../../domain/shared';
import type { Picture, Post } from '../../domain/social';
import type { SocialPorts } from './social-ports';

/** Raised when the card is drawn anew: an approved card keeps its bytes under its old key. */
const CARD_DESIGN = 1;

type Card = Parameters<SocialPorts['painter']['paint']>[0];

/** SHA-256 of a stored picture; null when it is gone. */
export async function pictureSha256(
  { files }: Pick<SocialPorts, 'files'>,
  key: string,
): Promise<string | null> {
  if (!(await files.has(key))) return null;
  const hash = createHash('sha256');
  const chunks: AsyncIterable<Buffer> = files.read(key);
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

/** The words on a card: the title in the language's own published translation where there is one. */
async function cardOf(
  { content }: Pick<SocialPorts, 'content'>,
  post: Post,
  language: Language,
  campaign: Campaign,
): Promise<Card> {
  const translation =
    language === 'fr' || post.messageCode === null
      ? null
      : await content.publishedTranslation(post.messageCode, language);
  const title = translation?.title.trim() ?? '';
  return {
    title: title === '' ? post.cardTitle : title,
    campaignName: campaign.name,
    language,
    footer: [campaign.hotline, campaign.hotlineHours].filter((line) => line !== '').join('\n'),
  };
}

/** Draws a card once: the same words are the same picture. */
async function paintedCard(
  { files, painter }: Pick<SocialPorts, 'files' | 'painter'>,
  card: Card,
): Promise<string> {
  const words = JSON.stringify([
    CARD_DESIGN,
    card.title,
    card.campaignName,
    card.language,
    card.footer,
  ]);
  const key = `cards/${createHash('sha256').update(words).digest('hex')}.png`;
  if (await files.has(key)) return key;
  const folder = await files.makeScratchFolder('card');
  try {
    await painter.paint(card, `${folder}/card.png`);
    await files.adopt(`${folder}/card.png`, key);
  } finally {
    await files.removeScratchFolder(folder);
  }
  return key;
}

/**
 * The picture of each language of a post: its film or photograph, else a card drawn for it. Null when the file is gone.
 *
 * @param languages those that the post goes out in.
 */
export async function picturesOf(
  ports: Pick<SocialPorts, 'content' | 'files' | 'painter'>,
  post: Post,
  languages: readonly Language[],
): Promise<Readonly<Partial<Record<Language, Picture>>> | null> {
  const campaign = await ports.content.campaign();
  const pictures: Partial<Record<Language, Picture>> = {};
  for (const language of languages) {
    const key =
      post.film?.key ??
      post.pictureKey ??
      (await paintedCard(ports, await cardOf(ports, post, language, campaign)));
    const sha256 = await pictureSha256(ports, key);
    if (sha256 === null) return null;
    pictures[language] = { key, sha256 };
  }
  return pictures;
}
