import type {
  LimitRefusal,
  SettableLimit,
  SpotVersionState,
  SubmitRefusal,
  VerdictReason,
} from '../domain/audio';

/** French names of where a recording stands. */
export const SPOT_VERSION_STATE_NAMES: Readonly<Record<SpotVersionState, string>> = {
  received: 'Reçu',
  checking: 'Vérification du son',
  refused: 'Refusé',
  preparing: 'Préparation pour les radios',
  ready: 'Prêt',
  failed: 'Échec de la préparation',
  kept: 'Gardé à part',
  erased: 'Détruit',
};

const tenth = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
const hundredth = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

/** The French sentence for an upload that was not taken in. */
export function submitRefusalSentence(refusal: SubmitRefusal): string {
  switch (refusal.kind) {
    case 'unknown-spot':
      return `Le spot ${refusal.spotCode} n’existe pas. Vérifiez son code.`;
    case 'empty':
      return 'Le fichier est vide. Vérifiez que l’enregistrement s’écoute sur votre appareil, puis renvoyez-le.';
    case 'same-as-protected':
      return 'Ce fichier est l’enregistrement d’un témoin protégé : il ne peut servir à rien d’autre. Vérifiez le fichier choisi, puis envoyez le bon.';
    case 'too-large':
      return `Le fichier est trop lourd : ${megabytes(refusal.maximumBytes)} Mo au plus. Envoyez-le en MP3 ou en M4A, ou raccourcissez-le.`;
  }
}

const LIMIT_NAMES: Readonly<Record<SettableLimit, string>> = {
  minimumSeconds: 'La durée minimale',
  refusedBelowLufs: 'Le seuil de la voix trop faible',
  quietBelowLufs: 'Le seuil de la voix faible',
  clippedAboveDbtp: 'Le seuil de saturation',
  maximumCrestLu: 'Le seuil du niveau inégal',
  maximumSilentHeadSeconds: 'Le silence au début',
  maximumSilentTailSeconds: 'Le silence à la fin',
  maximumInnerSilenceSeconds: 'Le silence au milieu',
  maximumDcOffsetPercent: 'Le décalage du son',
  minimumVoiceOverNoiseDb: 'L’écart entre la voix et le bruit',
};

/** The French sentence for a threshold that cannot be set so. */
export function limitRefusalSentence(refusal: LimitRefusal): string {
  switch (refusal.kind) {
    case 'limit-out-of-range':
      return `${LIMIT_NAMES[refusal.limit]} se règle entre ${signed(refusal.minimum)} et ${signed(refusal.maximum)}.`;
    case 'refused-above-warned':
      return 'La voix serait refusée avant d’être signalée : le seuil de refus doit rester au-dessous du seuil d’avertissement.';
  }
}

