import { checkUrgent, type UrgentAsked, type UrgentRefusal } from '../../domain/delivery';
import type { Ports } from '../../composition/ports';
import { findRenditionEvenRecalled, spotHoldFacts, spotHolds } from '../audio';

export type UrgentNeeds = Pick<
  Ports,
  'system' | 'content' | 'consents' | 'spotVersions' | 'renditions' | 'notices' | 'journal'
>;

/** Looks up what the rule asks, and applies it: at the first signature and again at the second. */
export async function urgentRefusals(
  ports: UrgentNeeds,
  asked: Pick<UrgentAsked, 'spotCode' | 'stationCodes' | 'endsAt'>,
): Promise<readonly UrgentRefusal[]> {
  const spot = await ports.content.spotByCode(asked.spotCode);
  if (spot === null) return [{ kind: 'unknown-spot', spotCode: asked.spotCode }];
  const all = await ports.content.stations();
  const unknown = asked.stationCodes.filter((asking) => !all.some(({ code }) => code === asking));
  if (unknown.length > 0) {
    return unknown.map((stationCode) => ({ kind: 'unknown-station', stationCode }));
  }
  const stations = [];
  for (const station of all.filter(({ code }) => asked.stationCodes.includes(code))) {
    const { profileCode } = station;
    const rendition =
      profileCode === null ? null : await findRenditionEvenRecalled(ports, spot.code, profileCode);
    stations.push({ station, rendition });
  }
  const facts = await spotHoldFacts(ports, spot);
  return checkUrgent(asked, {
    spot,
    stations,
    holdsOn: (on) => spotHolds(spot, { channel: 'radio', on }, facts),
    now: ports.system.now(),
  });
}
