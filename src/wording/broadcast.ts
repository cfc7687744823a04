import type {
  AiringOutcome,
  AiringRefusal,
  EvidenceGrade,
  MissedReason,
  SlotRefusal,
} from '../domain/broadcast';
import { holdSentence } from './consent';
import { frenchDay, frenchTime, LANGUAGE_NAMES } from './terms';

/** French names of what became of a slot. */
export const AIRING_OUTCOME_NAMES: Readonly<Record<AiringOutcome, string>> = {
  aired: 'Diffusé',
  'aired-at-another-time': 'Diffusé à une autre heure',
  unplanned: 'Diffusé sans être prévu',
  missed: 'Pas diffusé',
};

/** French names of why a spot was not aired. */
export const MISSED_REASON_NAMES: Readonly<Record<MissedReason, string>> = {
  power: 'Coupure de courant',
  transmitter: 'Panne de l’émetteur',
  network: 'Pas de réseau',
  'file-missing': 'Fichier manquant',
  staff: 'Personne pour le diffuser',
  refused: 'La radio a refusé',
};

/** French names of how well an airing is proven. */
export const EVIDENCE_GRADE_NAMES: Readonly<Record<EvidenceGrade, string>> = {
  recording: 'Enregistrement de l’antenne',
  imported: 'Journal de diffusion importé',
  page: 'Confirmé par la radio',
  sms: 'Confirmé par SMS',
  telephone: 'Confirmé par téléphone',
};

/** How well an airing is proven, and that the proof is gone where it is. */
export function evidenceInWords(evidence: EvidenceGrade, isErased: boolean): string {
  const name = EVIDENCE_GRADE_NAMES[evidence];
  return isErased ? `${name}, enregistrement effacé` : name;
}

const NOTHING_ASKED = {
  stations: 'Choisissez au moins une radio.',
  days: 'Choisissez au moins un jour.',
  times: 'Choisissez au moins une heure.',
} as const;

const number = new Intl.NumberFormat('fr-FR');

function windowSentence(minimumMinutes: number, maximumMinutes: number): string {
  return `La durée d’un créneau va de ${minimumMinutes} minute à ${maximumMinutes / 60} heures.`;
}

/** The French sentence for a reason why slots cannot be planned. */
export function slotRefusalSentence(refusal: SlotRefusal): string {
  switch (refusal.kind) {
    case 'nothing-asked':
      return NOTHING_ASKED[refusal.what];
    case 'day-malformed':
      return `« ${refusal.day} » n’est pas un jour du calendrier. Écrivez AAAA-MM-JJ.`;
    case 'time-malformed':
      return `« ${refusal.time} » n’est pas une heure. Écrivez HH:MM, par exemple 07:30.`;
    case 'window-malformed':
      return windowSentence(refusal.minimumMinutes, refusal.maximumMinutes);
    case 'too-many-slots':
      return `Ce plan ferait ${number.format(refusal.asked)} diffusions ; ${number.format(refusal.maximum)} au plus en une fois.`;
    case 'unknown-spot':
      return `Le spot ${refusal.spotCode} n’existe pas.`;
    case 'unknown-station':
      return `La radio ${refusal.stationCode} n’existe pas.`;
    case 'language-not-spoken':
      return `La radio ${refusal.stationCode} n’émet pas dans cette langue : ${LANGUAGE_NAMES[refusal.language]}.`;
    case 'not-prepared':
      return refusal.profileCode === null
        ? `La radio ${refusal.stationCode} n’a pas de format de livraison : choisissez-le dans sa fiche.`
        : `Le spot n’est pas encore préparé pour la radio ${refusal.stationCode} (format ${refusal.profileCode}).`;
    case 'in-the-past':
      return `${refusal.stationCode} : le ${frenchDay(refusal.day)} à ${frenchTime(refusal.time)} est déjà passé.`;
    case 'outside-flight':
      return `Le ${frenchDay(refusal.day)} est hors de la période du spot, du ${frenchDay(refusal.flightStart)} au ${frenchDay(refusal.flightEnd)}.`;
    case 'held-back':
      return `Le ${frenchDay(refusal.day)}, le spot est retenu. ${refusal.reasons.map(holdSentence).join(' ')}`;
    case 'time-skipped':
      return `${refusal.stationCode} : le ${frenchDay(refusal.day)}, l’heure change et ${frenchTime(refusal.time)} n’existe pas.`;
  }
}

/** The French sentence for a reason why a confirmation was not written down. */
export function airingRefusalSentence(refusal: AiringRefusal): string {
  switch (refusal.kind) {
    case 'slot-cancelled':
      return 'Cette diffusion a été annulée par la campagne. Si le spot est passé quand même, ajoutez une diffusion non prévue.';
    case 'slot-in-the-future':
      return 'L’heure prévue n’est pas encore venue : confirmez après la diffusion.';
    case 'time-missing':
      return 'Indiquez l’heure de la diffusion.';
    case 'time-malformed':
      return `« ${refusal.time} » n’est pas une heure. Écrivez HH:MM, par exemple 07:30.`;
    case 'day-malformed':
      return `« ${refusal.day} » n’est pas un jour du calendrier. Écrivez AAAA-MM-JJ.`;
    case 'time-skipped':
      return `Le ${frenchDay(refusal.day)}, l’heure change et ${frenchTime(refusal.time)} n’existe pas.`;
    case 'time-in-the-future':
      return 'Cette heure n’est pas encore passée. Vérifiez l’heure de la diffusion.';
    case 'time-outside-window':
      return `Le créneau allait de ${frenchTime(refusal.from)} à ${frenchTime(refusal.to)} : choisissez « diffusé à une autre heure ».`;
    case 'reason-missing':
      return 'Dites pourquoi le spot n’a pas été diffusé.';
    case 'too-long-ago':
      return `Une diffusion non prévue s’ajoute dans les ${refusal.maximumDays} jours.`;
    case 'unknown-spot':
      return refusal.spotCode === ''
        ? 'Indiquez le code du spot, quatre chiffres.'
        : `Le spot « ${refusal.spotCode} » n’existe pas. Le code compte quatre chiffres.`;
    case 'was-planned':
      return `Ce spot était prévu de ${frenchTime(refusal.from)} à ${frenchTime(refusal.to)} : confirmez cette diffusion-là, elle ne comptera qu’une fois.`;
    case 'key-malformed':
      return 'Cette confirmation n’a pas pu être reconnue. Rechargez la page et recommencez.';
    case 'answered-meanwhile':
      return `Entre-temps, une autre réponse a été notée (${AIRING_OUTCOME_NAMES[refusal.outcome].toLowerCase()}${refusal.evidence === 'telephone' ? ', dit au téléphone' : ''}). C’est elle qui compte : ouvrez le programme et corrigez-la si elle est fausse.`;
  }
}
