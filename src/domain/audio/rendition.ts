/** One spot version prepared for one profile, measured again after encoding. */
export type Rendition = {
  readonly id: string;
  readonly spotVersionId: string;
  readonly spotCode: string;
  readonly profileCode: string;
  readonly profileHash: string;
  readonly toolchainHash: string;
  /** Key in the storage, under `renditions/`. */
  readonly storageKey: string;
  /** The ASCII name that the station sees. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly durationSeconds: number;
  readonly loudnessLufs: number | null;
  readonly truePeakDbtp: number | null;
  readonly createdAt: Date;
};
