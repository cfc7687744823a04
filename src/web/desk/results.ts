import type { Ports } from '../../composition/ports';
import { readResults, readSocialFigures } from '../../use-cases/results';
import { answer, type DeskRoute } from './route';
import { socialCsv } from './social-csv';

/** The figures, with how each came about. */
export function resultRoutes(ports: Ports): readonly DeskRoute[] {
  return [
    {
      method: 'GET',
      path: '/results',
      action: 'desk.results.read',
      handler: async (ctx) => {
        answer(ctx, 200, { data: await readResults(ports, ports.system.now()) });
      },
    },
    {
      method: 'GET',
      path: '/results/social.csv',
      action: 'desk.results.read',
      handler: async (ctx) => {
        answer(ctx, 200, socialCsv(await readSocialFigures(ports)));
        ctx.set('Content-Type', 'text/csv; charset=utf-8');
        ctx.set('Content-Disposition', 'attachment; filename="reseaux-releves.csv"');
      },
    },
  ];
}
