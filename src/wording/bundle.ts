import type { Manifest, ManifestFile, TokenPurpose, TokenRefusal } from '../domain/delivery';
import { clockInZone, dayInZone, type CalendarDay } from '../domain/shared';
import { frenchDay, frenchTime, LANGUAGE_NAMES } from './terms';

/** What a link without a sign-in is for. */
export const TOKEN_PURPOSE_NAMES: Readonly<Record<TokenPurpose, string>> = {
  feed: 'Flux et listes, pour un programme',
  bundle: 'Archive ZIP, pour une clé USB',
};

/** By which way a station fetched. */
export const RECEIPT_DOOR_NAMES: Readonly<Record<'page' | TokenPurpose, string>> = {
  page: 'la page de la radio',
  feed: 'un programme',
  bundle: 'l’archive',
};

/** How much of a file one fetch was. */
export const FETCH_KIND_NAMES: Readonly<Record<'whole' | 'resumed' | 'part', string>> = {
  whole: 'fichier entier',
  resumed: 'repris jusqu’à la fin',
  part: 'une partie seulement',
};

/** Why a link cannot be handed out. */
export function tokenRefusalSentence(refusal: TokenRefusal): string {
  return refusal.kind === 'label-missing'
    ? 'Donnez un nom à ce lien : à qui ou à quel programme il est remis.'
    : `Ce nom est trop long : ${refusal.maximum} caractères au plus.`;
}

/** What a program reads where a link opens nothing: it does not learn why. */
export const NO_SUCH_DOOR =
  'Cette adresse n’ouvre rien : elle est incomplète, ou elle a été retirée. Demandez-en une nouvelle à la campagne.';

export const FILE_GONE =
  'Ce fichier n’est plus à diffuser : il a été remplacé ou retiré. Effacez-le, puis lisez la liste de nouveau.';

export const FILE_UNKNOWN =
  'Ce fichier n’est pas dans la liste de votre radio. Lisez la liste de nouveau.';

export const LIST_QUESTION_WRONG =
  'Indiquez un jour de la liste (jour=2026-12-01) et une heure de 0 à 23 (heure=7), ou rien.';

export const BUNDLE_QUESTION_WRONG =
  'Indiquez un numéro de liste, par exemple depuis=12, ou rien pour tout recevoir.';

export const UNAVAILABLE =
  'Un fichier manque sur le serveur. Essayez de nouveau plus tard ; si cela continue, appelez la campagne.';

export function bundleMissingSentence(
  answer: {
    readonly kind: 'gone' | 'unknown-version';
    readonly version: number;
    readonly newest: number;
  },
  newestUrl: string,
): string {
  const why =
    answer.kind === 'gone'
      ? `La liste ${answer.version} ne peut plus être donnée : un de ses fichiers a été remplacé ou retiré, ou elle est trop ancienne.`
      : `Il n’y a pas de liste ${answer.version}.`;
  return `${why} La plus récente porte le numéro ${answer.newest} : ${newestUrl}`;
}

type ReadMe = {
  readonly manifest: Manifest;
  /** The list that the station followed before; null: everything is in the bundle. */
  readonly since: Manifest | null;
  /** The sounds in the bundle. */
  readonly files: readonly ManifestFile[];
  readonly toDelete: readonly string[];
};

/**
 * What is in a bundle and what to do with it, for somebody with a USB stick and no line. Windows's Notepad of 2009 reads it:
 * UTF-8 with its mark, and CRLF.
 */
export function readMeText({ manifest, since, files, toDelete }: ReadMe): string {
  const { stationName, stationCode, campaignName, version, from, to } = manifest;
  const sections = [
    [
      `${campaignName} – ${stationName} (${stationCode})`,
      `Liste ${version}, du ${frenchDay(from)} au ${frenchDay(to)}`,
      since === null
        ? 'Tout ce que votre radio doit avoir pour ces jours.'
        : `Seulement ce qui a changé depuis la liste ${since.version}.`,
    ],
    whatToDo(files, toDelete, since),
    titled('À NE PLUS DIFFUSER', recalledLines(manifest)),
    titled('À EFFACER, s’ils sont sur votre ordinateur', toDelete),
    titled('URGENT : À DIFFUSER DÈS MAINTENANT', urgentLines(manifest)),
    titled('SONS DE CETTE ARCHIVE', files.map(fileLine)),
    ...programmeSections(manifest),
    ['Dites ensuite ce qui a été diffusé, sur votre page ou au téléphone. Merci.'],
  ];
  const text = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\r\n'))
    .join('\r\n\r\n');
  return `\ufeff${text}\r\n`;
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `- ${line}`)];
}

function whatToDo(
  files: readonly ManifestFile[],
  toDelete: readonly string[],
  since: Manifest | null,
): readonly string[] {
  if (files.length === 0 && toDelete.length === 0) {
    return ['Aucun son nouveau : gardez ceux que vous avez.'];
  }
  return [
    'CE QU’IL FAUT FAIRE',
    '1. Copiez tous les fichiers de cette archive dans le dossier des spots, sur l’ordinateur de diffusion.',
    '2. Gardez-les dans un même dossier : les listes de lecture (.m3u) cherchent les sons à côté d’elles.',
    ...(since === null
      ? ['3. Effacez les anciens sons de la campagne qui ne sont pas nommés dans ce texte.']
      : toDelete.length > 0
        ? ['3. Effacez les fichiers nommés plus bas.']
        : []),
  ];
}

function recalledLines(manifest: Manifest): readonly string[] {
  return manifest.tombstones.map(({ spotCode, reason, recalledAt }) => {
    const day = frenchDay(dayInZone(recalledAt, manifest.timeZone));
    return `Spot ${spotCode}, retiré le ${day}${reason === '' ? '' : ` : ${oneLine(reason)}`}`;
  });
}

function urgentLines(manifest: Manifest): readonly string[] {
  return manifest.files
    .filter(({ isUrgent }) => isUrgent)
    .map((file) => `${file.spotCode} ${oneLine(file.title)} : ${file.fileName}`);
}

function fileLine(file: ManifestFile): string {
  const { fileName, title, language, flightStart, flightEnd } = file;
  return `${fileName} : ${oneLine(title)} (${LANGUAGE_NAMES[language]}), du ${frenchDay(flightStart)} au ${frenchDay(flightEnd)}`;
}

function programmeSections(manifest: Manifest): readonly (readonly string[])[] {
  const titles = new Map(manifest.files.map(({ spotCode, title }) => [spotCode, title]));
  const days = new Map<CalendarDay, string[]>();
  for (const { airDate, spotCode, windowStart, windowEnd } of manifest.slots) {
    const at = (instant: Date) => frenchTime(clockInZone(instant, manifest.timeZone));
    const line = `entre ${at(windowStart)} et ${at(windowEnd)} : ${spotCode} ${oneLine(titles.get(spotCode) ?? '')}`;
    days.set(airDate, [...(days.get(airDate) ?? []), line]);
  }
  return [...days].map(([day, lines]) => titled(`PROGRAMME DU ${frenchDay(day)}`, lines));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
