import type { Ports } from '../../composition/ports';
import type { DoorKind } from '../../domain/delivery';
import { tokenForDoor } from '../../use-cases/delivery';
import { NO_SUCH_DOOR } from '../../wording/bundle';
import { guard, sendProblem, type Report, type WebContext, type WebRoute } from '../shared';
import type { DoorFormat } from './formats';
import { say } from './say';
import { openBundleShelf, sendBundle, type BundleDoor } from './send-bundle';
import { rememberListTags, sendList } from './send-list';
import { sendSound } from './send-sound';
import { linksOfPage, linksOfToken, type Visitor } from './visitor';

/** What a secret of ours looks like; anything else is not looked up. */
const SECRET = /^[\w-]{22,64}$/;

/** The one list that every link opens. */
const MANIFEST = 'manifest.json';

export type DoorsContext = {
  readonly ports: Ports;
  readonly formats: readonly DoorFormat[];
  readonly report: Report;
  /** The station that is signed in on this browser; null for anybody else. */
  readonly signedIn: (ctx: WebContext) => Promise<string | null>;
};

/**
 * The doors of a station's list: behind a link that a program holds, below `/d/`, and for the station that is signed in,
 * below `/station`. All of them are GET: nobody can say anything for a station here.
 */
export function createDoorRoutes(context: DoorsContext): readonly WebRoute[] {
  const { ports, formats, report } = context;
  const tags = rememberListTags();
  const bundles: BundleDoor = { ports, formats, report, shelf: openBundleShelf() };
  const behindLink = (path: string, door: DoorKind, open: Open): WebRoute => ({
    method: 'GET',
    path: `/d/:token/${path}`,
    handler: (ctx) => enterByLink(ctx, ports, door, open),
  });
  const onPage = (path: string, open: Open): WebRoute => ({
    method: 'GET',
    path: `/station/${path}`,
    handler: (ctx) => enterSignedIn(ctx, context, open),
  });
  const bundle: Open = (ctx, visitor) => sendBundle(ctx, bundles, visitor);
  const sound: Open = (ctx, visitor) =>
    sendSound(ctx, ports, report, visitor, ctx.params['fileName'] ?? '');
  const listOf =
    (format: DoorFormat): Open =>
    (ctx, visitor) =>
      sendList(ctx, ports, tags, visitor, format);

  return [
    behindLink('bundle.zip', 'bundle', bundle),
    behindLink('sounds/:fileName', 'sound', sound),
    onPage('bundle.zip', bundle),
    onPage('sounds/:fileName', sound),
    ...formats.flatMap((format) => [
      behindLink(format.code, format.code === MANIFEST ? 'manifest' : 'list', listOf(format)),
      onPage(`listes/${format.code}`, listOf(format)),
    ]),
  ].map((route) => guard(route, report));
}

type Open = (ctx: WebContext, visitor: Visitor) => Promise<void>;

async function enterByLink(
  ctx: WebContext,
  ports: Ports,
  door: DoorKind,
  open: Open,
): Promise<void> {
  const secret = ctx.params['token'] ?? '';
  const found = SECRET.test(secret) ? await tokenForDoor(ports, secret, door) : null;
  if (found === null) return say(ctx, 404, NO_SUCH_DOOR);
  const { token, head } = found;
  await open(ctx, {
    stationCode: token.stationCode,
    through: token.purpose,
    key: token.id,
    head,
    links: linksOfToken(ports.settings.publicUrl, token.purpose, secret),
  });
}

async function enterSignedIn(
  ctx: WebContext,
  { ports, signedIn }: DoorsContext,
  open: Open,
): Promise<void> {
  const stationCode = await signedIn(ctx);
  if (stationCode === null) {
    // Not the sign-in page: a download that is resumed must never glue a page to an archive.
    return sendProblem(ctx, {
      status: 401,
      way: { href: '/station?avis=connexion', words: 'Se connecter' },
    });
  }
  await open(ctx, {
    stationCode,
    through: 'page',
    key: 'page',
    links: linksOfPage(ports.settings.publicUrl),
  });
}
