/** The Unicode block of combining accents, which NFD splits from their letters. */
const COMBINING_ACCENTS = /[\u0300-\u036f]/g;

/**
 * The key under which two spellings are the same village: "KÉNIÉBA", " Kenieba " and "Kéniéba" are one.
 * Letters of Bambara and Soninke (ɛ, ɔ, ɲ, ŋ) are kept: they are letters, not accents.
 */
export function villageKey(place: string): string {
  return place
    .normalize('NFD')
    .replace(COMBINING_ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/[\s\u2010-\u2015-]+/gu, ' ')
    .trim();
}

/** A place as it is kept and shown: composed letters, one space between words. */
export function tidyPlace(place: string): string {
  return place.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
