import { isPublishable, type Rendition } from '../../domain/audio';
import type { Ports } from '../../composition/ports';

/**
 * A file made for the stations, to be heard at the desk. Files made of a protected witness's voice, before the protection was
 * set, are for nobody any more.
 */
export async function findRenditionToHear(
  ports: Pick<Ports, 'content' | 'renditions' | 'spotVersions'>,
  renditionId: string,
): Promise<Rendition | null> {
  const rendition = await ports.renditions.byId(renditionId);
  if (rendition === null) return null;
  const version = await ports.spotVersions.byId(rendition.spotVersionId);
  const spot = await ports.content.spotByCode(rendition.spotCode);
  return version !== null && spot !== null && isPublishable(spot, version) ? rendition : null;
}
