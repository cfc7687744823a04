import type { NotTakenBack } from './recall-post';
import { recallPost } from './recall-post';
import type { SocialPorts } from './social-ports';

/**
 * Takes back every post that shows a film of a spot: whoever is heard in it said no, or the spot was pulled. May be
 * repeated until nothing is left.
 *
 * @returns what could not be taken back, and why.
 */
export async function recallFilmsOf(
  ports: SocialPorts,
  spotCode: string,
  by: string,
): Promise<readonly NotTakenBack[]> {
  const shown = (await ports.deliveries.all()).filter(
    ({ state, content: { mediaKind, pictureKey } }) =>
      state !== 'recalled' &&
      mediaKind === 'film' &&
      pictureKey?.startsWith(`audiograms/${spotCode}/`) === true,
  );
  const notTakenBack: NotTakenBack[] = [];
  for (const postCode of new Set(shown.map(({ content }) => content.postCode))) {
    notTakenBack.push(...(await recallPost(ports, postCode, by)).notTakenBack);
  }
  return notTakenBack;
}
