import type { Paper, PaperBlock, PaperPrinter } from '../../../composition/ports';
import {
  livingFiles,
  programmeOf,
  type Manifest,
  type ManifestFile,
  type ProgrammeEntry,
} from '../../../domain/delivery';
import { clockInZone, type CalendarDay } from '../../../domain/shared';
import { groupedNumber } from '../../../domain/stations';
import { frenchDay, frenchTime, LANGUAGE_NAMES } from '../../../wording/terms';
import { formatDay, formatDuration, formatMoment, french } from '../../shared/format';
import type { DoorFormat } from './door-format';
import { compact } from './list-name';
import { oneLine } from './one-line';

/** What a station's day goes by in text messages and on the telephone: its code, and the number of the line of each window. */
export type SheetCode = {
  readonly code: string;
  readonly lines: readonly { readonly slotId: string; readonly line: number }[];
};

/** The day's code and lines; null while the day has none. */
export type SheetCodeOf = (stationCode: string, day: CalendarDay) => Promise<SheetCode | null>;

/** Its address and its French name. */
export const DAY_SHEET = { code: 'feuille.pdf', name: 'Feuille du jour à imprimer (PDF)' } as const;

/** The sheet that hangs in the studio: what to air and when, boxes to tick, and the texts to read if a file cannot be played. */
export function daySheet(paper: PaperPrinter, codeOf: SheetCodeOf): DoorFormat {
  return {
    ...DAY_SHEET,
    async write(manifest, _links, asked) {
      const day = asked.day ?? manifest.from;
      const code = await codeOf(manifest.stationCode, day);
      return {
        mediaType: 'application/pdf',
        fileName: `${manifest.stationCode}-${compact(day)}-feuille.pdf`,
        body: await paper.print(sheetOf(manifest, day, code)),
      };
    },
  };
}

function sheetOf(manifest: Manifest, day: CalendarDay, code: SheetCode | null): Paper {
  const longDay = formatDay(day, { year: true });
  const campaign = oneLine(manifest.campaignName);
  const station = oneLine(manifest.stationName);
  const entries = programmeOf(manifest, { day });
  return {
    title: `Feuille du ${longDay}, ${station}`,
    author: campaign,
    subject: `Diffusions de ${station} (${manifest.stationCode})`,
    foot: french(
      `${campaign} – ${manifest.stationCode} – ${frenchDay(day)} – liste no ${manifest.version}, arrêtée le ${formatMoment(manifest.frozenAt, manifest.timeZone)}`,
    ),
    pageLabel: (page, pages) => `Page ${page} sur ${pages}`,
    madeAt: manifest.frozenAt,
    heading: { over: campaign, main: station, under: `Feuille du ${longDay}` },
    blocks: [
      ...(code === null ? [] : [codeBlock(code, manifest.smsNumber ?? null)]),
      ...urgentBlocks(manifest),
      ...recalledBlocks(manifest),
      { kind: 'heading', text: 'À diffuser' },
      ...taskBlocks(entries, code),
      ...struckBlocks(manifest, day, code),
      ...readingBlocks(entries),
    ],
  };
}

/** Without a number that messages go to, the code is for the telephone alone. */
function codeBlock({ code }: SheetCode, smsNumber: string | null): PaperBlock {
  if (smsNumber === null) {
    const lines = ['Code de cette journée.', 'Au téléphone, dites-le avec le numéro de la ligne.'];
    return { kind: 'code', code, lines: lines.map(french) };
  }
  return {
    kind: 'code',
    code,
    lines: [
      `Par SMS au ${groupedNumber(smsNumber)}, quand la journée est finie :`,
      `OK ${code}   pour dire que tout est passé`,
      `OK ${code} SAUF 3 COURANT   si la ligne 3 n’est pas passée`,
      'Raisons : COURANT, EMETTEUR, RESEAU, FICHIER, PERSONNE, REFUS',
    ].map(french),
  };
}

