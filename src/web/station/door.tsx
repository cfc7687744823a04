import type { Ports } from '../../composition/ports';
import { signInStation, signOutStation } from '../../use-cases/stations';
import { signInRefusalSentence } from '../../wording/stations';
import {
  clearCookie,
  field,
  queryValue,
  readCookie,
  readForm,
  redirect,
  sendPage,
  sendProblem,
  type WebContext,
} from '../shared';
import { pageScript } from './scripts';
import { isOwnForm, signedInStation, STATION_COOKIE, welcome } from './session';
import { signInPage, type SignInView } from './sign-in-page';

/** The sign-in form; somebody who is signed in goes straight to the programme. */
export async function showDoor(ctx: WebContext, ports: Ports): Promise<void> {
  if ((await signedInStation(ctx, ports)) !== null) {
    redirect(ctx, '/station/programme');
    return;
  }
  await sendDoor(ctx, ports, 200, { notice: queryValue(ctx, 'avis') });
}

/** Signs a station in. The answer to a wrong code does not say which of the two codes is wrong. */
export async function postSession(ctx: WebContext, ports: Ports): Promise<void> {
  if (!(await isOwnForm(ctx, ports))) return;
  const form = await readForm(ctx);
  if (form === null) {
    await sendProblem(ctx, { status: 413 });
    return;
  }
  const stationCode = field(form, 'station').slice(0, 10);
  const accessCode = field(form, 'access');
  if (stationCode === '' || accessCode === '') {
    const refusal = 'Indiquez le code de la radio et le code d’accès.';
    await sendDoor(ctx, ports, 422, { refusal, stationCode });
    return;
  }
  const answer = await signInStation(ports, { stationCode, accessCode, address: ctx.request.ip });
  switch (answer.kind) {
    case 'locked':
      ctx.set('Retry-After', String(answer.retryAfterSeconds));
      await sendDoor(ctx, ports, 429, {
        refusal: signInRefusalSentence(answer),
        stationCode,
      });
      return;
    case 'wrong-code':
      await sendDoor(ctx, ports, 401, { refusal: signInRefusalSentence(answer), stationCode });
      return;
    case 'signed-in':
      await welcome(ctx, ports, answer.token);
  }
}

/** Ends the session, empties the cookie and the browser's cache, also when the session had ended already. */
export async function postSignOut(ctx: WebContext, ports: Ports): Promise<void> {
  if (!(await isOwnForm(ctx, ports))) return;
  const token = readCookie(ctx, STATION_COOKIE);
  if (token !== null) await signOutStation(ports, token);
  clearCookie(ctx, STATION_COOKIE, ports.settings.publicUrl);
  // The cache alone: `storage` would take the answers that wait for the line, `cookies` those of the whole domain.
  ctx.set('Clear-Site-Data', '"cache"');
  redirect(ctx, '/station?avis=sortie');
}

async function sendDoor(
  ctx: WebContext,
  ports: Ports,
  status: number,
  view: Omit<SignInView, 'campaign' | 'script'>,
): Promise<void> {
  const campaign = await ports.content.campaign();
  await sendPage(ctx, signInPage({ campaign, script: pageScript(ports), ...view }), { status });
}
