/** Mali: numbers of eight digits, written without this at home. */
const COUNTRY = '223';
const LOCAL_DIGITS = 8;

/**
 * A telephone number in one spelling, `+22376123456`, whatever spaces, dots or `00` it was entered with; null when it is none.
 * Eight digits alone are a number of Mali.
 */
export function telephoneNumber(entered: string): string | null {
  const trimmed = entered.normalize('NFKC').trim();
  if (!/^(?:\+|00)?[\d\s().\-/]+$/.test(trimmed)) return null;
  const isInternational = /^(?:\+|00)/.test(trimmed);
  const digits = trimmed.replace(/\D/g, '').replace(/^00/, '');
  if (!isInternational && digits.length === LOCAL_DIGITS) return `+${COUNTRY}${digits}`;
  return digits.length > LOCAL_DIGITS && digits.length <= 15 ? `+${digits}` : null;
}

/** Whether a station lists this number, given in its one spelling, among its contacts. */
export function isContactOf(
  station: { readonly contacts: readonly { readonly telephone: string }[] },
  number: string,
): boolean {
  return station.contacts.some(({ telephone }) => telephoneNumber(telephone) === number);
}

/** A number in its one spelling as it is read aloud and dialled: in Mali by pairs, `+223 76 12 34 56`. */
export function groupedNumber(number: string): string {
  const local = number.startsWith(`+${COUNTRY}`) ? number.slice(COUNTRY.length + 1) : '';
  if (local.length !== LOCAL_DIGITS) return number;
  return `+${COUNTRY} ${local.replace(/\d{2}(?=\d)/g, '$& ')}`;
}
