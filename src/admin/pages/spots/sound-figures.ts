import { decibels, french, levels, spans } from '../../../wording/sound-figures';
import type { SpotOnWire, VersionOnWire } from '../../desk/wire';
import { frenchSize } from '../../parts/figures';
import type { Figure } from './figure-table';

type Profile = SpotOnWire['profiles'][number]['profile'];
type Rendition = NonNullable<SpotOnWire['profiles'][number]['rendition']>;

/** What the check measured of a recording, in the order in which a technician reads it. */
export function masterFigures(version: VersionOnWire): readonly Figure[] {
  const { measurement } = version;
  if (measurement === null) return [];
  const { stereo } = measurement;
  return present([
    ['Fichier', `${measurement.codec}, ${measurement.container}`],
    ['Taille', frenchSize(version.masterSizeBytes)],
    ['Durée', spans(measurement.decodedSeconds)],
    ['Fréquence', `${french(measurement.sampleRateHz)} Hz`],
    ['Canaux', measurement.channels === 1 ? '1 (mono)' : String(measurement.channels)],
    ['Volume moyen', measured(measurement.loudnessLufs, levels)],
    ['Écart de volume', measured(measurement.loudnessRangeLu, (value) => `${french(value)} LU`)],
    ['Crête', measured(measurement.truePeakDbtp, (value) => `${french(value)} dBTP`)],
    ['Silence au début', spans(measurement.silentHeadSeconds)],
    ['Plus longue pause', measured(measurement.longestInnerSilenceSeconds, spans)],
    ['Silence à la fin', spans(measurement.silentTailSeconds)],
    ['Voix au-dessus du bruit', measured(measurement.voiceOverNoiseDb, decibels)],
    ['Décalage (continu)', measured(measurement.dcOffsetPercent, (value) => `${french(value)} %`)],
    [
      'Gauche et droite',
      stereo === undefined || stereo === null
        ? null
        : `corrélation ${measured(stereo.correlation, french)}`,
    ],
    ['Empreinte (SHA-256)', `${version.masterSha256.slice(0, 16)}…`],
  ]);
}

/** What was measured of a station's file after it was made. */
export function renditionFigures(profile: Profile, rendition: Rendition): readonly Figure[] {
  return present([
    ['Format', profile.name],
    ['Nom du fichier', rendition.fileName],
    ['Durée', spans(rendition.durationSeconds)],
    ['Taille', frenchSize(rendition.sizeBytes)],
    [
      'Volume moyen',
      `${measured(rendition.loudnessLufs, levels)} (voulu : ${levels(profile.targetLufs)})`,
    ],
    [
      'Crête',
      `${measured(rendition.truePeakDbtp, (value) => `${french(value)} dBTP`)} (au plus ${french(profile.ceilingDbtp)})`,
    ],
    ['Empreinte (SHA-256)', `${rendition.sha256.slice(0, 16)}…`],
  ]);
}

/** What a file is for, without a word of its technology. */
export function purposeOf({ codec, bitRateKbps, channels }: Profile): string {
  if (codec === 'opus') return 'Fichier pour WhatsApp';
  if (codec === 'wav') return 'Fichier de studio';
  if (bitRateKbps !== null && bitRateKbps <= 48) return 'Fichier très léger';
  if (bitRateKbps !== null && bitRateKbps <= 96) return 'Fichier léger';
  return channels === 2 ? 'Fichier courant, stéréo' : 'Fichier courant';
}

function measured(value: number | null | undefined, words: (value: number) => string): string {
  return value === null || value === undefined ? '–' : words(value);
}

function present(rows: readonly (readonly [string, string | null])[]): readonly Figure[] {
  return rows.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}
