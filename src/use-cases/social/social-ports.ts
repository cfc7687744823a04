import type { Ports } from '../../composition/ports';

/** What posting needs from the outside world. */
export type SocialPorts = Pick<
  Ports,
  | 'system'
  | 'files'
  | 'painter'
  | 'channels'
  | 'content'
  | 'consents'
  | 'deliveries'
  | 'approvals'
  | 'accountSecrets'
  | 'accountStates'
  | 'spending'
  | 'journal'
>;
