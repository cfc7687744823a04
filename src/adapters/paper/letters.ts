import { readFileSync } from 'node:fs';

const FILES = {
  regular: require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
};

export type Weight = keyof typeof FILES;

let loaded: Readonly<Record<Weight, Buffer>> | null = null;

/** Noto Sans, which has ɛ ɔ ɲ ŋ; the letters that every PDF reader brings along lack them. Read once. */
export function letters(): Readonly<Record<Weight, Buffer>> {
  loaded ??= { regular: readFileSync(FILES.regular), bold: readFileSync(FILES.bold) };
  return loaded;
}

/** Text as this room can draw it: one form for each letter, no control characters, no pictures. Line breaks stay. */
export function drawable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[^\P{Cc}\n]|\p{Cs}|\p{Extended_Pictographic}|[\ufe0e\ufe0f\ufeff]/gu, ' ');
}
