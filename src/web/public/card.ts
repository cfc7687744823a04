import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PictureCard, Ports } from '../../composition/ports';
import type { Translation } from '../../domain/messages';
import { readablePalette } from '../../domain/social';

/** Raised when the picture itself changes, so that cards drawn before are drawn again. */
const CARD_EDITION = 2;

export type Card = { readonly key: string; readonly sha256: string };

type Needs = Pick<Ports, 'content' | 'files' | 'painter'>;

/** Cards being drawn: the same card asked for twice at once is drawn once. */
const inHand = new Map<string, Promise<void>>();

/** The share card of a text, drawn the first time that it is asked for and kept under a digest of what is on it. */
export async function shareCard(ports: Needs, text: Translation): Promise<Card> {
  const campaign = await ports.content.campaign();
  const content: PictureCard = {
    template: 'plain',
    shape: 'link',
    palette: readablePalette({ ground: campaign.cardGround, accent: campaign.cardAccent }),
    logos: [],
    mayShorten: true,
    title: text.title,
    campaignName: campaign.name,
    language: text.language,
    footer: campaign.hotline,
  };
  const sha256 = createHash('sha256')
    .update(JSON.stringify([CARD_EDITION, ports.painter.revision, content]))
    .digest('hex');
  const key = `cards/${sha256}.png`;
  if (!(await ports.files.has(key))) {
    const drawing = inHand.get(key) ?? draw(ports, content, key);
    inHand.set(key, drawing);
    await drawing.finally(() => inHand.delete(key));
  }
  return { key, sha256 };
}

async function draw(
  ports: Needs,
  content: PictureCard,
  key: string,
): Promise<void> {
  const folder = await ports.files.makeScratchFolder('card');
  try {
    const path = join(folder, 'card.png');
    await ports.painter.paint(content, path);
    await ports.files.adopt(path, key);
  } finally {
    await ports.files.removeScratchFolder(folder);
  }
}
