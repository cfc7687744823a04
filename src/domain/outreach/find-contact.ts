export const CONTACT_KINDS = ['telephone', 'e-mail', 'handle', 'link'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** Eight digits are a number in Mali; a sum of money or a date has fewer in a row, or other signs between them. */
const TELEPHONE = /(?<!\d)\+?\d(?:[\s.\-()\u00a0\u202f]{0,2}\d){7,14}(?!\d)/gu;
const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/u;
const E_MAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/u;
const HANDLE = /(?:^|[\s(«"'’,;:])@[\p{L}\p{N}_.]{2,}/u;
const LINK =
  /(?:https?:\/\/|www\.)\S+|\b(?:wa\.me|t\.me|facebook\.com|fb\.com|x\.com|tiktok\.com|instagram\.com)\/\S+/iu;

const digitsOf = (text: string) => text.replace(/\D/gu, '');

/**
 * The ways to reach or find a person that words hold; none when they hold none.
 *
 * @param allowedTelephone a number that may stand there: the campaign's own help line.
 */
export function findContacts(words: string, allowedTelephone = ''): readonly ContactKind[] {
  const text = words.normalize('NFC');
  const allowed = digitsOf(allowedTelephone);
  const numbers = (text.match(TELEPHONE) ?? []).filter(
    (number) =>
      !CALENDAR_DAY.test(number) && (allowed === '' || !digitsOf(number).endsWith(allowed)),
  );
  const found: ContactKind[] = [];
  if (numbers.length > 0) found.push('telephone');
  if (E_MAIL.test(text)) found.push('e-mail');
  if (HANDLE.test(text)) found.push('handle');
  if (LINK.test(text)) found.push('link');
  return found;
}
