import type { Ports } from '../../composition/ports';

/** What a kit is made of. */
export type KitPorts = Pick<
  Ports,
  | 'approvals'
  | 'audiograms'
  | 'consents'
  | 'content'
  | 'deliveries'
  | 'files'
  | 'handPosts'
  | 'journal'
  | 'notices'
  | 'painter'
  | 'people'
  | 'renditions'
  | 'settings'
  | 'spotVersions'
  | 'system'
>;
