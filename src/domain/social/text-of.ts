import { LANGUAGES } from '../shared';
import type { Language } from '../shared';
import { missingHashtags } from './hashtags';
import { withOrigin } from './link';
import { NETWORKS } from './post';
import type { Network, Post } from './post';

/** What of a post makes its texts. */
export type Wording = Pick<
  Post,
  | 'code'
  | 'texts'
  | 'networkTexts'
  | 'hashtags'
  | 'link'
  | 'linkHasOrigin'
  | 'linkOnX'
  | 'utmCampaign'
>;

/** The text as it goes out: composed letters, no blanks at either end. Networks compose too, so that a text is found again. */
export function outgoingText(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').trim();
}

/** What was written for a network in a language: its own text where there is one, else the common one. */
export function writtenText(
  post: Pick<Post, 'texts' | 'networkTexts'>,
  network: Network,
  language: Language,
): string {
  const own = post.networkTexts.find(
    (each) => each.network === network && each.language === language,
  );
  const text = outgoingText(own?.text ?? '');
  return text === '' ? outgoingText(post.texts[language] ?? '') : text;
}

/** The link as it stands on a network in a language; empty where the post has none there. */
export function linkOf(
  post: Pick<Wording, 'code' | 'link' | 'linkHasOrigin' | 'linkOnX' | 'utmCampaign'>,
  network: Network,
  language: Language,
): string {
  const link = outgoingText(post.link);
  // On X a post with a link costs more than ten times one without: it is chosen, post by post.
  if (link === '' || (network === 'x' && !post.linkOnX)) return '';
  if (!post.linkHasOrigin) return link;
  const campaign =
    post.utmCampaign.trim() === '' ? post.code.toLowerCase() : post.utmCampaign.trim();
  return withOrigin(link, { source: network, medium: 'social', campaign, content: language });
}

/**
 * Exactly what goes out on a network in a language: what was written, the hashtags that it does not have yet, the link
 * unless it stands in the text. Empty when nothing was written.
 */
export function textOf(post: Wording, network: Network, language: Language): string {
  const written = writtenText(post, network, language);
  if (written === '') return '';
  const hashtags = missingHashtags(written, post.hashtags).join(' ');
  const isLinked = post.link.trim() !== '' && written.includes(post.link.trim());
  const link = isLinked ? '' : linkOf(post, network, language);
  return outgoingText([written, hashtags, link].filter((line) => line !== '').join('\n'));
}

/** The languages that the post has a text in, on one network or on any; in the campaign's order. */
export function languagesOf(
  post: Pick<Post, 'texts' | 'networkTexts'>,
  networks: readonly Network[] = NETWORKS,
): readonly Language[] {
  return LANGUAGES.filter((language) =>
    networks.some((network) => writtenText(post, network, language) !== ''),
  );
}
