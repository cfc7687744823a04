import type { Flight } from '../../domain/broadcast';
import type { FlightCounts, Ports } from '../../composition/ports';

export type FlightView = {
  readonly flight: Flight;
  readonly counts: Omit<FlightCounts, 'flightId'>;
};

const NONE: FlightView['counts'] = {
  planned: 0,
  upcoming: 0,
  aired: 0,
  missed: 0,
  unanswered: 0,
};

/** Every flight with what became of it. */
export async function readFlights(
  ports: Pick<Ports, 'flights' | 'system'>,
): Promise<readonly FlightView[]> {
  const counts = new Map(
    (await ports.flights.counts(ports.system.now())).map(({ flightId, ...of }) => [flightId, of]),
  );
  const flights = await ports.flights.all();
  return flights.map((flight) => ({ flight, counts: counts.get(flight.id) ?? NONE }));
}
