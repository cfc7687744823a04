import type { Ports } from '../../composition/ports';

/** What the care of accounts needs from the outside world. */
export type AccountPorts = Pick<
  Ports,
  | 'system'
  | 'content'
  | 'channels'
  | 'accountSecrets'
  | 'accountStates'
  | 'spending'
  | 'people'
  | 'journal'
>;
