/** The only way to learn the time or an unguessable value: tests bring their own. */
export interface System {
  now(): Date;
  newId(): string;
  /** Unguessable text, URL-safe, of at least `bits` bits. */
  newSecret(bits: number): string;
}
