import type { Ports } from '../../composition/ports';
import { setProtection, type SetProtectionAnswer } from '../audio';
import { recallFilmsOf } from '../social';
import { holdersOfSpot } from './holders';
import { recallSpot, type RecallPorts } from './recall-spot';

/**
 * Protects a witness, or lifts a protection that nothing was received under. Where stations hold a file of the voice, they are
 * asked to delete it: pressing again asks those that were missed when the power went.
 */
export async function protectWitness(
  ports: RecallPorts & Pick<Ports, 'uploads'>,
  asked: { readonly spotCode: string; readonly isProtected: boolean; readonly by: string },
): Promise<SetProtectionAnswer> {
  const answer = await setProtection(ports, asked);
  if (answer.kind !== 'set' || !asked.isProtected) return answer;
  const { spotCode, by } = asked;
  await recallFilmsOf(ports, spotCode, by);
  if ((await holdersOfSpot(ports, spotCode)).length > 0) {
    await recallSpot(ports, { spotCode, reason: 'protection', note: '', withPosts: true, by });
  }
  return answer;
}
