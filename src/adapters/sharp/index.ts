import type { CardPainter } from '../../composition/ports';
import { cleanPhotograph } from './clean-photograph';
import { cardPainting } from './paint-card';

export { createAudiogramPainter } from './audiogram-painter';

/** Draws with sharp. */
export function createCardPainter(): CardPainter {
  return { ...cardPainting, clean: cleanPhotograph };
}
