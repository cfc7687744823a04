import type { Ports } from '../../composition/ports';
import { lookAtSignInLink, signInByLink, type LinkSeen } from '../../use-cases/stations';
import { signInLinkRefusalSentence } from '../../wording/stations';
import {
  field,
  queryValue,
  readForm,
  sendPage,
  sendProblem,
  type Page,
  type WebContext,
} from '../shared';
import { isOwnForm, welcome } from './session';

const TO_DOOR = { href: '/station', words: 'Entrer avec le code' };

/**
 * Where a link from the manager leads: a page with a button. Opening it uses nothing up, because mail scanners and
 * previews open every link before a person does.
 */
export async function showLink(ctx: WebContext, ports: Ports): Promise<void> {
  const token = queryValue(ctx, 'jeton') ?? '';
  const seen = await lookAtSignInLink(ports, token);
  if (seen.kind !== 'open') {
    await sendClosedLink(ctx, seen);
    return;
  }
  await sendPage(ctx, linkPage(seen, token, (await ports.content.campaign()).name));
}

/** Somebody pressed the button: the station is signed in, and the link is used up. */
export async function postLink(ctx: WebContext, ports: Ports): Promise<void> {
  if (!(await isOwnForm(ctx, ports))) return;
  const form = await readForm(ctx);
  if (form === null) {
    await sendProblem(ctx, { status: 413 });
    return;
  }
  const answer = await signInByLink(ports, field(form, 'jeton'));
  if (answer.kind === 'signed-in') await welcome(ctx, ports, answer.token);
  else await sendClosedLink(ctx, answer);
}

async function sendClosedLink(
  ctx: WebContext,
  seen: Exclude<LinkSeen, { kind: 'open' }>,
): Promise<void> {
  await sendProblem(ctx, {
    status: 404,
    title: 'Ce lien ne marche plus',
    explanation: signInLinkRefusalSentence(seen),
    way: TO_DOOR,
  });
}

function linkPage(
  { station }: Extract<LinkSeen, { kind: 'open' }>,
  token: string,
  campaignName: string,
): Page {
  return {
    title: `Entrer : ${station.name}`,
    subtitle: campaignName,
    home: '/',
    isIndexed: false,
    isLean: true,
    bar: (
      <div class="who">
        <span>
          <strong>{station.code}</strong> · {station.name}
        </span>
      </div>
    ),
    main: (
      <>
        <h1>{station.name}</h1>
        <p class="lead">La campagne vous a envoyé ce lien pour ouvrir la page de votre radio.</p>
        <form class="card" method="post" action="/station/session/lien">
          <input type="hidden" name="jeton" value={token} />
          <p>
            <button type="submit">Entrer comme {station.name}</button>
          </p>
          <p class="soft small">
            Le lien sert une seule fois. La session se termine après deux heures sans visite, ou
            quand vous vous déconnectez.
          </p>
        </form>
        <p class="soft">Ce n’est pas votre radio ? Fermez cette page et prévenez la campagne.</p>
      </>
    ),
  };
}
