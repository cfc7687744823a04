import { standingHandPosts, type HandPost } from '../../domain/social';
import type { KitPorts } from './kit-ports';

export type MarkView = HandPost & {
  /** What the person is called; empty when they left the desk. */
  readonly personName: string;
};

/** Where a post stands by somebody's hand, and whose: after a recall these people have to delete it. */
export async function readMarks(
  ports: Pick<KitPorts, 'handPosts' | 'people'>,
  postCode: string,
): Promise<readonly MarkView[]> {
  const standing = standingHandPosts(await ports.handPosts.ofPost(postCode));
  const names = await ports.people.namesOf(standing.map(({ by }) => by));
  return standing.map((mark) => ({ ...mark, personName: names.get(mark.by) ?? '' }));
}
