import type { Core } from '@strapi/strapi';

import { actionId, libraryRoute } from '../adapters/strapi';
import { createDeskRoutes, createSoundRoutes } from '../web/desk';
import { createDoorRoutes, doorFormats } from '../web/doors';
import { createPublicRoutes } from '../web/public';
import { createStationRoutes, stationCodeOfVisitor } from '../web/station';
import { createSmsRoutes } from '../web/sms';
import type { WebRoute } from '../web/shared';
import type { Composition } from './compose';
import { smsInboundSecret } from './settings';

type Mounting = {
  readonly composition: Composition;
  readonly library: { readonly folder: string; readonly signingKey: string };
  readonly wakeWorkers: () => void;
};

/** Hangs the doors: pages for everybody at the root, the desk behind the sign-in of the admin. */
export function mountRoutes(strapi: Core.Strapi, mounting: Mounting): void {
  const { ports, wallEntries } = mounting.composition;
  const report = (address: string, error: unknown) => {
    strapi.log.error(`${address}: ${error instanceof Error ? error.stack : String(error)}`);
  };
  const pages: readonly WebRoute[] = [
    ...createPublicRoutes(ports, { wallEntries, report }),
    ...createStationRoutes(ports, report),
    ...createSoundRoutes(ports, report),
    ...createDoorRoutes({
      ports,
      formats: doorFormats(ports),
      report,
      signedIn: (ctx) => stationCodeOfVisitor(ctx, ports),
    }),
    ...createSmsRoutes(ports, { secret: smsInboundSecret(), report }),
  ];
  const library = libraryRoute(mounting.library, ports.system);
  strapi.server.routes(
    [...pages, library].map(({ method, path, handler }) => ({
      method,
      path,
      handler: handler as unknown as Core.Route['handler'],
      config: { auth: false },
    })) as unknown as Core.Route[],
  );
  strapi.server.routes({
    type: 'admin',
    prefix: '/desk',
    routes: createDeskRoutes(ports, mounting.wakeWorkers).map(
      ({ method, path, action, handler }) => ({
        method,
        path,
        handler: handler as unknown as Core.Route['handler'],
        config: {
          policies: [
            'admin::isAuthenticatedAdmin',
            { name: 'admin::hasPermissions', config: { actions: [actionId(action)] } },
          ],
        },
      }),
    ) as unknown as Core.Route[],
  });
}
