import { filesHeldWhole, type Notice } from '../../domain/delivery';
import type { Ports } from '../../composition/ports';

type Needs = Pick<Ports, 'slots' | 'receipts' | 'notices'>;

async function holdersOfFile(
  { receipts }: Pick<Ports, 'receipts'>,
  spotCode: string,
): Promise<readonly string[]> {
  const held = filesHeldWhole(await receipts.ofSpot(spotCode));
  return [...held].map((file) => file.split('/')[0] ?? '');
}

/** Stations that hold a spot or were handed it: a whole file, a planned slot, an urgent message. */
export async function holdersOfSpot(ports: Needs, spotCode: string): Promise<readonly string[]> {
  const urgent = (await ports.notices.ofSpot(spotCode)).filter(
    ({ kind, inForceAt }) => kind === 'urgent' && inForceAt !== null,
  );
  const codes = [
    ...(await ports.slots.stationsOfSpot(spotCode)),
    ...(await holdersOfFile(ports, spotCode)),
    ...urgent.flatMap(({ stationCodes }) => stationCodes),
  ];
  return [...new Set(codes)].sort();
}

/** The notice with every station it asks: for a recall also one whose download ended after the recall began. */
export async function withEveryHolder(
  ports: Pick<Ports, 'receipts'>,
  notice: Notice,
): Promise<Notice> {
  if (notice.kind !== 'recall' || notice.endedAt !== null) return notice;
  const late = await holdersOfFile(ports, notice.spotCode);
  return { ...notice, stationCodes: [...new Set([...notice.stationCodes, ...late])] };
}
