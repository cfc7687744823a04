import type { Ports } from '../../composition/ports';
import { eraseRecording, type EraseAnswer } from '../audio';
import { holdersOfSpot } from './holders';
import { recallSpot, type RecallPorts } from './recall-spot';

/** Destroys the recording of a protected witness; stations that hold a file of it are asked to delete theirs. */
export async function destroyRecording(
  ports: RecallPorts & Pick<Ports, 'audiograms' | 'incoming' | 'renditions'>,
  asked: { readonly versionId: string; readonly by: string },
): Promise<EraseAnswer> {
  const version = await ports.spotVersions.byId(asked.versionId);
  const answer = await eraseRecording(ports, asked);
  if (answer.kind !== 'erased' || version === null) return answer;
  const { spotCode } = version;
  // Of a re-voiced spot that is on air the stations hold another voice, and keep it.
  const made = new Set((await ports.renditions.ofVersion(version.id)).map(({ id }) => id));
  const isHeld = (await ports.receipts.ofSpot(spotCode)).some(({ renditionId }) =>
    made.has(renditionId),
  );
  if (isHeld && (await holdersOfSpot(ports, spotCode)).length > 0) {
    await recallSpot(ports, {
      spotCode,
      reason: 'recording-destroyed',
      note: '',
      withPosts: true,
      by: asked.by,
    });
  }
  return answer;
}
