import type {
  ConflictReason,
  FlightConflict,
  FlightRefusal,
  MakeGoodRefusal,
  MoveRefusal,
} from '../domain/broadcast';
import { slotRefusalSentence } from './broadcast';
import { holdSentence } from './consent';
import { frenchDay, frenchTime, LANGUAGE_NAMES } from './terms';

/** French names of a flight's priority. */
export const PRIORITY_NAMES: Readonly<Record<number, string>> = {
  1: '1, la plus basse',
  2: '2',
  3: '3, normale',
  4: '4',
  5: '5, la plus haute',
};

const number = new Intl.NumberFormat('fr-FR');

const INCOMPLETE = {
  name: 'Donnez un nom à la vague de diffusion.',
  spots: 'Choisissez au moins un spot.',
  stations: 'Choisissez au moins une radio.',
  weekdays: 'Choisissez au moins un jour de la semaine.',
  dayparts: 'Indiquez au moins une plage horaire.',
} as const;

const NUMBERS = {
  timesADay: 'Le nombre de diffusions par jour',
  windowMinutes: 'La durée d’un créneau, en minutes,',
  separationMinutes: 'L’écart entre deux spots du même message, en minutes,',
  capADay: 'Le plafond par jour et par radio',
  priority: 'La priorité',
} as const;

const MANY = { spots: 'spots', dayparts: 'plages horaires' } as const;

/** What the desk says of a flight that is not even looked at; the last two kinds come from the desk itself. */
export type FlightSentenceRefusal =
  FlightRefusal | { readonly kind: 'unknown-flight' } | { readonly kind: 'flight-plans-nothing' };

/** The French sentence for a reason why a flight was neither shown nor written. */
export function flightRefusalSentence(refusal: FlightSentenceRefusal): string {
  switch (refusal.kind) {
    case 'flight-incomplete':
      return INCOMPLETE[refusal.what];
    case 'flight-name-too-long':
      return `Le nom compte ${refusal.maximum} caractères au plus.`;
    case 'flight-day-malformed':
      return refusal.day === ''
        ? 'Indiquez le premier et le dernier jour.'
        : `« ${refusal.day} » n’est pas un jour du calendrier. Écrivez AAAA-MM-JJ.`;
    case 'flight-ends-before-it-begins':
      return 'Le dernier jour vient avant le premier. Corrigez les dates.';
    case 'flight-too-long':
      return `Cette vague durerait ${number.format(refusal.days)} jours ; ${refusal.maximum} au plus. Raccourcissez-la, puis planifiez la suite plus tard.`;
    case 'flight-without-days':
      return 'Aucun des jours de la semaine choisis ne tombe entre ces dates.';
    case 'daypart-malformed':
      return `La plage de « ${refusal.from} » à « ${refusal.to} » ne convient pas : le début vient avant la fin, le même jour. Pour passer minuit, faites deux plages.`;
    case 'dayparts-overlap':
      return 'Deux plages horaires se chevauchent. Séparez-les.';
    case 'flight-number-out-of-range':
      return `${NUMBERS[refusal.what]} est un nombre entier de ${refusal.minimum} à ${number.format(refusal.maximum)}.`;
    case 'too-many-of':
      return `Trop de ${MANY[refusal.what]} : ${refusal.maximum} au plus dans une vague.`;
    case 'too-few-windows':
      return `Les plages horaires n’offrent que ${refusal.windows} créneaux par jour, pour ${refusal.timesADay} diffusions. Élargissez les plages ou raccourcissez les créneaux.`;
    case 'shares-not-whole':
      return `Les parts des langues font ${number.format(refusal.total)} % : elles doivent faire 100 % en nombres entiers, ou rester vides.`;
    case 'flight-too-large':
      return `Cette vague ferait ${number.format(refusal.slots)} diffusions ; ${number.format(refusal.maximum)} au plus. Vérifiez les dates et le nombre par jour.`;
    case 'flight-unknown-spot':
      return `Le spot ${refusal.spotCode} n’existe pas.`;
    case 'flight-unknown-station':
      return `La radio ${refusal.stationCode} n’existe pas.`;
    case 'unknown-flight':
      return 'Cette vague de diffusion n’existe pas.';
    case 'flight-plans-nothing':
      return 'Aucune diffusion ne peut être planifiée : l’aperçu dit pourquoi.';
  }
}

