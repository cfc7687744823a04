const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in SVG, between tags and in attributes. What XML forbids altogether is dropped. */
export function escapeXml(text: string): string {
  return [...text]
    .filter((character) => isAllowed(character.codePointAt(0) ?? 0))
    .map((character) => ESCAPES[character] ?? character)
    .join('');
}

/** The characters of XML 1.0: no control characters but tab and line ends, no half of a surrogate pair. */
function isAllowed(point: number): boolean {
  if (point < 0x20) return point === 0x9 || point === 0xa || point === 0xd;
  return !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff;
}

/**
 * Colours of the charts on white or cream. Text is indigo or grey, well above 4.5:1; what carries a meaning is at
 * least 3:1 against its background (WCAG 1.4.11); amber, which is not, always has an indigo edge.
 */
export const INK = '#1b1f4b';
export const AMBER = '#e8930c';
export const GREEN = '#1f7a4d';
export const GREY = '#4f5263';
export const RULE = '#c9cbd6';
export const TRACK = '#e9eaf0';
export const BAND = '#6f75b0';

type Attributes = Readonly<Record<string, string | number>>;

/** An element; its content is SVG already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A line of text. */
export function text(words: string, attributes: Attributes): string {
  return element('text', attributes, escapeXml(words));
}

/** A share of the chart's width as SVG reads it. */
export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}

/**
 * The whole picture. It is as wide as its place and as high as its rows, and widths inside are per cent: on a telephone
 * the bars shrink and the letters stay legible, which a scaled viewBox would not give.
 */
export function picture(
  {
    id,
    title,
    description,
    height,
  }: {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly height: number;
  },
  content: string,
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
      width: '100%',
      height,
      'font-size': 14,
      fill: INK,
    },
    element('title', { id: `${id}-title` }, escapeXml(title)) +
      element('desc', { id: `${id}-description` }, escapeXml(description)) +
      content,
  );
}

/** Breaks words into lines of at most `maximum` characters; a longer word has a line of its own. */
export function wrap(words: string, maximum: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= maximum) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
