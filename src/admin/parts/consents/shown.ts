import type { Channel, ConsentSubject, Voices } from '../../../domain/consent';
import type { Language } from '../../../domain/shared';

/** What a consent is asked for: somebody heard in a spot, or seen on a post. */
export type Shown = {
  readonly subject: ConsentSubject;
  readonly voices: Exclude<Voices, 'no-real-person'>;
  /** Ticked to begin with. */
  readonly channels: readonly Channel[];
  readonly languages: readonly Language[];
  /** An actor speaks in place of a protected witness, and has a form of their own. */
  readonly hasActor?: boolean;
};

/** « du spot 0042 », « de la publication POST-1 ». */
export function ofSubject({ kind, code }: ConsentSubject): string {
  return kind === 'spot' ? `du spot ${code}` : `de la publication ${code}`;
}
