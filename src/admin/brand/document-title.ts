/** Strapi writes its own name behind each page's title; the tab shows ours instead. */
export function brandedTitle(title: string): string {
  return title.replace(/\s\|\sStrapi$/, ' | Yeelen').replace(/^Strapi Admin$/, 'Yeelen');
}

/** Keeps the tab's title ours for as long as the page is open. */
export function keepTitleOurs(page: Document): void {
  const rename = () => {
    const branded = brandedTitle(page.title);
    if (branded !== page.title) page.title = branded;
  };
  rename();
  new MutationObserver(rename).observe(page.head, {
    childList: true,
    characterData: true,
    subtree: true,
  });
}
