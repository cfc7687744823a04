/** Why a witness's protection was not changed. */
export type ProtectionRefusal =
  /** Nobody real is heard: there is nobody to protect. */
  | 'no-real-person'
  /** A recording came, or is on its way: whoever spoke counted on it. */
  | 'cannot-be-lifted';

/** Why a re-voiced recording was not confirmed. */
export type ConfirmVoiceRefusal =
  /** It is the voice of whoever it is about, it was confirmed before, or it ended. */
  | 'nothing-to-confirm'
  /** It is being received or checked: it cannot be heard yet. */
  | 'not-checked-yet'
  /** Four eyes: who sent it cannot confirm it. */
  | 'same-person';

/** Why a recording was not destroyed. */
export type EraseRefusal =
  /** It is what goes out: it is replaced, not destroyed. */
  | 'in-use'
  /** Nobody's voice is at stake. */
  | 'not-protected';
