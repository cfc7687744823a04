export type Provenance = {
  /** Headers as sent; an empty text when absent. */
  readonly origin: string;
  readonly secFetchSite: string;
  readonly referer: string;
  readonly host: string;
  readonly publicUrl: string;
};

function hostOf(address: string): string | null {
  try {
    return new URL(address).host.toLowerCase();
  } catch {
    return null;
  }
}

/**
 * Whether a POST comes from one of our own pages. Every browser since 2020 sends Origin with a POST, older ones a
 * Referer; whichever is there must name the host that was asked, or the public address (a proxy may rewrite Host).
 * A client that sends none of them is no browser, so nobody's cookie is being borrowed; and the session cookie is
 * SameSite=Lax besides.
 */
export function isFromOurPages(request: Provenance): boolean {
  const ours = [request.host.toLowerCase(), hostOf(request.publicUrl)];
  if (request.origin !== '') return ours.includes(hostOf(request.origin) ?? '-');
  if (request.secFetchSite !== '') return ['same-origin', 'none'].includes(request.secFetchSite);
  if (request.referer !== '') return ours.includes(hostOf(request.referer) ?? '-');
  return true;
}
