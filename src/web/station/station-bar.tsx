import type { Station } from '../../domain/stations';
import { sendProblem, type Problem, type WebContext } from '../shared';

/** Whose page this is, at the top of every page: the computer is shared. */
export function StationBar({ station }: { readonly station: Station }) {
  return (
    <div class="who">
      <span>
        <strong>{station.code}</strong> · {station.name}
      </span>
      <form method="post" action="/station/sign-out">
        <button class="quiet" type="submit">
          Se déconnecter
        </button>
      </form>
    </div>
  );
}

/** An error page that still says whose page this is. */
export async function sendStationProblem(
  ctx: WebContext,
  station: Station,
  problem: Problem,
): Promise<void> {
  await sendProblem(ctx, { ...problem, bar: <StationBar station={station} /> });
}
