import type { Ports } from '../../composition/ports';
import { issueStationCode } from '../../use-cases/stations';
import { answer, personOf, refuseUnknown, type DeskRoute } from './route';

/** The radio stations and their access codes. */
export function stationRoutes(ports: Ports): readonly DeskRoute[] {
  return [
    {
      method: 'GET',
      path: '/stations',
      action: 'desk.broadcast.read',
      handler: async (ctx) => {
        const stations = await ports.content.stations();
        const data = await Promise.all(
          stations.map(async (station) => ({
            ...station,
            hasAccessCode: (await ports.stationAccess.codeHash(station.code)) !== null,
          })),
        );
        answer(ctx, 200, { data });
      },
    },
    {
      method: 'POST',
      path: '/stations/:stationCode/access-code',
      action: 'desk.stations.issue-code',
      handler: async (ctx) => {
        const stationCode = ctx.params['stationCode'] ?? '';
        const issued = await issueStationCode(ports, stationCode, personOf(ctx));
        if (issued === null) refuseUnknown(ctx, 'Cette radio n’existe pas.');
        else answer(ctx, 201, { data: { stationCode, ...issued } });
      },
    },
  ];
}