/** What must go on air at once stands on top, ready to be read. */
function urgentBlocks(manifest: Manifest): readonly PaperBlock[] {
  return livingFiles(manifest)
    .filter(({ isUrgent }) => isUrgent)
    .map((file) => ({ ...readingBlock(file), mark: 'URGENT : à passer dès que possible' }));
}

function recalledBlocks({ tombstones }: Manifest): readonly PaperBlock[] {
  if (tombstones.length === 0) return [];
  const codes = tombstones.map(({ spotCode }) => spotCode).join(', ');
  return [
    { kind: 'heading', text: 'À ne plus diffuser' },
    {
      kind: 'text',
      size: 'large',
      isBold: true,
      text: french(`Spots retirés : ${codes}. Effacez leurs fichiers de tous vos appareils.`),
    },
  ];
}

function taskBlocks(
  entries: readonly ProgrammeEntry[],
  code: SheetCode | null,
): readonly PaperBlock[] {
  if (entries.length === 0) {
    return [{ kind: 'text', size: 'large', text: 'Aucune diffusion n’est prévue ce jour-là.' }];
  }
  const lines = lineNumbers(code);
  return entries.map(({ slot, file, startsAt, endsAt }): PaperBlock => ({
    kind: 'task',
    number: String(lines.get(slot.slotId) ?? ''),
    when: `${frenchTime(startsAt)}\nà ${frenchTime(endsAt)}`,
    title: nameOf(file),
    lines: [factsOf(file), french(`Fichier : ${file.fileName}`)],
    ticks: ['Diffusé', 'Pas diffusé'],
    blank: french('Heure ou raison :'),
  }));
}

/** What an earlier sheet asked for: an old one may still hang beside this one. */
function struckBlocks(
  manifest: Manifest,
  day: CalendarDay,
  code: SheetCode | null,
): readonly PaperBlock[] {
  const struck = (manifest.cancelledSlots ?? []).filter(({ airDate }) => airDate === day);
  if (struck.length === 0) return [];
  const lines = lineNumbers(code);
  const files = new Map(manifest.files.map((file) => [file.spotCode, file]));
  return [
    { kind: 'heading', text: 'Annulé : ne diffusez pas' },
    ...struck.map(({ slotId, spotCode, windowStart, windowEnd }): PaperBlock => {
      const file = files.get(spotCode);
      const [from, to] = [windowStart, windowEnd].map((at) =>
        frenchTime(clockInZone(at, manifest.timeZone)),
      );
      return {
        kind: 'struck',
        number: String(lines.get(slotId) ?? ''),
        when: `${from} à ${to}`,
        title: file === undefined ? `Spot ${spotCode}` : nameOf(file),
        line: 'Annulé',
      };
    }),
  ];
}

/** The number of the line of each window, by its slot. */
function lineNumbers(code: SheetCode | null): ReadonlyMap<string, number> {
  return new Map(code?.lines.map(({ slotId, line }) => [slotId, line]));
}

/** Each text of the day once, urgent ones apart: they stand on top already. */
function readingBlocks(entries: readonly ProgrammeEntry[]): readonly PaperBlock[] {
  const files = new Map(entries.map(({ file }) => [file.spotCode, file]));
  const texts = [...files.values()].filter(
    ({ isUrgent, liveText }) => !isUrgent && liveText.trim() !== '',
  );
  if (texts.length === 0) return [];
  return [
    { kind: 'heading', text: 'À lire à l’antenne si le fichier ne passe pas' },
    ...texts.map(readingBlock),
  ];
}

function readingBlock(file: ManifestFile): Extract<PaperBlock, { readonly kind: 'reading' }> {
  const text = file.liveText.trim();
  return {
    kind: 'reading',
    title: `${nameOf(file)} – ${factsOf(file)}`,
    text: text === '' ? french(`Pas de texte à lire. Passez le fichier : ${file.fileName}`) : text,
  };
}

function nameOf(file: ManifestFile): string {
  return `${file.spotCode} ${oneLine(file.title)}`;
}

function factsOf(file: ManifestFile): string {
  return `${LANGUAGE_NAMES[file.language]}, ${formatDuration(file.durationSeconds)}`;
}
