import { refuse, type Result } from '../../domain/shared';
import type { Rumour, RumourRefusal } from '../../domain/outreach';
import type { OutreachPorts } from './outreach-ports';

/**
 * Loads a rumour, asks a rule, and saves what it answers; nothing is written when somebody was quicker.
 *
 * @param action the journal's word for it.
 */
export async function changeRumour(
  ports: OutreachPorts,
  id: string,
  by: string,
  action: string,
  rule: (rumour: Rumour) => Promise<Result<Rumour, RumourRefusal>>,
): Promise<Result<Rumour, RumourRefusal>> {
  const rumour = await ports.rumours.byId(id);
  if (rumour === null) return refuse({ kind: 'rumour-not-found' });
  const changed = await rule(rumour);
  if (!changed.ok) return changed;
  if (!(await ports.rumours.save(changed.value))) return refuse({ kind: 'changed-meanwhile' });
  await ports.journal.write({ at: ports.system.now(), by, action, subject: id, details: {} });
  return changed;
}
