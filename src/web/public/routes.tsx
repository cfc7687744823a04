import type { Ports } from '../../composition/ports';
import { isStale, type Translation } from '../../domain/messages';
import { isLanguage, isReferenceCode, SOURCE_LANGUAGE } from '../../domain/shared';
import { fingerprintOf } from '../../use-cases/messages';
import {
  guard,
  languageOwnName,
  queryValue,
  sendFile,
  sendPage,
  sendProblem,
  type Report,
  type WebContext,
  type WebRoute,
} from '../shared';
import { shareCard } from './card';
import { homePage } from './home';
import { messageListPage, messagePath } from './message-list';
import { messagePage, STATUS_FORM } from './message-page';
import { published, publishedMessages, type PublishedMessage } from './published';
import { spotsToHear } from './spots-to-hear';
import { wallImageName, wallPage, type ShownEntry, type WallEntry } from './wall';
import { isFilmKey, wallFilm, wallPoster } from './wall-film';

export type PublicExtras = {
  /** What the simulated network shows; an empty list when it is not in use. */
  readonly wallEntries: () => Promise<readonly WallEntry[]>;
  readonly report: Report;
};

/** Pages change when somebody publishes: a browser asks again, at the price of a small answer. */
const FILM_GONE = 'Vidéo introuvable';
const PUBLIC_PAGE = { cacheControl: 'public, no-cache' } as const;

/** The pages that anybody may read. */
export function createPublicRoutes(ports: Ports, extras: PublicExtras): readonly WebRoute[] {
  const routes: readonly WebRoute[] = [
    { method: 'GET', path: '/', handler: (ctx) => showHome(ctx, ports) },
    { method: 'GET', path: '/messages', handler: (ctx) => showList(ctx, ports) },
    { method: 'GET', path: '/messages/:code', handler: (ctx) => showMessage(ctx, ports) },
    { method: 'GET', path: '/messages/:code/card.png', handler: (ctx) => sendCard(ctx, ports) },
    {
      method: 'GET',
      path: '/messages/:code/audio/:renditionId',
      handler: (ctx) => sendAudio(ctx, ports),
    },
    { method: 'GET', path: '/mur', handler: (ctx) => showWall(ctx, ports, extras) },
    {
      method: 'GET',
      path: '/mur/images/:name',
      handler: (ctx) => sendWallImage(ctx, ports, extras),
    },
    {
      method: 'GET',
      path: '/mur/films/:name',
      handler: (ctx) => sendWallFilm(ctx, ports, extras),
    },
    {
      method: 'GET',
      path: '/mur/affiches/:name',
      handler: (ctx) => sendWallPoster(ctx, ports, extras),
    },
  ];
  return routes.map((route) => guard(route, extras.report));
}

async function showHome(ctx: WebContext, ports: Ports): Promise<void> {
  const campaign = await ports.content.campaign();
  await sendPage(ctx, homePage(campaign, await publishedMessages(ports)), PUBLIC_PAGE);
}

async function showList(ctx: WebContext, ports: Ports): Promise<void> {
  const campaign = await ports.content.campaign();
  await sendPage(ctx, messageListPage(campaign, await publishedMessages(ports)), PUBLIC_PAGE);
}

async function showMessage(ctx: WebContext, ports: Ports): Promise<void> {
  const found = await textAskedFor(ctx, ports);
  if (found === null) return;
  const { shown, text } = found;
  const { message, texts } = shown;
  const spots = (await spotsToHear(ports, message.code)).filter(
    ({ spot }) => spot.language === text.language,
  );
  const campaign = await ports.content.campaign();
  const { publicUrl } = ports.settings;
  const french = texts.find(({ language }) => language === SOURCE_LANGUAGE);
  const isOutdated = isStale(text, fingerprintOf(french ?? message.translations.fr));
  await sendPage(ctx, messagePage({ campaign, publicUrl, shown, text, isOutdated, spots }), PUBLIC_PAGE);
}

async function sendCard(ctx: WebContext, ports: Ports): Promise<void> {
  const found = await textAskedFor(ctx, ports);
  if (found === null) return;
  const form = ctx.query['forme'];
  if (form !== undefined && form !== STATUS_FORM) {
    await sendProblem(ctx, {
      status: 400,
      title: 'Format inconnu',
      explanation: `L’image se prend sans « forme », ou avec « forme=${STATUS_FORM} » pour un statut WhatsApp.`,
    });
    return;
  }
  const shape = form === STATUS_FORM ? 'vertical' : 'link';
  const { key, sha256 } = await shareCard(ports, found.text, shape);
  const ending = form === undefined ? '' : `-${STATUS_FORM}`;
  const fileName = `${found.shown.message.code}-${found.text.language}${ending}.png`;
  await sendStored(ctx, ports, { storageKey: key, sha256, mediaType: 'image/png', fileName });
}

async function sendAudio(ctx: WebContext, ports: Ports): Promise<void> {
  const shown = await messageAskedFor(ctx, ports);
  const languages = shown?.texts.map(({ language }) => language) ?? [];
  const heard = shown === null ? [] : await spotsToHear(ports, shown.message.code);
  const wanted = heard.find(
    ({ spot, rendition }) =>
      rendition.id === ctx.params['renditionId'] && languages.includes(spot.language),
  );
  if (wanted === undefined) {
    await sendProblem(ctx, {
      status: 404,
      title: 'Enregistrement introuvable',
      explanation: 'Cet enregistrement n’est pas, ou n’est plus, en ligne.',
      way: { href: '/messages', words: 'Voir les messages' },
    });
    return;
  }
  const asAttachment = queryValue(ctx, 'dl') === '1';
  const isSent = await sendFile(ctx, ports.files, wanted.rendition, {
    asAttachment,
    visibility: 'public',
  });
  if (!isSent) await sendProblem(ctx, { status: 503 });
}

