import { createHash } from 'node:crypto';

import { acceptUnless, refuse } from '../../domain/shared';
import type { Language, Result } from '../../domain/shared';
import { cardShapeOf, languagesOf, readablePalette } from '../../domain/social';
import type {
  Account,
  CardShape,
  Picture,
  PictureOf,
  Post,
  PostRefusal,
} from '../../domain/social';
import type { SocialPorts } from './social-ports';

type Card = Parameters<SocialPorts['painter']['paint']>[0];

type Needs = Pick<SocialPorts, 'content' | 'files' | 'painter'>;

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

/** What is the same on every card of the campaign. */
async function frameOf({
  content,
}: Needs): Promise<Pick<Card, 'campaignName' | 'footer' | 'palette' | 'logos'>> {
  const campaign = await content.campaign();
  const files = [...campaign.partners, ...campaign.donors].map(({ logoFile }) => logoFile);
  const logos: Buffer[] = [];
  for (const file of files) {
    const logo = file === null ? null : await content.logo(file);
    if (logo !== null) logos.push(logo);
  }
  return {
    campaignName: campaign.name,
    footer: [campaign.hotline, campaign.hotlineHours].filter((line) => line !== '').join('\n'),
    palette: readablePalette({ ground: campaign.cardGround, accent: campaign.cardAccent }),
    logos,
  };
}

/** The title in the language's own published translation where there is one. */
async function titleOf({ content }: Needs, post: Post, language: Language): Promise<string> {
  const translation =
    language === 'fr' || post.messageCode === null
      ? null
      : await content.publishedTranslation(post.messageCode, language);
  const title = translation?.title.trim() ?? '';
  return title === '' ? post.cardTitle : title;
}

function keyOf({ painter }: Needs, card: Card): string {
  const { logos, ...words } = card;
  const hash = createHash('sha256').update(JSON.stringify([painter.revision, words]));
  for (const logo of logos) hash.update(createHash('sha256').update(logo).digest());
  return `cards/${hash.digest('hex')}.png`;
}

/** Draws a card once: the same card is the same picture. Null when its title is too long for it. */
async function paintedCard(ports: Needs, card: Card): Promise<string | null> {
  const { files, painter } = ports;
  const key = keyOf(ports, card);
  if (await files.has(key)) return key;
  const folder = await files.makeScratchFolder('card');
  try {
    const painted = await painter.paint(card, `${folder}/card.png`);
    if (painted === 'title-too-long') return null;
    await files.adopt(`${folder}/card.png`, key);
    return key;
  } finally {
    await files.removeScratchFolder(folder);
  }
}

/** The card of a post in one language and one shape, drawn when it is not there yet; null when the title is too long. */
async function cardOf(
  ports: Needs,
  post: Post,
  language: Language,
  shape: CardShape,
): Promise<string | null> {
  const frame = await frameOf(ports);
  const title = await titleOf(ports, post, language);
  const template = post.cardTemplate;
  return paintedCard(ports, { ...frame, template, shape, title, language, mayShorten: false });
}

/**
 * The picture of each part of a post: its film or photograph, else a card in the shape that the account's network shows whole.
 * Refused when the file is gone or a title does not fit its card.
 */
export async function picturesOf(
  ports: Needs,
  post: Post,
  accounts: readonly Pick<Account, 'network'>[],
): Promise<Result<PictureOf, PostRefusal>> {
  const shapes = [...new Set(accounts.map(({ network }) => cardShapeOf(network)))];
  const pictures = new Map<string, Picture>();
  const refusals: PostRefusal[] = [];
  const networks = accounts.map(({ network }) => network);
  for (const language of languagesOf(post, networks)) {
    for (const shape of shapes) {
      const key = post.film?.key ?? post.pictureKey ?? (await cardOf(ports, post, language, shape));
      if (key === null) {
        refusals.push({ kind: 'card-title-too-long', language });
        break;
      }
      const sha256 = await pictureSha256(ports, key);
      if (sha256 === null) return refuse({ kind: 'picture-missing' });
      pictures.set(`${shape}/${language}`, { key, sha256 });
    }
  }
  return acceptUnless<PictureOf, PostRefusal>(
    (network, language) => pictures.get(`${cardShapeOf(network)}/${language}`) ?? null,
    refusals,
  );
}

/** The picture that a person sends on by telephone: the photograph, else a square card. Null when the title is too long for it. */
export async function shareableCard(
  ports: Needs,
  post: Post,
  language: Language,
): Promise<string | null> {
  return post.pictureKey ?? (await cardOf(ports, post, language, 'square'));
}

/** The card for a status, upright. Null for a post with a photograph, and when the title is too long for it. */
export async function statusCard(
  ports: Needs,
  post: Post,
  language: Language,
): Promise<string | null> {
  return post.pictureKey === null ? cardOf(ports, post, language, 'vertical') : null;
}
