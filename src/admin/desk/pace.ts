/** The first seconds tell nothing: what leaves this machine at once only fills its own buffers. */
const SECONDS_TO_TELL = 3;

/**
 * Seconds until a file has been sent, at the pace it had so far, waits and cuts included; null while that is too early to
 * say.
 */
export function secondsLeft(soFar: {
  /** In this go: what went on an earlier day says nothing about today's line. */
  readonly sentBytes: number;
  readonly remainingBytes: number;
  readonly elapsedSeconds: number;
}): number | null {
  const { sentBytes, remainingBytes, elapsedSeconds } = soFar;
  if (sentBytes <= 0 || elapsedSeconds < SECONDS_TO_TELL) return null;
  return (remainingBytes * elapsedSeconds) / sentBytes;
}
