import type { Ports } from '../../composition/ports';
import { readResults } from '../../use-cases/results';
import { answer, type DeskRoute } from './route';

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
  ];
}
