import { verifyRumour as verify } from '../../domain/outreach';
import type { Rumour, RumourRefusal } from '../../domain/outreach';
import type { Result } from '../../domain/shared';
import { changeRumour } from './change-rumour';
import type { OutreachPorts } from './outreach-ports';

/** Says that a rumour was looked into, and how much harm it does. */
export function verifyRumour(
  ports: OutreachPorts,
  id: string,
  risk: Rumour['risk'],
  by: string,
): Promise<Result<Rumour, RumourRefusal>> {
  const at = ports.system.now();
  return changeRumour(ports, id, by, 'rumour-verified', async (rumour) =>
    verify(rumour, { risk, at, by }),
  );
}
