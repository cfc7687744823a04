import type { Spot } from './spot';

/** What a rendition says of itself inside the file. */
export type TagText = {
  readonly title: string;
  readonly artist: string;
  readonly album: string;
  readonly comment: string;
};

/** Players show about this much; longer titles are cut in as-run logs, where the code must survive. */
const MAXIMUM_TITLE = 60;

/**
 * The tags of a spot's files. The code leads the title: it is what as-run logs keep, and what an airing is found by.
 * The comment is the same for every station, as the file is.
 */
export function tagText(
  spot: Pick<Spot, 'code' | 'title' | 'language'>,
  versionNumber: number,
  campaignName: string,
): TagText {
  const title = spot.title.replace(/\s+/gu, ' ').trim();
  const lead = `${spot.code} `;
  const kept = [...title].slice(0, MAXIMUM_TITLE - lead.length).join('');
  return {
    title: `${lead}${kept}`.trim(),
    artist: campaignName,
    album: campaignName,
    comment: `${spot.code} v${versionNumber} ${spot.language.toUpperCase()}`,
  };
}