async function showWall(ctx: WebContext, ports: Ports, extras: PublicExtras): Promise<void> {
  const campaign = await ports.content.campaign();
  const shown: ShownEntry[] = [];
  for (const entry of await extras.wallEntries()) {
    const { pictureKey } = entry;
    const film = isFilmKey(pictureKey) ? await wallFilm(ports, pictureKey) : null;
    shown.push({ ...entry, film });
  }
  await sendPage(ctx, wallPage(campaign, shown));
}

/** The key of something that was posted, by the last part of it; null for anything else. */
async function postedKey(ctx: WebContext, extras: PublicExtras): Promise<string | null> {
  const keys = (await extras.wallEntries()).map(({ pictureKey }) => pictureKey);
  return keys.find((key) => key !== null && wallImageName(key) === ctx.params['name']) ?? null;
}

async function sendWallImage(ctx: WebContext, ports: Ports, extras: PublicExtras): Promise<void> {
  const storageKey = await postedKey(ctx, extras);
  if (storageKey === null || isFilmKey(storageKey)) {
    await sendProblem(ctx, { status: 404, title: 'Image introuvable' });
    return;
  }
  const fileName = wallImageName(storageKey);
  const mediaType = fileName.endsWith('.png') ? 'image/png' : 'image/jpeg';
  // The key of a picture is made from what is in it, and no picture is ever replaced under its key.
  await sendStored(ctx, ports, { storageKey, sha256: fileName, mediaType, fileName });
}

/** Whole or in parts: a player asks for what it is about to show. */
async function sendWallFilm(ctx: WebContext, ports: Ports, extras: PublicExtras): Promise<void> {
  const storageKey = await postedKey(ctx, extras);
  if (!isFilmKey(storageKey)) {
    await sendProblem(ctx, { status: 404, title: FILM_GONE });
    return;
  }
  const fileName = wallImageName(storageKey);
  const film = { storageKey, sha256: fileName, mediaType: 'video/mp4', fileName };
  await sendStored(ctx, ports, film, FILM_GONE);
}

async function sendWallPoster(ctx: WebContext, ports: Ports, extras: PublicExtras): Promise<void> {
  const storageKey = await postedKey(ctx, extras);
  const poster = isFilmKey(storageKey) ? await wallPoster(ports, storageKey) : null;
  if (poster === null) {
    await sendProblem(ctx, { status: 404, title: 'Image introuvable' });
    return;
  }
  const { key, sha256 } = poster;
  const card = { storageKey: key, sha256, mediaType: 'image/png', fileName: 'affiche.png' };
  await sendStored(ctx, ports, card);
}

async function sendStored(
  ctx: WebContext,
  ports: Ports,
  file: {
    readonly storageKey: string;
    readonly sha256: string;
    readonly mediaType: string;
    readonly fileName: string;
  },
  whenGone = 'Image introuvable',
): Promise<void> {
  const sizeBytes = await ports.files.sizeOf(file.storageKey);
  const isSent =
    sizeBytes !== null &&
    (await sendFile(ctx, ports.files, { ...file, sizeBytes }, { asAttachment: false, visibility: 'public' }));
  if (!isSent) await sendProblem(ctx, { status: 404, title: whenGone });
}

async function messageAskedFor(ctx: WebContext, ports: Ports): Promise<PublishedMessage | null> {
  const code = ctx.params['code'];
  const message = isReferenceCode(code) ? await ports.content.messageByCode(code) : null;
  return message === null ? null : published(ports, message);
}

/** The text that the address names. When there is none it has been answered, and null comes back. */
async function textAskedFor(
  ctx: WebContext,
  ports: Ports,
): Promise<{ readonly shown: PublishedMessage; readonly text: Translation } | null> {
  const shown = await messageAskedFor(ctx, ports);
  if (shown === null) {
    await sendProblem(ctx, {
      status: 404,
      title: 'Message introuvable',
      explanation: 'Ce message n’est pas, ou n’est plus, en ligne.',
      way: { href: '/messages', words: 'Voir les messages' },
    });
    return null;
  }
  const { message, texts } = shown;
  const asked = ctx.query['langue'];
  const text = asked === undefined ? texts[0] : texts.find(({ language }) => language === asked);
  if (text !== undefined) return { shown, text };
  const isKnown = isLanguage(asked);
  await sendProblem(ctx, {
    status: isKnown ? 404 : 400,
    title: isKnown ? 'Pas encore dans cette langue' : 'Langue inconnue',
    explanation: isKnown
      ? 'Ce message n’est pas en ligne dans cette langue. Il se lit ici :'
      : 'Les langues de la campagne sont le français (fr), le bambara (bm) et le soninké (snk). Ce message se lit ici :',
    more: (
      <ul class="tabs">
        {texts.map(({ language }) => (
          <li>
            <a href={messagePath(message.code, language)} lang={language}>
              {languageOwnName(language)}
            </a>
          </li>
        ))}
      </ul>
    ),
  });
  return null;
}
