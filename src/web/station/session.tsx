import type { Ports } from '../../composition/ports';
import type { Station } from '../../domain/stations';
import { signOutStation, stationOfSession } from '../../use-cases/stations';
import {
  clearCookie,
  isFromOurPages,
  readCookie,
  redirect,
  sendProblem,
  setCookie,
  type CookieShape,
  wantsWord,
  type WebContext,
} from '../shared';

/** Sent with the station's own pages and nothing else. */
export const STATION_COOKIE: CookieShape = { name: 'yeelen_station', path: '/station' };

export type SignedIn = { readonly station: Station; readonly token: string };

/** The station that this browser is signed in as; null when there is none. */
export async function signedInStation(ctx: WebContext, ports: Ports): Promise<SignedIn | null> {
  const token = readCookie(ctx, STATION_COOKIE);
  const station = token === null ? null : await stationOfSession(ports, token);
  return token === null || station === null ? null : { station, token };
}

/** The code of the station that this browser is signed in as; null when there is none. */
export async function stationCodeOfVisitor(ctx: WebContext, ports: Ports): Promise<string | null> {
  return (await signedInStation(ctx, ports))?.station.code ?? null;
}

/** The notice shown at the door to somebody who was sent back to it. */
export type DoorNotice = 'connexion' | 'expiree' | 'non-enregistre' | 'sortie';

/** The signed-in station, or nobody: then the browser is led to the door, and told why. */
export async function stationOrDoor(
  ctx: WebContext,
  ports: Ports,
  loses: 'nothing' | 'an answer',
): Promise<SignedIn | null> {
  const signedIn = await signedInStation(ctx, ports);
  if (signedIn !== null) return signedIn;
  const hadSession = readCookie(ctx, STATION_COOKIE) !== null;
  const notice: DoorNotice =
    loses === 'an answer' ? 'non-enregistre' : hadSession ? 'expiree' : 'connexion';
  if (wantsWord(ctx)) {
    await sendProblem(ctx, { status: 401 });
    return null;
  }
  if (hadSession) clearCookie(ctx, STATION_COOKIE, ports.settings.publicUrl);
  redirect(ctx, `/station?avis=${notice}`);
  return null;
}

/** Whether a POST comes from our own pages. When it does not it has been answered. */
export async function isOwnForm(ctx: WebContext, ports: Ports): Promise<boolean> {
  const isOurs = isFromOurPages({
    origin: ctx.get('Origin'),
    secFetchSite: ctx.get('Sec-Fetch-Site'),
    referer: ctx.get('Referer'),
    host: ctx.host,
    publicUrl: ports.settings.publicUrl,
  });
  if (!isOurs) {
    await sendProblem(ctx, {
      status: 403,
      way: { href: '/station', words: 'Ouvrir l’espace radio' },
    });
  }
  return isOurs;
}

/** Ends the session that this browser had, gives it the new one and shows the programme. */
export async function welcome(ctx: WebContext, ports: Ports, token: string): Promise<void> {
  const before = readCookie(ctx, STATION_COOKIE);
  if (before !== null) await signOutStation(ports, before);
  setCookie(ctx, STATION_COOKIE, token, ports.settings.publicUrl);
  redirect(ctx, '/station/programme');
}
