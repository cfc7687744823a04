import type { Ports } from '../../composition/ports';

export type StopAnswer =
  | { readonly kind: 'stopped'; readonly cancelled: number }
  | { readonly kind: 'not-found' | 'already-stopped' | 'changed-meanwhile' };

/** Ends a flight: everything that has not begun is cancelled, also what stations hold already. The past stays. */
export async function stopFlight(
  ports: Pick<Ports, 'system' | 'flights' | 'airings' | 'journal'>,
  asked: { readonly flightId: string; readonly by: string },
): Promise<StopAnswer> {
  const flight = await ports.flights.byId(asked.flightId);
  if (flight === null) return { kind: 'not-found' };
  if (flight.state === 'stopped') return { kind: 'already-stopped' };
  const at = ports.system.now();
  const upcoming = (await ports.flights.slotsOf(flight.id))
    .map(({ slot }) => slot)
    .filter(({ state, windowStart }) => state === 'planned' && windowStart > at);
  const written = await ports.flights.write({
    flight: { ...flight, state: 'stopped', revision: flight.revision + 1 },
    cancel: upcoming.map(({ id }) => id),
    add: [],
    by: asked.by,
    at,
  });
  if (written === 'changed-meanwhile') return { kind: 'changed-meanwhile' };
  await ports.journal.write({
    at,
    by: asked.by,
    action: 'flight-stopped',
    subject: `flight:${flight.id}`,
    details: { cancelled: upcoming.length },
  });
  return { kind: 'stopped', cancelled: upcoming.length };
}
