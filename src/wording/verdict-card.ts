import type { VerdictReason } from '../domain/audio';
import { decibels, french, levels, spans, twoDecimals } from './sound-figures';

/** One reason of a verdict as a card: what it is, what to do, and the two figures for whoever wants them. */
export type VerdictCard = {
  readonly title: string;
  readonly advice: string;
  /** Null where nothing was measured. */
  readonly figures: { readonly measured: string; readonly expected: string } | null;
};

/** @param nameOf what a delivery profile is called, by its code. */
export function verdictCard(reason: VerdictReason, nameOf: (code: string) => string): VerdictCard {
  switch (reason.kind) {
    case 'not-a-sound':
      return {
        title: 'Ce fichier n’est pas un son',
        advice:
          'Il est peut-être arrivé abîmé. Écoutez-le sur votre appareil, puis renvoyez l’enregistrement d’origine.',
        figures: null,
      };
    case 'format-not-accepted':
      return {
        title: 'Ce type de fichier n’est pas accepté',
        advice: 'Enregistrez de nouveau avec le dictaphone du téléphone, ou par WhatsApp.',
        figures: {
          measured: `${reason.codec} (${reason.container})`,
          expected: 'WAV, MP3, M4A, OGG, AMR ou FLAC',
        },
      };
    case 'too-long':
      return {
        title: 'Trop long',
        advice: 'Coupez-le, ou faites-en plusieurs spots.',
        figures: {
          measured: spans(reason.measuredSeconds),
          expected: `${spans(reason.maximumSeconds)} au plus`,
        },
      };
    case 'too-short':
      return {
        title: 'Trop court',
        advice: 'Vérifiez que tout a été enregistré, puis renvoyez le son.',
        figures: {
          measured: spans(reason.measuredSeconds),
          expected: `${spans(reason.minimumSeconds)} au moins`,
        },
      };
    case 'too-many-channels':
      return {
        title: 'Trop de pistes',
        advice: 'Exportez-le en mono ou en stéréo, puis renvoyez-le.',
        figures: { measured: `${reason.measured} pistes`, expected: `${reason.maximum} au plus` },
      };
    case 'truncated':
      return {
        title: 'Le son est coupé avant la fin',
        advice: 'L’envoi ou la copie s’est sans doute arrêté en route : renvoyez-le.',
        figures: {
          measured: spans(reason.decodedSeconds),
          expected: `${spans(reason.declaredSeconds)}, comme annoncé`,
        },
      };
    case 'silent':
      return {
        title: 'On n’entend rien',
        advice: 'Vérifiez que le micro est branché et allumé, puis recommencez.',
        figures: null,
      };
    case 'too-quiet':
      return {
        title: 'La voix est trop faible',
        advice:
          'Montée à l’antenne, elle souffle. Rapprochez le micro, à une main de la bouche, et recommencez.',
        figures: {
          measured: levels(reason.measuredLufs),
          expected: `${levels(reason.minimumLufs)} au moins`,
        },
      };
    case 'quiet':
      return {
        title: 'La voix est faible',
        advice:
          'Le bruit de la pièce peut s’entendre. La prochaine fois, rapprochez le micro, à une main de la bouche.',
        figures: {
          measured: levels(reason.measuredLufs),
          expected: `${levels(reason.minimumLufs)} au moins`,
        },
      };
    case 'uneven-level':
      return {
        title: 'Le volume est très inégal',
        advice:
          'Les éclats seront écrasés. Gardez la même distance au micro, et évitez les claquements.',
        figures: {
          measured: `écart de ${decibels(reason.measuredCrestLu)}`,
          expected: `${decibels(reason.maximumCrestLu)} au plus`,
        },
      };
    case 'clipped':
      return {
        title: 'Le son sature',
        advice: 'Éloignez un peu le micro, ou baissez le niveau d’enregistrement.',
        figures: {
          measured: `crête à ${decibels(reason.measuredDbtp)}`,
          expected: `${decibels(reason.maximumDbtp)} au plus`,
        },
      };
    case 'silent-head':
      return {
        title: 'Un long silence au début',
        advice: 'Coupez le début : l’auditeur croira la radio en panne.',
        figures: silence(reason),
      };
    case 'silent-tail':
      return {
        title: 'Un long silence à la fin',
        advice: 'Coupez la fin : l’auditeur croira la radio en panne.',
        figures: silence(reason),
      };
    case 'inner-silence':
      return {
        title: 'Un long silence au milieu',
        advice: 'Coupez ce passage : l’auditeur croira la radio en panne.',
        figures: silence(reason),
      };
    case 'one-ear':
      return {
        title: `On n’entend que le côté ${reason.channel === 'left' ? 'gauche' : 'droit'}`,
        advice:
          'Ce côté seul est envoyé aux radios. La prochaine fois, vérifiez la prise du micro ou enregistrez en mono.',
        figures: {
          measured: `écart de ${decibels(reason.measuredDifferenceDb)}`,
          expected: `${decibels(reason.maximumDifferenceDb)} au plus`,
        },
      };
    case 'antiphase':
      return {
        title: 'Les deux côtés s’annulent',
        advice:
          'En mono, la voix disparaîtrait : le côté gauche seul est envoyé aux radios. Faites vérifier le câble du micro, ou enregistrez en mono.',
        figures: {
          measured: `corrélation de ${twoDecimals(reason.measuredCorrelation)}`,
          expected: `${twoDecimals(reason.minimumCorrelation)} au moins`,
        },
      };
    case 'dc-offset':
      return {
        title: 'L’appareil décale le son',
        advice:
          'On peut entendre un claquement au début et à la fin. Essayez un autre micro ou un autre câble.',
        figures: {
          measured: `${french(reason.measuredPercent)} %`,
          expected: `${french(reason.maximumPercent)} % au plus`,
        },
      };
    case 'noisy':
      return {
        title: 'Beaucoup de bruit autour de la voix',
        advice:
          'Rapprochez le micro, coupez le ventilateur et le moteur, mettez-vous à l’abri du vent.',
        figures: {
          measured: `la voix dépasse le bruit de ${decibels(reason.measuredDb)}`,
          expected: `${decibels(reason.minimumDb)} au moins`,
        },
      };
    case 'out-of-reach':
      return {
        title: 'Trop inégal pour être monté comme il faut',
        advice: `Concerne : ${reason.profileCodes.map(nameOf).join(', ')}. Gardez la même distance au micro, évitez les claquements, et refaites l’enregistrement.`,
        figures: {
          measured: `il manque ${decibels(reason.measuredShortfallLu)}`,
          expected: `${decibels(reason.maximumShortfallLu)} au plus`,
        },
      };
    case 'off-target':
      return {
        title: `Fichier retenu : ${nameOf(reason.profileCode)}`,
        advice:
          'Il n’est pas envoyé aux radios, car il n’a pas le bon volume. Écoutez l’enregistrement, refaites-le avec une voix plus régulière, ou faites préparer de nouveau.',
        figures: {
          measured: missed(reason.measuredLufs, reason.measuredDbtp),
          expected: `${levels(reason.targetLufs)}, crête à ${decibels(reason.ceilingDbtp)} au plus`,
        },
      };
  }
}

function silence(reason: { readonly measuredSeconds: number; readonly maximumSeconds: number }) {
  return {
    measured: spans(reason.measuredSeconds),
    expected: `${spans(reason.maximumSeconds)} au plus`,
  };
}

function missed(lufs: number | null, dbtp: number | null): string {
  const level = lufs === null ? 'aucun volume mesurable' : levels(lufs);
  return dbtp === null ? level : `${level}, crête à ${decibels(dbtp)}`;
}
