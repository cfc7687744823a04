import type { Voices } from './consent';

/** How much protection each declaration asks for. */
const PROTECTION: Readonly<Record<Voices, number>> = { 'no-real-person': 0, adult: 1, minor: 2 };

/**
 * Whether a change of the declaration would take protection away from somebody who signed a form: once any consent was
 * recorded, also one that was withdrawn, a child is no adult and a person is not nobody. More protection is always allowed;
 * without any consent a wrong tick may be corrected.
 *
 * @param recorded how many consents the one subject ever had.
 */
export function isDeclaredDown(before: Voices, after: Voices, recorded: number): boolean {
  return recorded > 0 && PROTECTION[after] < PROTECTION[before];
}
