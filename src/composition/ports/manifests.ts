import type { Manifest, ManifestFile } from '../../domain/delivery';
import type { CalendarDay } from '../../domain/shared';

/** What is known of a station's newest list without reading it. */
export type ManifestHead = {
  readonly stationCode: string;
  readonly version: number;
  /** SHA-256 of the list, in hexadecimal. */
  readonly contentHash: string;
  readonly timeZone: string;
  /** What was looked at when it was last found current. */
  readonly basis: string;
};

/** Frozen lists; (station, version) is unique, and a list is never changed. */
export interface ManifestStore {
  head(stationCode: string): Promise<ManifestHead | null>;
  byVersion(stationCode: string, version: number): Promise<Manifest | null>;
  /**
   * Keeps a list as the station's newest, notes the names it gives and the recording of each slot. False, and nothing
   * written, when that version is there already: somebody froze at the same time.
   */
  add(manifest: Manifest, head: ManifestHead): Promise<boolean>;
  /** Notes that the newest list was found current; nothing happens when another one is newest by now. */
  keepBasis(head: ManifestHead): Promise<void>;
  /**
   * Everything in the operational tables that a station's list for these days depends on, as short text: as long as it
   * reads the same, nothing changed. One query.
   */
  basis(stationCode: string, from: CalendarDay, to: CalendarDay): Promise<string>;
  /** Notes names that the station is given beside those of the list itself, such as a smaller copy to be sent on. */
  noteCopies(
    head: Pick<ManifestHead, 'stationCode' | 'version'>,
    copies: readonly Pick<ManifestFile, 'fileName' | 'spotCode'>[],
  ): Promise<void>;
  /** Notes that the station has taken this list; the first time counts. */
  noteFetched(stationCode: string, version: number, at: Date): Promise<void>;
  /** The newest list that each station has taken, by its code. */
  newestFetched(): Promise<ReadonlyMap<string, number>>;
  /** Every name under which the station was ever given these spots. */
  namesGiven(
    stationCode: string,
    spotCodes: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Whether a list of the station ever named this file. */
  wasGiven(stationCode: string, fileName: string): Promise<boolean>;
  /** Forgets lists that were frozen before an instant, but the newest of each station. */
  sweep(before: Date): Promise<void>;
}

/** The CRC-32 of files for the stations, worked out once. */
export interface ChecksumStore {
  crc32Of(renditionIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Keeping it twice changes nothing. */
  keepCrc32(renditionId: string, crc32: number): Promise<void>;
}
