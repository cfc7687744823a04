import type { Ports } from '../../composition/ports';
import { accountRoutes } from './accounts';
import { alertRoutes } from './alerts';
import { airingRoutes } from './airings';
import { asRunRoutes } from './as-run';
import { audiogramRoutes } from './audiograms';
import { broadcastRoutes } from './broadcast';
import { consentRoutes } from './consents';
import { contractRoutes } from './contracts';
import { deliveryRoutes } from './delivery';
import { flightRoutes } from './flights';
import { homeRoutes } from './home';
import { kitRoutes } from './kit';
import { listeningRoutes } from './listening';
import { messageRoutes } from './messages';
import { postPlanRoutes } from './post-plans';
import { postRoutes } from './posts';
import { resultRoutes } from './results';
import type { DeskRoute } from './route';
import { rumourRoutes } from './rumours';
import { slotChangeRoutes } from './slot-changes';
import { spotRoutes } from './spots';
import { stationRoutes } from './stations';
import { uploadRoutes } from './uploads';
import { witnessRoutes } from './witnesses';

export { createSoundRoutes } from './listening';
export type { DeskRoute } from './route';

/** Everything that people signed in to the admin may ask for, below `/desk`. */
export function createDeskRoutes(ports: Ports, wakeWorkers: () => void): readonly DeskRoute[] {
  return [
    ...homeRoutes(ports),
    ...messageRoutes(ports),
    ...spotRoutes(ports, wakeWorkers),
    ...listeningRoutes(ports),
    ...uploadRoutes(ports, wakeWorkers),
    ...witnessRoutes(ports, wakeWorkers),
    ...audiogramRoutes(ports, wakeWorkers),
    ...consentRoutes(ports),
    ...broadcastRoutes(ports),
    ...contractRoutes(ports),
    ...airingRoutes(ports),
    ...asRunRoutes(ports),
    ...slotChangeRoutes(ports),
    ...flightRoutes(ports),
    ...stationRoutes(ports),
    ...alertRoutes(ports),
    ...deliveryRoutes(ports),
    ...postRoutes(ports, wakeWorkers),
    ...accountRoutes(ports, wakeWorkers),
    ...postPlanRoutes(ports, wakeWorkers),
    ...kitRoutes(ports),
    ...rumourRoutes(ports),
    ...resultRoutes(ports),
  ];
}
