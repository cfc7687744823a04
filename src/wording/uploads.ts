/** What stands beside the bar of a sound on its way. */
export function sendingNote(sending: {
  readonly secondsLeft: number | null;
  readonly isCut: boolean;
}): string {
  if (sending.isCut) {
    return 'L’envoi est interrompu. Il reprendra tout seul là où il en est : laissez cette page ouverte.';
  }
  return sending.secondsLeft === null ? '' : `Encore ${timeLeft(sending.secondsLeft)}.`;
}

/** A time to wait, as one says it: nobody counts the seconds of an hour. */
export function timeLeft(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return 'moins d’une minute';
  if (minutes < 60) return `environ ${minutes} min`;
  const quarters = Math.round(minutes / 15);
  const rest = (quarters % 4) * 15;
  const hours = Math.floor(quarters / 4);
  return rest === 0 ? `environ ${hours} h` : `environ ${hours} h ${rest}`;
}
