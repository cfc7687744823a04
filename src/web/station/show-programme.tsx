import type { Ports } from '../../composition/ports';
import { addDays, dayInZone } from '../../domain/shared';
import type { Station } from '../../domain/stations';
import { readStationAlerts } from '../../use-cases/alerts';
import { erasedProofs, readStationDays, stationDayCode } from '../../use-cases/broadcast';
import { readCancelledWindows } from '../../use-cases/delivery';
import { queryValue, sendPage, sendWord, wantsWord, type WebContext } from '../shared';
import { pageKeeping } from './keeping';
import { arrange } from './programme';
import { programmePage, type UnplannedForm } from './programme-page';
import { pageScript } from './scripts';
import { stationOrDoor } from './session';
import type { Mistake } from './slot-card';

/** Unplanned airings of these days are listed, so that nobody adds one twice. */
const UNPLANNED_DAYS_SHOWN = 7;

export type ProgrammeExtras = {
  readonly status?: number;
  readonly flash?: string | null;
  readonly mistake?: Mistake;
  readonly unplannedForm?: UnplannedForm;
  readonly trouble?: string;
  /** What was just done, where one of the set sentences does not say it all. */
  readonly news?: string;
};

/** The page of the day, for the station that is signed in. */
export async function showProgramme(ctx: WebContext, ports: Ports): Promise<void> {
  const signedIn = await stationOrDoor(ctx, ports, 'nothing');
  if (signedIn === null) return;
  await sendProgramme(ctx, ports, signedIn.station, { flash: queryValue(ctx, 'fait') });
}

/** Sends a station's page, with what there is to say of the last answer. */
export async function sendProgramme(
  ctx: WebContext,
  ports: Ports,
  station: Station,
  extras: ProgrammeExtras,
): Promise<void> {
  const status = extras.status ?? 200;
  if (wantsWord(ctx) && status >= 400) {
    sendWord(ctx, status, { sentences: refusalOf(extras) });
    return;
  }
  const now = ports.system.now();
  const found = await readStationDays(ports, station.code);
  const today = dayInZone(now, station.timeZone);
  const since = addDays(today, -UNPLANNED_DAYS_SHOWN);
  const unplanned = (await ports.airings.current(station.code)).filter(
    ({ outcome, airedAt }) =>
      outcome === 'unplanned' && airedAt !== null && dayInZone(airedAt, station.timeZone) >= since,
  );
  const script = pageScript(ports);
  const page = programmePage({
    campaign: await ports.content.campaign(),
    station,
    alerts: await readStationAlerts(ports, station),
    programme: arrange(found ?? { days: [], today }),
    unplanned,
    erased: await erasedProofs(ports, unplanned),
    cancelled: await readCancelledWindows(ports, station.code),
    context: {
      now,
      timeZone: station.timeZone,
      hasScript: script !== null,
      mistake: extras.mistake ?? null,
    },
    dayCode: await stationDayCode(ports, station.code, today),
    news: extras.news ?? null,
    flash: extras.flash ?? null,
    unplannedForm: extras.unplannedForm ?? null,
    trouble: extras.trouble ?? null,
    script,
  });
  // Says the server's time outside the page, which stays the same byte for byte: the computer's clock may be wrong.
  ctx.set('Server-Timing', `heure;dur=${Math.floor(now.getTime() / 1000)}`);
  await sendPage(ctx, page, status === 200 ? pageKeeping(ports) : { status });
}

function refusalOf({ mistake, unplannedForm, trouble }: ProgrammeExtras): readonly string[] {
  return [
    ...(mistake?.sentences ?? []),
    ...(unplannedForm?.sentences ?? []),
    ...(trouble === undefined ? [] : [trouble]),
  ];
}
