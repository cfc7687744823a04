import type { Ports } from '../../composition/ports';
import {
  issueSignInLink,
  issueStationCode,
  readSignInLinks,
  revokeSignInLink,
} from '../../use-cases/stations';
import { answer, personOf, refuseUnknown, type DeskRoute } from './route';

/** The radio stations, and what opens their pages: a code, or a link that works once. */
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
    {
      method: 'GET',
      path: '/stations/:stationCode/sign-in-links',
      action: 'desk.stations.issue-code',
      handler: async (ctx) => {
        const data = await readSignInLinks(ports, ctx.params['stationCode'] ?? '');
        answer(ctx, 200, { data });
      },
    },
    {
      method: 'POST',
      path: '/stations/:stationCode/sign-in-links',
      action: 'desk.stations.issue-code',
      handler: async (ctx) => {
        const stationCode = ctx.params['stationCode'] ?? '';
        const issued = await issueSignInLink(ports, stationCode, personOf(ctx));
        if (issued === null) refuseUnknown(ctx, 'Cette radio n’existe pas.');
        else answer(ctx, 201, { data: { ...issued.link, address: issued.address } });
      },
    },
    {
      method: 'POST',
      path: '/stations/:stationCode/sign-in-links/:linkId/revoke',
      action: 'desk.stations.issue-code',
      handler: async (ctx) => {
        const isRevoked = await revokeSignInLink(ports, {
          linkId: ctx.params['linkId'] ?? '',
          stationCode: ctx.params['stationCode'] ?? '',
          by: personOf(ctx),
        });
        if (isRevoked) answer(ctx, 200, { data: { isRevoked } });
        else refuseUnknown(ctx, 'Ce lien n’est plus ouvert : il a servi ou il a été annulé.');
      },
    },
  ];
}
