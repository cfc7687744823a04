import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PictureCard, Ports } from '../../composition/ports';
import type { Translation } from '../../domain/messages';
import type { AudiogramOptions } from '../../domain/audio';
import { readablePalette, type CardShape } from '../../domain/social';

/** Raised when the picture itself changes, so that cards drawn before are drawn again. */
const CARD_EDITION = 2;

export type Card = { readonly key: string; readonly sha256: string };

type Needs = Pick<Ports, 'content' | 'files' | 'painter'>;

/** Cards being drawn: the same card asked for twice at once is drawn once. */
const inHand = new Map<string, Promise<void>>();

/** The shapes that a message's card is offered in: beside a link, and for a status of WhatsApp. */
export type ShareShape = Extract<CardShape, 'link' | 'vertical'>;

/** The share card of a text, drawn the first time that it is asked for. */
export async function shareCard(
  ports: Needs,
  text: Translation,
  shape: ShareShape = 'link',
): Promise<Card> {
  const campaign = await ports.content.campaign();
  const content: PictureCard = {
    template: 'plain',
    shape,
    palette: readablePalette({ ground: campaign.cardGround, accent: campaign.cardAccent }),
    logos: [],
    mayShorten: true,
    title: text.title,
    campaignName: campaign.name,
    language: text.language,
    footer: campaign.hotline,
  };
  return storedCard(
    ports,
    [CARD_EDITION, ports.painter.revision, content],
    async (path) => void (await ports.painter.paint(content, path)),
  );
}

/** What a film of the wall shows before it is played: its own card, without fetching any of it. */
export async function filmCard(
  ports: Pick<Ports, 'audiogramPainter' | 'files'>,
  { shape, title, campaignName, language, footer }: AudiogramOptions,
): Promise<Card> {
  const card = { shape, title, campaignName, language, footer, note: '' };
  return storedCard(ports, ['film', ports.audiogramPainter.revision, card], (path) =>
    ports.audiogramPainter.paintCard(card, path),
  );
}

/** Drawn when it is not there yet, under a digest of everything that is on it. */
async function storedCard(
  ports: Pick<Ports, 'files'>,
  whatIsOnIt: unknown,
  paint: (path: string) => Promise<void>,
): Promise<Card> {
  const sha256 = createHash('sha256').update(JSON.stringify(whatIsOnIt)).digest('hex');
  const key = `cards/${sha256}.png`;
  if (!(await ports.files.has(key))) {
    const drawing = inHand.get(key) ?? draw(ports, paint, key);
    inHand.set(key, drawing);
    await drawing.finally(() => inHand.delete(key));
  }
  return { key, sha256 };
}

async function draw(
  ports: Pick<Ports, 'files'>,
  paint: (path: string) => Promise<void>,
  key: string,
): Promise<void> {
  const folder = await ports.files.makeScratchFolder('card');
  try {
    const path = join(folder, 'card.png');
    await paint(path);
    await ports.files.adopt(path, key);
  } finally {
    await ports.files.removeScratchFolder(folder);
  }
}
