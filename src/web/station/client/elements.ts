/** A space before « : ; ! ? » does not break. */
const french = (words: string): string => words.replace(/ (?=[:;!?»])/g, '\u202f');

/** Makes an element; text is set as text, never as markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...inside: readonly (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...inside.map((part) => (typeof part === 'string' ? french(part) : part)));
  return made;
}

export function button(words: string, press: () => void, className = 'quiet'): HTMLButtonElement {
  const made = make('button', className, words);
  made.type = 'button';
  made.onclick = press;
  return made;
}

export function link(words: string, href: string): HTMLAnchorElement {
  const made = make('a', 'button', words);
  made.href = href;
  return made;
}
