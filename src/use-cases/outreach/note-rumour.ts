import { noteRumour as note } from '../../domain/outreach';
import type { Hearing, Rumour, RumourRefusal } from '../../domain/outreach';
import { dayInZone, type Result } from '../../domain/shared';
import type { OutreachPorts } from './outreach-ports';

/** Today and the zones, by which a hearing is checked. */
export async function surroundingsOf({ content, system }: OutreachPorts) {
  const { timeZone } = await content.campaign();
  const zoneCodes = (await content.zones()).map(({ code }) => code);
  return { today: dayInZone(system.now(), timeZone), zoneCodes };
}

/** Writes down a rumour or a question. The journal names it by its number: its words stay in one place. */
export async function noteRumour(
  ports: OutreachPorts,
  draft: Pick<Rumour, 'kind' | 'text' | 'language' | 'risk'>,
  hearing: Hearing,
  by: string,
): Promise<Result<Rumour, RumourRefusal>> {
  const at = ports.system.now();
  const whole = { ...draft, id: ports.system.newId(), notedAt: at, notedBy: by };
  const noted = note(whole, hearing, await surroundingsOf(ports));
  if (!noted.ok) return noted;
  await ports.rumours.add(noted.value);
  await ports.journal.write({
    at,
    by,
    action: 'rumour-noted',
    subject: noted.value.id,
    details: { kind: draft.kind, risk: draft.risk },
  });
  return noted;
}
