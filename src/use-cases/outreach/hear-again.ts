import { hearAgain as hear } from '../../domain/outreach';
import type { Hearing, Rumour, RumourRefusal } from '../../domain/outreach';
import type { Result } from '../../domain/shared';
import { changeRumour } from './change-rumour';
import { surroundingsOf } from './note-rumour';
import type { OutreachPorts } from './outreach-ports';

/** Notes that a rumour was heard once more, and where. */
export function hearAgain(
  ports: OutreachPorts,
  id: string,
  hearing: Hearing,
  by: string,
): Promise<Result<Rumour, RumourRefusal>> {
  return changeRumour(ports, id, by, 'rumour-heard-again', async (rumour) =>
    hear(rumour, hearing, await surroundingsOf(ports)),
  );
}