function reasonSentence(reason: ConflictReason): string {
  switch (reason.kind) {
    case 'language-not-spoken':
      return `${reason.stationCode} n’émet pas en ${LANGUAGE_NAMES[reason.language]} : le spot ${reason.spotCode} n’y passera pas.`;
    case 'not-prepared':
      return reason.profileCode === null
        ? `${reason.stationCode} n’a pas de format de livraison : choisissez-le dans sa fiche.`
        : `Le spot ${reason.spotCode} n’a pas encore de fichier pour ${reason.stationCode} (format ${reason.profileCode}).`;
    case 'outside-spot-dates':
      return `Le spot ${reason.spotCode} se diffuse du ${frenchDay(reason.flightStart)} au ${frenchDay(reason.flightEnd)} seulement.`;
    case 'held-back':
      return `Le spot ${reason.spotCode} est retenu. ${reason.reasons.map(holdSentence).join(' ')}`;
    case 'outside-flight-dates':
      return 'Le créneau finirait après le dernier jour de la vague.';
    case 'past':
      return `${reason.stationCode} : l’heure est déjà passée.`;
    case 'time-skipped':
      return `${reason.stationCode} : l’heure change et ${frenchTime(reason.time)} n’existe pas ce jour-là.`;
    case 'separation':
      return `${reason.stationCode} : il n’y aurait pas ${reason.minutes} minutes entre deux spots du même message.`;
    case 'cap-reached':
      return `${reason.stationCode} : le plafond de ${reason.cap} diffusions par jour est atteint.`;
    case 'window-taken':
      return reason.priority === null
        ? `${reason.stationCode} : le spot ${reason.spotCode}, placé à la main, occupe le créneau.`
        : `${reason.stationCode} : le spot ${reason.spotCode} occupe le créneau (priorité ${reason.priority}, ou déjà chez la radio).`;
    case 'share-used-up':
      return `${reason.stationCode} : la part du ${LANGUAGE_NAMES[reason.language]} est atteinte, et aucune autre langue ne convient.`;
    case 'daypart-full':
      return `${reason.stationCode} : tous les créneaux de la plage sont pris par cette vague.`;
    case 'share-without-spot':
      return `Une part est prévue pour le ${LANGUAGE_NAMES[reason.language]}, mais aucun spot de la vague n’est dans cette langue.`;
  }
}

/** A conflict of a flight, with its days and how much it costs. */
export function conflictSentence({ reason, count, firstDay, lastDay }: FlightConflict): string {
  if (count === 0) return reasonSentence(reason);
  const lost =
    count === 1 ? 'Une diffusion touchée' : `${number.format(count)} diffusions touchées`;
  const when =
    firstDay === lastDay
      ? `le ${frenchDay(firstDay)}`
      : `du ${frenchDay(firstDay)} au ${frenchDay(lastDay)}`;
  return `${reasonSentence(reason)} ${lost}, ${when}.`;
}

/** The French sentence for a reason why a slot cannot be moved. */
export function moveRefusalSentence(refusal: MoveRefusal): string {
  switch (refusal.kind) {
    case 'move-cancelled':
      return 'Cette diffusion est annulée. Rechargez la page.';
    case 'move-begun':
      return 'L’heure de cette diffusion est venue : elle ne se déplace plus. Notez ce que dit la radio.';
    case 'move-answered':
      return 'La radio a déjà répondu pour cette diffusion : elle reste dans le registre.';
    case 'move-nowhere':
      return 'C’est déjà la radio, le jour et l’heure prévus. Changez-en un.';
    case 'move-make-good-elsewhere':
      return `Un rattrapage reste sur la radio qui a manqué la diffusion (${refusal.stationCode}). Ajoutez plutôt une diffusion sur l’autre radio.`;
    case 'move-outside-flight':
      return `La vague « ${refusal.name} » va du ${frenchDay(refusal.from)} au ${frenchDay(refusal.to)}. Restez entre ces dates, ou changez la vague.`;
    case 'move-taken':
      return 'Le même spot est déjà prévu à cette heure, ou quelqu’un vient de changer cette diffusion. Rechargez la page.';
    default:
      return slotRefusalSentence(refusal);
  }
}

/** The French sentence for a reason why a missed slot cannot be made good. */
export function makeGoodRefusalSentence(refusal: MakeGoodRefusal): string {
  switch (refusal.kind) {
    case 'not-missed':
      return 'Seule une diffusion manquée se rattrape : notez d’abord la réponse de la radio.';
    case 'already-made-good':
      return 'Un rattrapage est déjà prévu pour cette diffusion.';
    case 'no-window-left':
      return `Il n’y a plus de créneau libre jusqu’au ${frenchDay(refusal.until)}. Prolongez la période, ou ajoutez une diffusion à la main.`;
    default:
      return slotRefusalSentence(refusal);
  }
}
