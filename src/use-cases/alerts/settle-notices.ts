import { recalledSpots } from '../../domain/delivery';
import type { Ports } from '../../composition/ports';
import { closeBehind } from './recall-spot';

/** Who ends what ends by itself. */
const BY_ITSELF = 'system';

/**
 * Ends the urgent messages whose time has come, and closes again behind recalls: a plan that was being written when the
 * spot was pulled, or a recall that a power cut interrupted. Answers how many messages ended.
 */
export async function settleNotices(
  ports: Pick<Ports, 'system' | 'slots' | 'notices' | 'journal'>,
): Promise<number> {
  const now = ports.system.now();
  let ended = 0;
  for (const { id, endsAt } of await ports.notices.dueToEnd(now)) {
    if (!(await ports.notices.end(id, BY_ITSELF, endsAt ?? now))) continue;
    ended += 1;
    const entry = { at: now, by: BY_ITSELF, action: 'urgent-ended', subject: `notice:${id}` };
    await ports.journal.write(entry);
  }
  for (const spotCode of recalledSpots(await ports.notices.open()).keys()) {
    await closeBehind(ports, spotCode, BY_ITSELF);
  }
  return ended;
}
