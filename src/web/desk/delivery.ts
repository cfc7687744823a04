import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import { TOKEN_PURPOSES } from '../../domain/delivery';
import {
  issueDeliveryToken,
  readStationDelivery,
  revokeDeliveryToken,
} from '../../use-cases/delivery';
import { tokenRefusalSentence } from '../../wording/bundle';
import { answer, personOf, readBody, refuseDesk, refuseUnknown, type DeskRoute } from './route';

const NO_STATION = 'Cette radio n’existe pas.';

const linkForm = z.object({ purpose: z.enum(TOKEN_PURPOSES), label: z.string().max(500) });

/** What each station is to hold and fetched, and the links of its programs. */
export function deliveryRoutes(ports: Ports): readonly DeskRoute[] {
  return [
    {
      method: 'GET',
      path: '/stations/:stationCode/delivery',
      action: 'desk.broadcast.read',
      handler: async (ctx) => {
        const data = await readStationDelivery(ports, ctx.params['stationCode'] ?? '');
        if (data === null) refuseUnknown(ctx, NO_STATION);
        else answer(ctx, 200, { data });
      },
    },
    {
      method: 'POST',
      path: '/stations/:stationCode/links',
      action: 'desk.stations.issue-link',
      handler: async (ctx) => {
        const form = readBody(ctx, linkForm);
        if (form === null) return;
        const stationCode = ctx.params['stationCode'] ?? '';
        const by = personOf(ctx);
        const issued = await issueDeliveryToken(ports, { ...form, stationCode, by });
        switch (issued.kind) {
          case 'no-such-station':
            return refuseUnknown(ctx, NO_STATION);
          case 'refused':
            return refuseDesk(ctx, 422, issued.refusals.map(tokenRefusalSentence), issued.refusals);
          case 'issued': {
            const { secret, token, retired } = issued;
            const { publicUrl } = ports.settings;
            const door = token.purpose === 'feed' ? '' : 'bundle.zip';
            answer(ctx, 201, {
              data: {
                link: token,
                url: `${publicUrl}/d/${secret}/${door}`,
                retired: retired.map(({ label }) => label),
              },
            });
          }
        }
      },
    },
    {
      method: 'POST',
      path: '/stations/:stationCode/links/:linkId/revoke',
      action: 'desk.stations.issue-link',
      handler: async (ctx) => {
        const { stationCode = '', linkId = '' } = ctx.params;
        const isRevoked = await revokeDeliveryToken(ports, stationCode, linkId, personOf(ctx));
        if (isRevoked) answer(ctx, 200, { data: { id: linkId } });
        else refuseUnknown(ctx, 'Ce lien n’existe pas, ou il est déjà fermé.');
      },
    },
  ];
}
