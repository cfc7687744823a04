import type { ManifestHead } from '../../composition/ports';
import type { TokenPurpose } from '../../domain/delivery';
import type { DoorLinks } from './formats';

/** A station that asks at a door, by the link of a program or signed in on its page. */
export type Visitor = {
  readonly stationCode: string;
  readonly through: TokenPurpose | 'page';
  /** Tells apart whose links a list carries, without naming a secret. */
  readonly key: string;
  readonly links: DoorLinks;
  /** What was read of the station's newest list together with the link; left out where there is none. */
  readonly head?: ManifestHead | null;
};

const FEED = 'podcast.xml';

/** Links for a program: the same secret all along. A bundle's list names its sounds as they are unpacked. */
export function linksOfToken(publicUrl: string, purpose: TokenPurpose, secret: string): DoorLinks {
  const own = `${publicUrl}/d/${secret}`;
  const page = `${publicUrl}/station`;
  return {
    soundUrl: ({ fileName }) => (purpose === 'feed' ? `${own}/sounds/${fileName}` : fileName),
    feedUrl: purpose === 'feed' ? `${own}/${FEED}` : page,
    pageUrl: page,
    bundleUrl: purpose === 'bundle' ? `${own}/bundle.zip` : `${page}/bundle.zip`,
  };
}

/** Links for the station that is signed in. */
export function linksOfPage(publicUrl: string): DoorLinks {
  const page = `${publicUrl}/station`;
  return {
    soundUrl: ({ fileName }) => `${page}/sounds/${fileName}`,
    feedUrl: `${page}/listes/${FEED}`,
    pageUrl: page,
    bundleUrl: `${page}/bundle.zip`,
  };
}
