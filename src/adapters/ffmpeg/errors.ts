/** No usable ffmpeg: the person who runs the machine must act. Everything but sound work goes on. */
export class FfmpegMissingError extends Error {
  override readonly name = 'FfmpegMissingError';
}

/** There is an ffmpeg, and this installation does not want one that gets no security fixes. */
export class FfmpegTooOldError extends Error {
  override readonly name = 'FfmpegTooOldError';
}

/** ffmpeg ran and did not succeed. */
export class FfmpegFailedError extends Error {
  override readonly name = 'FfmpegFailedError';

  /**
   * @param ending `refused`: it ended by itself with an error, trying again gives the same; `cpu-limit`: it used up its CPU
   *   time; `interrupted`: the clock on the wall, or somebody, ended it; `stopped`: this house ended it, for what it said.
   */
  constructor(
    readonly ending: 'refused' | 'cpu-limit' | 'interrupted' | 'stopped',
    message: string,
  ) {
    super(message);
  }
}
