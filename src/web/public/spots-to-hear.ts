import type { Ports } from '../../composition/ports';
import type { Rendition, Spot } from '../../domain/audio';
import { dayInZone } from '../../domain/shared';
import { findVersionInUse, spotHoldFacts, spotHolds } from '../../use-cases/audio';

export type SpotToHear = { readonly spot: Spot; readonly rendition: Rendition };

type Needs = Pick<
  Ports,
  'content' | 'spotVersions' | 'renditions' | 'consents' | 'notices' | 'system'
>;

/** What a browser plays, best first: every one plays MP3; Opus and AAC most; WAV is too heavy for a telephone. */
const PLAYABLE = ['audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/ogg', 'audio/opus'];

/**
 * The spots of a message that anybody may hear today: within their flight dates, ready, not pulled, and with every
 * voice in them agreed to be heard on the web. Each in its lightest file.
 */
export async function spotsToHear(
  ports: Needs,
  messageCode: string,
): Promise<readonly SpotToHear[]> {
  const { timeZone } = await ports.content.campaign();
  const today = dayInZone(ports.system.now(), timeZone);
  const inFlight = (await ports.content.spots()).filter(
    (spot) =>
      spot.messageCode === messageCode && spot.flightStart <= today && today <= spot.flightEnd,
  );
  const heard: SpotToHear[] = [];
  for (const spot of inFlight) {
    const facts = await spotHoldFacts(ports, spot);
    if (spotHolds(spot, { channel: 'web', on: today }, facts).length > 0) continue;
    const rendition = await lightestRendition(ports, spot);
    if (rendition !== null) heard.push({ spot, rendition });
  }
  return heard;
}

async function lightestRendition(ports: Needs, spot: Spot): Promise<Rendition | null> {
  const inUse = await findVersionInUse(ports, spot);
  if (inUse === null) return null;
  const rank = (rendition: Rendition): number => PLAYABLE.indexOf(rendition.mediaType);
  const [best] = (await ports.renditions.ofVersion(inUse.id))
    .filter((rendition) => rank(rendition) >= 0)
    .sort((one, other) => rank(one) - rank(other) || one.sizeBytes - other.sizeBytes);
  return best ?? null;
}
