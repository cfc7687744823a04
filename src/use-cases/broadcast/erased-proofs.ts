import type { Airing } from '../../domain/broadcast';
import type { Ports } from '../../composition/ports';

/** Entries of the ledger whose recording was erased since: there was proof, and nobody can hear it any more. */
export async function erasedProofs(
  ports: Pick<Ports, 'airingRecordings'>,
  airings: readonly Airing[],
): Promise<ReadonlySet<string>> {
  const recorded = airings.filter(({ evidence }) => evidence === 'recording');
  const recordings = await ports.airingRecordings.ofAirings(recorded.map(({ id }) => id));
  return new Set(
    recordings.flatMap(({ airingId, erasedAt }) =>
      airingId === null || erasedAt === null ? [] : [airingId],
    ),
  );
}
