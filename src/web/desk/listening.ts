import type { Ports } from '../../composition/ports';
import { masterMediaType, type SpotVersion } from '../../domain/audio';
import { drawMaster, drawRendition, findMaster, findRenditionToHear } from '../../use-cases/audio';
import {
  guard,
  sendFile,
  setSlimHeaders,
  type Report,
  type WebContext,
  type WebRoute,
} from '../shared';
import { givePass, passHolder } from './listening-pass';
import {
  answer,
  personOf,
  refuseDesk,
  refuseUnknown,
  type DeskContext,
  type DeskRoute,
} from './route';

const NO_SOUND = 'Ce son n’existe pas ou n’est plus là.';
const NOT_FOR_YOU =
  'L’enregistrement d’origine de ce spot ne peut pas être écouté ici. Écoutez un des fichiers préparés.';
const NO_PICTURE = 'Ce son n’a pas encore d’image : elle est dessinée pendant la vérification.';
const NO_PASS = 'Cette écoute a pris fin. Revenez à la page du spot et appuyez sur « Écouter ».';

/** Their role was asked at the door. */
const LISTENER = { mayHearMasters: true, mayHearProtected: false } as const;

const masterPath = (versionId: string) => `/sounds/masters/${versionId}`;
const renditionPath = (renditionId: string) => `/sounds/renditions/${renditionId}`;

/** Asking to hear a sound, and what it looks like. The answer carries the cookie with which `<audio>` opens its address. */
export function listeningRoutes(ports: Ports): readonly DeskRoute[] {
  const give = (ctx: DeskContext, path: string) => {
    const until = givePass(
      ctx,
      { by: personOf(ctx), path, now: ports.system.now() },
      ports.settings,
    );
    answer(ctx, 201, { data: { url: path, until: until.toISOString() } });
  };

  /** The recording; what is not for this person has been answered. */
  async function masterFor(ctx: DeskContext): Promise<SpotVersion | null> {
    const found = await findMaster(ports, ctx.params['versionId'] ?? '', LISTENER);
    if (found.kind === 'master') return found.version;
    if (found.kind === 'unknown') refuseUnknown(ctx, NO_SOUND);
    else refuseDesk(ctx, 403, [NOT_FOR_YOU]);
    return null;
  }

  return [
    {
      method: 'POST',
      path: '/versions/:versionId/listening',
      action: 'desk.spots.hear-master',
      handler: async (ctx) => {
        const version = await masterFor(ctx);
        if (version !== null) give(ctx, masterPath(version.id));
      },
    },
    {
      method: 'GET',
      path: '/versions/:versionId/picture',
      action: 'desk.spots.hear-master',
      handler: async (ctx) => {
        const version = await masterFor(ctx);
        if (version === null) return;
        const picture = await drawMaster(ports, version);
        if (picture === null) refuseUnknown(ctx, NO_PICTURE);
        else answer(ctx, 200, { data: picture });
      },
    },
    {
      method: 'POST',
      path: '/renditions/:renditionId/listening',
      action: 'desk.spots.read',
      handler: async (ctx) => {
        const rendition = await findRenditionToHear(ports, ctx.params['renditionId'] ?? '');
        if (rendition === null) refuseUnknown(ctx, NO_SOUND);
        else give(ctx, renditionPath(rendition.id));
      },
    },
    {
      method: 'GET',
      path: '/renditions/:renditionId/picture',
      action: 'desk.spots.read',
      handler: async (ctx) => {
        const rendition = await findRenditionToHear(ports, ctx.params['renditionId'] ?? '');
        const picture = rendition === null ? null : await drawRendition(ports, rendition);
        if (rendition === null) refuseUnknown(ctx, NO_SOUND);
        else if (picture === null) refuseUnknown(ctx, NO_PICTURE);
        else answer(ctx, 200, { data: picture });
      },
    },
  ];
}

/** The sounds themselves, to whoever holds a pass; with ranges, so that playing starts at once and seeking is cheap. */
export function createSoundRoutes(ports: Ports, report: Report): readonly WebRoute[] {
  /** Whether the browser holds a pass to this address. When it does not it has been answered. */
  function isExpected(ctx: WebContext): boolean {
    const by = passHolder(ctx, ports.system.now(), ports.settings.digestKey);
    if (by === null) refuse(ctx, 401, NO_PASS);
    return by !== null;
  }

  const routes: readonly WebRoute[] = [
    {
      method: 'GET',
      path: masterPath(':versionId'),
      handler: async (ctx) => {
        if (!isExpected(ctx)) return;
        // The pass says that the role allowed it minutes ago; the recording itself is asked about each time.
        const found = await findMaster(ports, ctx.params['versionId'] ?? '', LISTENER);
        const isSent = found.kind === 'master' && (await send(ctx, asFile(found.version)));
        // A voice as it was recorded does not stay on a shared computer.
        if (isSent) ctx.set('Cache-Control', 'private, no-store');
        else refuse(ctx, found.kind === 'not-for-you' ? 403 : 404, NO_SOUND);
      },
    },
    {
      method: 'GET',
      path: renditionPath(':renditionId'),
      handler: async (ctx) => {
        if (!isExpected(ctx)) return;
        const rendition = await findRenditionToHear(ports, ctx.params['renditionId'] ?? '');
        if (rendition === null || !(await send(ctx, rendition))) refuse(ctx, 404, NO_SOUND);
      },
    },
  ];

  async function send(ctx: WebContext, file: Parameters<typeof sendFile>[2]): Promise<boolean> {
    const isSent = await sendFile(ctx, ports.files, file, {
      asAttachment: false,
      visibility: 'private',
    });
    if (isSent) ctx.set('Cross-Origin-Resource-Policy', 'same-origin');
    return isSent;
  }

  return routes.map((route) => guard(route, report));
}

function asFile(version: SpotVersion) {
  return {
    storageKey: version.masterKey,
    sha256: version.masterSha256,
    sizeBytes: version.masterSizeBytes,
    mediaType: masterMediaType(version.measurement),
    fileName: `${version.spotCode}_v${version.number}`,
  };
}

function refuse(ctx: WebContext, status: number, sentence: string): void {
  setSlimHeaders(ctx, 'private, no-store');
  ctx.status = status;
  ctx.set('Content-Type', 'text/plain; charset=utf-8');
  ctx.body = sentence;
}
