import { livingFiles, type ManifestFile } from '../../../domain/delivery';
import { frenchDay, LANGUAGE_NAMES } from '../../../wording/terms';
import { formatDuration, formatSize, french } from '../../shared/format';
import type { DoorFormat } from './door-format';
import { oneLine } from './one-line';

/** WhatsApp takes no larger sound. */
export const WHATSAPP_MAXIMUM_BYTES = 16_000_000;

/** What WhatsApp plays in the chat; WAV and FLAC it takes as a mere document. */
const PLAYED: ReadonlySet<string> = new Set([
  'audio/aac',
  'audio/amr',
  'audio/mp4',
  'audio/mpeg',
  'audio/ogg',
]);

/**
 * The spots to send on by WhatsApp, each with its words and its link. It is fed the manifest in Opus (`manifestInOpus`), the
 * smallest sound that the chat plays.
 */
export const whatsApp: DoorFormat = {
  code: 'whatsapp.txt',
  name: 'Sons pour WhatsApp (Opus, 16 Mo au plus)',
  write(manifest, links) {
    const files = livingFiles(manifest);
    const able = files.filter(fitsWhatsApp);
    const others = files.filter((file) => !fitsWhatsApp(file));
    const blocks = [
      `${oneLine(manifest.campaignName)} – ${oneLine(manifest.stationName)}`,
      french(
        `Du ${frenchDay(manifest.from)} au ${frenchDay(manifest.to)}. Enregistrez le son, puis envoyez-le dans WhatsApp : il pèse peu et se lit dans la discussion.`,
      ),
      ...able.map((file) => `${caption(file)}\n${links.soundUrl(file)}`),
      ...(able.length === 0 ? ['Aucun son à envoyer pour ces jours.'] : []),
      ...others.map((file) =>
        french(
          `${spotName(file)} : pas de son assez léger pour WhatsApp. Demandez-le à la campagne.`,
        ),
      ),
    ];
    return {
      mediaType: 'text/plain; charset=utf-8',
      fileName: `${manifest.stationCode}-whatsapp.txt`,
      body: `${blocks.join('\n\n')}\n`,
    };
  },
};

/** Whether WhatsApp takes the file and plays it in the chat. */
export function fitsWhatsApp(file: Pick<ManifestFile, 'mediaType' | 'sizeBytes'>): boolean {
  const type = file.mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  return PLAYED.has(type) && file.sizeBytes <= WHATSAPP_MAXIMUM_BYTES;
}

function caption(file: ManifestFile): string {
  const facts = [
    LANGUAGE_NAMES[file.language],
    formatDuration(file.durationSeconds),
    formatSize(file.sizeBytes),
    `à diffuser jusqu’au ${frenchDay(file.flightEnd)}`,
  ];
  return french(`${file.isUrgent ? 'URGENT : ' : ''}${spotName(file)}\n${facts.join(', ')}`);
}

function spotName(file: ManifestFile): string {
  return `${file.spotCode} ${oneLine(file.title)}`;
}