/** The French sentence, with its advice, for one reason of a verdict. */
export function verdictSentence(reason: VerdictReason): string {
  switch (reason.kind) {
    case 'not-a-sound':
      return 'Ce fichier n’est pas un son, ou il est arrivé abîmé. Écoutez-le sur votre appareil, puis renvoyez l’enregistrement d’origine.';
    case 'format-not-accepted':
      return `Ce format de son (${reason.codec}) n’est pas accepté. Envoyez un fichier WAV, MP3, M4A, OGG, AMR ou FLAC.`;
    case 'too-long':
      return `L’enregistrement dure ${minutes(reason.measuredSeconds)}, pour ${minutes(reason.maximumSeconds)} au plus. Coupez-le, ou faites-en plusieurs spots.`;
    case 'too-short':
      return `L’enregistrement dure ${seconds(reason.measuredSeconds)}, pour ${seconds(reason.minimumSeconds)} au moins. Vérifiez que tout a été enregistré.`;
    case 'too-many-channels':
      return `Le fichier a ${reason.measured} pistes, pour ${reason.maximum} au plus. Exportez-le en mono ou en stéréo.`;
    case 'truncated':
      return `Le fichier est incomplet : il annonce ${seconds(reason.declaredSeconds)} et n’en contient que ${seconds(reason.decodedSeconds)}. L’envoi a sans doute été coupé : renvoyez-le.`;
    case 'silent':
      return 'On n’entend rien. Vérifiez que le micro est branché et allumé, puis recommencez.';
    case 'too-quiet':
      return `La voix est trop faible (${lufs(reason.measuredLufs)}, pour ${lufs(reason.minimumLufs)} au moins) : montée à l’antenne, elle souffle. Rapprochez le micro, à une main de la bouche, et recommencez.`;
    case 'quiet':
      return `La voix est faible (${lufs(reason.measuredLufs)}, ${lufs(reason.minimumLufs)} conseillés) : le bruit de la pièce peut s’entendre. La prochaine fois, rapprochez le micro.`;
    case 'uneven-level':
      return `Le niveau est très inégal (écart de ${tenth.format(reason.measuredCrestLu)} dB, ${tenth.format(reason.maximumCrestLu)} au plus conseillés) : des éclats seront écrasés. Gardez la même distance au micro, et évitez les claquements.`;
    case 'clipped':
      return `Le son sature (crête à ${tenth.format(reason.measuredDbtp)} dB, ${tenth.format(reason.maximumDbtp)} dB au plus). Éloignez un peu le micro ou baissez le niveau d’enregistrement.`;
    case 'silent-head':
      return `Il y a ${seconds(reason.measuredSeconds)} de silence au début, ${seconds(reason.maximumSeconds)} au plus conseillées. Coupez le début.`;
    case 'silent-tail':
      return `Il y a ${seconds(reason.measuredSeconds)} de silence à la fin, ${seconds(reason.maximumSeconds)} au plus conseillées. Coupez la fin.`;
    case 'inner-silence':
      return `Il y a un silence de ${seconds(reason.measuredSeconds)} au milieu, ${seconds(reason.maximumSeconds)} au plus conseillées : l’auditeur croira la radio en panne. Coupez ce passage.`;
    case 'one-ear':
      return `On n’entend que le côté ${reason.channel === 'left' ? 'gauche' : 'droit'} (écart de ${tenth.format(reason.measuredDifferenceDb)} dB, ${tenth.format(reason.maximumDifferenceDb)} dB au plus). Ce côté seul est envoyé aux radios. La prochaine fois, vérifiez la prise du micro ou enregistrez en mono.`;
    case 'antiphase':
      return `Les deux côtés s’annulent (corrélation de ${decimals(reason.measuredCorrelation)}, ${decimals(reason.minimumCorrelation)} au moins) : en mono, la voix disparaîtrait. Le côté gauche seul est envoyé aux radios. Faites vérifier le câble du micro, ou enregistrez en mono.`;
    case 'dc-offset':
      return `L’appareil décale le son (${tenth.format(reason.measuredPercent)} %, ${tenth.format(reason.maximumPercent)} % au plus) : on peut entendre un claquement au début et à la fin. Essayez un autre micro ou un autre câble.`;
    case 'noisy':
      return `Il y a beaucoup de bruit autour de la voix : elle ne dépasse le bruit que de ${tenth.format(reason.measuredDb)} dB, ${tenth.format(reason.minimumDb)} dB au moins conseillés. Rapprochez le micro, coupez le ventilateur et le moteur, mettez-vous à l’abri du vent.`;
    case 'out-of-reach':
      return `Le niveau est trop inégal pour être monté comme il faut (il manque ${tenth.format(reason.measuredShortfallLu)} dB, ${tenth.format(reason.maximumShortfallLu)} dB au plus) ; profils concernés : ${reason.profileCodes.join(', ')}. Gardez la même distance au micro, évitez les claquements, et refaites l’enregistrement.`;
    case 'off-target':
      return `Le fichier du profil ${reason.profileCode} n’est pas envoyé aux radios : ${missWords(reason)}. Écoutez l’enregistrement et refaites-le avec une voix plus régulière, ou appelez votre technicien.`;
  }
}

function decimals(value: number): string {
  return hundredth.format(value).replace('-', '−');
}

function missWords(reason: Extract<VerdictReason, { kind: 'off-target' }>): string {
  const level = reason.measuredLufs === null ? 'aucun niveau mesurable' : lufs(reason.measuredLufs);
  const peak = reason.measuredDbtp === null ? '' : `, crête à ${decibels(reason.measuredDbtp)}`;
  return `${level}${peak}, au lieu de ${lufs(reason.targetLufs)} et ${decibels(reason.ceilingDbtp)} au plus`;
}

function lufs(value: number): string {
  return `${signed(value)} LUFS`;
}

function decibels(value: number): string {
  return `${signed(value)} dB`;
}

function signed(value: number): string {
  return tenth.format(value).replace('-', '−');
}

/** At two and above French takes the plural. */
function seconds(value: number): string {
  return `${tenth.format(value)} seconde${value < 2 ? '' : 's'}`;
}

function minutes(value: number): string {
  const whole = Math.round(value);
  if (whole < 60) return seconds(whole);
  if (whole >= 3600) return `${Math.round(whole / 3600)} h`;
  const rest = whole % 60;
  return rest === 0 ? `${Math.floor(whole / 60)} min` : `${Math.floor(whole / 60)} min ${rest} s`;
}

function megabytes(bytes: number): string {
  return tenth.format(Math.floor((bytes / 1_048_576) * 10) / 10);
}
