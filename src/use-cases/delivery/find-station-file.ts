import { stationFileName, type Rendition } from '../../domain/audio';
import type { HoldReason } from '../../domain/consent';
import { fetchRange, isInForce, slotsNeeding } from '../../domain/delivery';
import { dayInZone } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { findRenditionEvenRecalled, spotHoldFacts, spotHolds } from '../audio';

export type StationFileAnswer =
  | {
      readonly kind: 'file';
      readonly rendition: Rendition;
      /** The ASCII name under which the station saves it. */
      readonly fileName: string;
    }
  /** No such file, another station's, one that no slot needs, or an older recording: all look alike from outside. */
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'held-back'; readonly reasons: readonly HoldReason[] };

type Needs = Pick<
  Ports,
  'system' | 'content' | 'consents' | 'slots' | 'spotVersions' | 'renditions' | 'notices'
>;

/** An urgent message in force asks the station to air the spot: there is no slot for it. */
async function isUrgentAt(ports: Needs, stationCode: string, spotCode: string): Promise<boolean> {
  const now = ports.system.now();
  return (await ports.notices.ofSpot(spotCode)).some(
    (notice) =>
      notice.kind === 'urgent' &&
      isInForce(notice, now) &&
      notice.stationCodes.includes(stationCode),
  );
}

/**
 * The file behind a station's link: only what the station's slots from three days ago to thirty days ahead or an urgent
 * message need, in its own profile, of the newest recording, not pulled, and with a consent that holds today.
 */
export async function findStationFile(
  ports: Needs,
  stationCode: string,
  renditionId: string,
): Promise<StationFileAnswer> {
  const notYours = { kind: 'not-yours' } as const;
  const station = await ports.content.stationByCode(stationCode);
  const asked = await ports.renditions.byId(renditionId);
  if (station === null || station.profileCode === null || asked === null) return notYours;

  const today = dayInZone(ports.system.now(), station.timeZone);
  const { from, to } = fetchRange(today);
  const slots = await ports.slots.between(from, to, station.code);
  const isNeeded =
    slotsNeeding(asked.spotCode, slots, today).length > 0 ||
    (await isUrgentAt(ports, station.code, asked.spotCode));
  if (!isNeeded) return notYours;

  const current = await findRenditionEvenRecalled(ports, asked.spotCode, station.profileCode);
  const spot = await ports.content.spotByCode(asked.spotCode);
  if (current === null || current.id !== asked.id || spot === null) return notYours;

  const outing = { channel: 'radio', on: today } as const;
  const reasons = spotHolds(spot, outing, await spotHoldFacts(ports, spot));
  if (reasons.length > 0) return { kind: 'held-back', reasons };
  return {
    kind: 'file',
    rendition: current,
    fileName: stationFileName(station.code, spot, current),
  };
}
