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
  | 'audiograms'
  | 'spotVersions'
  | 'notices'
  | 'deliveries'
  | 'approvals'
  | 'accountSecrets'
  | 'accountStates'
  | 'spending'
  | 'journal'
>;

/** What people need beyond that to approve and read posts. */
export type PlanningPorts = SocialPorts & Pick<Ports, 'textCounter'>;

/** And to move one. */
export type MovingPorts = SocialPorts & Pick<Ports, 'postMover'>;
