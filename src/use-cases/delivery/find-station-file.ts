import { stationFileName, type Rendition } from '../../domain/audio';
import { heldBack, type HoldReason } from '../../domain/consent';
import { fetchRange, slotsNeeding } from '../../domain/delivery';
import { dayInZone } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { findRendition, recordingInUse } from '../audio';

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

/**
 * The file behind a station's link: only what the station's slots from three days ago to thirty days ahead need, in
 * its own profile, of the newest recording, and with a consent that holds today.
 */
export async function findStationFile(
  ports: Pick<Ports, 'system' | 'content' | 'consents' | 'slots' | 'spotVersions' | 'renditions'>,
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
  if (slotsNeeding(asked.spotCode, slots, today).length === 0) return notYours;

  const current = await findRendition(ports, asked.spotCode, station.profileCode);
  const spot = await ports.content.spotByCode(asked.spotCode);
  if (current === null || current.id !== asked.id || spot === null) return notYours;

  const reasons = heldBack(
    {
      voices: spot.voices,
      channel: 'radio',
      language: spot.language,
      on: today,
      ...(await recordingInUse(ports, spot)),
    },
    await ports.consents.of({ kind: 'spot', code: spot.code }),
  );
  if (reasons.length > 0) return { kind: 'held-back', reasons };
  return {
    kind: 'file',
    rendition: current,
    fileName: stationFileName(station.code, spot, current),
  };
}
