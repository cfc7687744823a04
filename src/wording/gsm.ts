/** One text message: 160 characters of the GSM alphabet. Longer, or with one other character, it costs two. */
export const SMS_LETTERS = 160;

/** The letters of GSM 03.38 that count once; `€`, brackets and braces count twice, and we do without them. */
const GSM = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

const REPLACED: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  œ: 'oe',
  Œ: 'OE',
  ç: 'c',
};

/** The same words in letters that every telephone shows: `é` and `à` stay, `ê` and `ç` lose their sign. */
export function inGsmLetters(text: string): string {
  return [...text.replace(/[\u00a0\u202f]/gu, ' ')]
    .map((letter) => {
      if (GSM.has(letter)) return letter;
      const plain = REPLACED[letter] ?? letter.normalize('NFKD').replace(/\p{M}/gu, '');
      return [...plain].every((each) => GSM.has(each)) ? plain : '?';
    })
    .join('');
}

/** Whether it is one message on every telephone. */
export function isOneSms(text: string): boolean {
  return [...text].length <= SMS_LETTERS && [...text].every((letter) => GSM.has(letter));
}
