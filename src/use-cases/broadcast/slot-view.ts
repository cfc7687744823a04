import { stationFileName, type Rendition, type Spot } from '../../domain/audio';
import type { Airing, Slot } from '../../domain/broadcast';
import type { HoldReason } from '../../domain/consent';
import { fileAtStation, filesHeldWhole } from '../../domain/delivery';
import { dayInZone, type Language } from '../../domain/shared';
import type { Station } from '../../domain/stations';
import type { Ports, Receipt } from '../../composition/ports';
import { findRendition, spotHoldFacts, spotHolds, type SpotHoldFacts } from '../audio';
import { erasedProofs } from './erased-proofs';

/** What a person sees of a slot. */
export type SlotView = {
  readonly slot: Slot;
  readonly spot: {
    readonly code: string;
    /** Null when the spot was deleted after it was planned. */
    readonly title: string | null;
    readonly language: Language;
    /** To be read by the presenter; null when the spot is held back or has none. */
    readonly liveText: string | null;
  };
  /** The file in the station's profile, by the name it has at the station; null when held back or not prepared. */
  readonly rendition: Rendition | null;
  readonly heldBack: readonly HoldReason[];
  /** The station has every byte of this file. */
  readonly isDownloaded: boolean;
  /** What was said of it last; null while nobody has answered. */
  readonly airing: Airing | null;
  /** The recording that proves it was erased since. */
  readonly isRecordingErased: boolean;
};

type Needs = Pick<
  Ports,
  | 'content'
  | 'consents'
  | 'airings'
  | 'airingRecordings'
  | 'spotVersions'
  | 'renditions'
  | 'notices'
  | 'system'
>;

/** Answers a question once a key, however many slots ask it. */
function remembered<Answer>(ask: (key: string) => Promise<Answer>) {
  const answers = new Map<string, Promise<Answer>>();
  return (key: string): Promise<Answer> => {
    const known = answers.get(key) ?? ask(key);
    answers.set(key, known);
    return known;
  };
}

function holdReasons(
  slot: Slot,
  spot: Spot,
  facts: SpotHoldFacts,
  today: string,
): readonly HoldReason[] {
  // A past slot's file would go out today, if at all.
  const on = slot.airDate > today ? slot.airDate : today;
  return spotHolds(spot, { channel: 'radio', on }, facts);
}

/** Looks up everything that is shown of slots. A spot that is held back shows neither its file nor its text. */
export async function viewSlots(
  ports: Needs,
  slots: readonly Slot[],
  stations: readonly Station[],
  receipts: readonly Receipt[],
): Promise<readonly SlotView[]> {
  const now = ports.system.now();
  const held = filesHeldWhole(receipts);
  const airings = await ports.airings.currentOfSlots(slots.map(({ id }) => id));
  const airingBySlot = new Map(airings.map((airing) => [airing.slotId, airing]));
  const erased = await erasedProofs(ports, airings);
  const stationByCode = new Map(stations.map((station) => [station.code, station]));
  const spotOf = remembered((code) => ports.content.spotByCode(code));
  const known = new Map<string, Promise<SpotHoldFacts>>();
  const factsOf = (spot: Spot) => {
    const facts = known.get(spot.code) ?? spotHoldFacts(ports, spot);
    known.set(spot.code, facts);
    return facts;
  };
  const renditionOf = remembered((key) => {
    const [spotCode = '', profileCode = ''] = key.split('/');
    return findRendition(ports, spotCode, profileCode);
  });

  const views: SlotView[] = [];
  for (const slot of slots) {
    const station = stationByCode.get(slot.stationCode);
    const spot = await spotOf(slot.spotCode);
    const today = dayInZone(now, station?.timeZone ?? 'UTC');
    const reasons = spot === null ? [] : holdReasons(slot, spot, await factsOf(spot), today);
    const isOpen = spot !== null && reasons.length === 0;
    const shared =
      isOpen && station !== undefined && station.profileCode !== null
        ? await renditionOf(`${spot.code}/${station.profileCode}`)
        : null;
    const rendition =
      shared === null || spot === null
        ? null
        : { ...shared, fileName: stationFileName(slot.stationCode, spot, shared) };
    const airing = airingBySlot.get(slot.id) ?? null;
    views.push({
      slot,
      spot: {
        code: slot.spotCode,
        title: spot?.title ?? null,
        language: slot.language,
        liveText: isOpen && spot.liveText.trim() !== '' ? spot.liveText : null,
      },
      rendition,
      heldBack: reasons,
      isDownloaded: rendition !== null && held.has(fileAtStation(slot.stationCode, rendition.id)),
      airing,
      isRecordingErased: airing !== null && erased.has(airing.id),
    });
  }
  return views;
}
