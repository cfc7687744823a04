import type { Ports } from '../../composition/ports';
import { audiogramRoutes } from './audiograms';
import { broadcastRoutes } from './broadcast';
import { consentRoutes } from './consents';
import { homeRoutes } from './home';
import { messageRoutes } from './messages';
import { postRoutes } from './posts';
import { resultRoutes } from './results';
import type { DeskRoute } from './route';
import { spotRoutes } from './spots';
import { stationRoutes } from './stations';
import { uploadRoutes } from './uploads';
import { witnessRoutes } from './witnesses';

export type { DeskRoute } from './route';

/** Everything that people signed in to the admin may ask for, below `/desk`. */
export function createDeskRoutes(ports: Ports, wakeWorkers: () => void): readonly DeskRoute[] {
  return [
    ...homeRoutes(ports),
    ...messageRoutes(ports),
    ...spotRoutes(ports, wakeWorkers),
    ...uploadRoutes(ports, wakeWorkers),
    ...witnessRoutes(ports, wakeWorkers),
    ...audiogramRoutes(ports, wakeWorkers),
    ...consentRoutes(ports),
    ...broadcastRoutes(ports),
    ...stationRoutes(ports),
    ...postRoutes(ports, wakeWorkers),
    ...resultRoutes(ports),
  ];
}
