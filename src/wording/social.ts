import { clockInZone, dayInZone } from '../domain/shared';
import type { Language } from '../domain/shared';
import type {
  DeliveryEvent,
  DeliveryState,
  MediaKind,
  Network,
  NotTakenBackReason,
  PictureRefusal,
  PostRefusal,
  VerdictOnUnknown,
  VerdictRefusal,
} from '../domain/social';
import { holdSentence } from './consent';
import { frenchDay, frenchTime, LANGUAGE_NAMES } from './terms';

/** French names of the networks. */
export const NETWORK_NAMES: Readonly<Record<Network, string>> = {
  simulator: 'le mur de simulation',
  x: 'X',
  facebook: 'Facebook',
  telegram: 'Telegram',
};

/** French names of what goes out beside the text, with their article. */
export const MEDIA_NAMES: Readonly<Record<MediaKind, string>> = {
  card: 'Le fichier de la carte',
  photo: 'Le fichier de la photo',
  film: 'Le fichier du film',
};

function megabytes(sizeBytes: number): string {
  return `${(sizeBytes / (1024 * 1024)).toFixed(1).replace('.', ',')} Mo`;
}

const withLanguage = (language: Language) => `en ${LANGUAGE_NAMES[language]}`;

function when(instant: Date, timeZone: string): string {
  const day = frenchDay(dayInZone(instant, timeZone));
  return `${day} à ${frenchTime(clockInZone(instant, timeZone))}`;
}

/** `0.215` as « 0,215 $ ». */
export function dollars(usd: number): string {
  return `${usd.toFixed(3).replace('.', ',')} $`;
}

/** An hour that the clocks leave out in spring. */
export const HOUR_SKIPPED =
  'Cette heure n’existe pas ce jour-là : les horloges avancent. Choisissez une autre heure.';

/**
 * The French sentence for a reason why a post cannot be approved.
 *
 * @param timeZone the campaign's IANA zone, in which instants are told.
 */
export function postRefusalSentence(refusal: PostRefusal, timeZone: string): string {
  switch (refusal.kind) {
    case 'post-not-found':
      return `La publication ${refusal.postCode} n’existe pas.`;
    case 'recalled':
      return `La publication ${refusal.postCode} a été rappelée : elle ne repart plus. Créez-en une nouvelle.`;
    case 'no-text':
      return 'Écrivez le texte de la publication dans une langue au moins.';
    case 'no-due-date':
      return 'Indiquez le jour et l’heure de la publication.';
    case 'due-in-past':
      return `L’heure prévue est passée : cette publication pouvait partir jusqu’au ${when(refusal.deadline, timeZone)}. Choisissez une nouvelle date.`;
    case 'due-after-end':
      return `Cette publication ne doit pas paraître après le ${when(refusal.notAfter, timeZone)}. Choisissez une heure plus tôt, ou changez cette limite.`;
    case 'bad-link':
      return 'Le lien n’est pas une adresse web complète. Écrivez-le en entier, par exemple https://exemple.ml/page.';
    case 'no-account':
      return 'Choisissez au moins un compte.';
    case 'unknown-account':
      return `Le compte ${refusal.accountCode} n’existe pas ou plus.`;
    case 'account-paused':
      return `Le compte ${refusal.accountCode} est en pause. Réactivez-le ou retirez-le de la publication.`;
    case 'account-not-connected':
      return `Le compte ${refusal.accountCode} n’est pas encore connecté. Connectez-le à la page Comptes.`;
    case 'not-your-account':
      return `D’autres personnes publient sur le compte ${refusal.accountCode}. Demandez à l’une d’elles d’approuver, ou retirez ce compte de la publication.`;
    case 'network-not-connected':
      return `Aucune connexion n’est réglée pour ${NETWORK_NAMES[refusal.network]}.`;
    case 'too-long':
      return `Le texte ${withLanguage(refusal.language)} est trop long pour ${NETWORK_NAMES[refusal.network]} : ${refusal.weight} signes comptés, ${refusal.maximum} au plus.`;
    case 'no-card-title':
      return 'Écrivez le titre de l’image, ou joignez une photo.';
    case 'card-title-too-long':
      return `Le titre de l’image ${withLanguage(refusal.language)} est trop long : écrit plus petit, il ne se lirait pas sur un téléphone. Raccourcissez-le.`;
    case 'missing-alt-text':
      return 'Décrivez l’image en une phrase, pour les personnes qui ne la voient pas.';
    case 'alt-text-too-long':
      return `La description de l’image est trop longue pour ${NETWORK_NAMES[refusal.network]} : ${refusal.maximum} signes au plus.`;
    case 'film-held-back':
      return refusal.reasons.length === 0
        ? 'Le film n’est pas prêt, ou vient d’un enregistrement qui a été remplacé. Refaites-le dans la page Spots, puis joignez-le de nouveau.'
        : `Le film ne peut pas sortir. ${refusal.reasons.map(holdSentence).join(' ')}`;
    case 'media-too-large':
      return `${MEDIA_NAMES[refusal.mediaKind]} est trop lourd pour ${NETWORK_NAMES[refusal.network]} : ${megabytes(refusal.sizeBytes)}, ${megabytes(refusal.maximumBytes)} au plus.`;
    case 'film-too-long':
      return `Le film est trop long pour ${NETWORK_NAMES[refusal.network]} : ${refusal.maximumSeconds} secondes au plus.`;
    case 'picture-missing':
      return 'La photo n’est plus dans la réserve de fichiers. Joignez-la de nouveau.';
    case 'held-back':
      return `Retenue ${withLanguage(refusal.language)}. ${refusal.reasons.map(holdSentence).join(' ')}`;
    case 'same-text-twice':
      return `Le texte est le même dans deux langues (${refusal.languages.map((language) => LANGUAGE_NAMES[language]).join(', ')}) : il paraîtrait deux fois.`;
    case 'text-already-planned':
      return `La publication ${refusal.postCode} dit déjà la même chose sur le compte ${refusal.accountCode}, et n’est pas encore partie. Changez l’un des deux textes.`;
    case 'in-flight':
      return `La version ${withLanguage(refusal.language)} est peut-être déjà partie sur le compte ${refusal.accountCode}. Attendez que ce soit éclairci avant d’approuver de nouveau.`;
    case 'changed-meanwhile':
      return 'La publication vient de changer ou de partir. Relisez-la, puis recommencez.';
    case 'all-sent':
      return 'Cette publication est déjà parue partout : elle ne se déplace plus.';
  }
}

/** The French sentence for a reason why a photograph was not attached. */
export function pictureRefusalSentence(refusal: PictureRefusal): string {
  switch (refusal.kind) {
    case 'post-not-found':
      return `La publication ${refusal.postCode} n’existe pas.`;
    case 'not-a-picture':
      return 'Ce fichier n’est pas une photo lisible. Envoyez une image JPEG, PNG, WebP, HEIF ou TIFF.';
  }
}

/** The French sentence for a reason why a person's word on an unknown outcome was not taken. */
export function verdictRefusalSentence(refusal: VerdictRefusal, timeZone: string): string {
  switch (refusal.kind) {
    case 'delivery-not-found':
      return 'Cet envoi n’existe pas.';
    case 'not-unknown':
      return `Il n’y a plus rien à décider. ${deliveryStateSentence(refusal.state)}`;
    case 'too-early':
      return `Le réseau peut encore faire paraître la publication : attendez jusqu’à ${frenchTime(clockInZone(refusal.until, timeZone))}, puis regardez de nouveau.`;
    case 'busy':
      return 'Cet envoi est en cours de vérification. Réessayez dans deux minutes.';
  }
}

/** French names of the states of a delivery, for a badge. */
export const DELIVERY_STATE_NAMES: Readonly<Record<DeliveryState, string>> = {
  queued: 'En attente',
  sending: 'Envoi en cours',
  sent: 'Publié',
  unknown: 'Issue inconnue',
  failed: 'Non publié',
  missed: 'Manqué',
  recalled: 'Rappelé',
};

/** The French sentence that explains the state of a delivery. */
export function deliveryStateSentence(state: DeliveryState): string {
  switch (state) {
    case 'queued':
      return 'La publication partira à l’heure prévue.';
    case 'sending':
      return 'L’envoi a commencé ; la réponse du réseau n’est pas encore enregistrée.';
    case 'sent':
      return 'La publication est en ligne.';
    case 'unknown':
      return 'Le réseau n’a pas répondu clairement. Yeelen relit le fil du compte ; si vous l’avez vérifié vous-même, dites ce que vous avez vu.';
    case 'failed':
      return 'La publication n’est pas partie. Lisez la réponse du réseau, corrigez, puis approuvez de nouveau.';
    case 'missed':
      return 'L’heure était passée depuis trop longtemps : la publication n’est pas partie. Choisissez une nouvelle date et approuvez de nouveau.';
    case 'recalled':
      return 'La publication a été retirée.';
  }
}

/** French names of the two buttons for an unknown outcome. */
export const VERDICT_NAMES: Readonly<Record<VerdictOnUnknown, string>> = {
  'was-published': 'Je l’ai vue en ligne',
  'send-again': 'Elle n’y est pas : renvoyer',
};

/** French lines of a delivery's history; the network's own words are shown beside them. */
export const DELIVERY_EVENT_NAMES: Readonly<Record<DeliveryEvent, string>> = {
  sending: 'Envoi commencé',
  published: 'Publié',
  rejected: 'Refusé par le réseau',
  unauthorized: 'Accès au compte refusé : reconnectez-le',
  'rate-limited': 'Trop d’envois : le réseau demande d’attendre',
  'out-of-credit': 'Crédit épuisé chez le réseau',
  duplicate: 'Le réseau dit l’avoir déjà : vérification',
  unknown: 'Pas de réponse claire du réseau',
  'found-on-timeline': 'Retrouvé sur le fil du compte',
  'not-on-timeline': 'Absent du fil du compte : nouvel essai',
  'timeline-unreadable': 'Le fil du compte ne se laisse pas lire',
  'gave-up': 'Abandonné après trop d’essais',
  missed: 'Trop tard : pas envoyé',
  'account-paused': 'Le compte ne publie pas en ce moment : en attente',
  'held-back': 'Consentement manquant : en attente',
  'picture-changed': 'L’image n’est plus celle qui a été approuvée',
  'approval-voided': 'Modifié depuis l’approbation : pas envoyé',
  'said-published': 'Déclaré publié par une personne',
  'said-send-again': 'Renvoi demandé par une personne',
  moved: 'Déplacé à une autre heure',
  'not-removed': 'N’a pas pu être retiré',
  recalled: 'Retiré',
};

/** The French sentence for a reason why a part of a post could not be taken back. */
export function notTakenBackSentence(reason: NotTakenBackReason): string {
  switch (reason) {
    case 'in-flight':
      return 'L’envoi est en cours. Rappelez de nouveau dans deux minutes.';
    case 'not-settled':
      return 'La publication est peut-être partie, et le réseau peut encore la faire paraître. Rappelez de nouveau dans deux minutes.';
    case 'network-silent':
      return 'Le réseau ne répond pas. Rappelez de nouveau plus tard, ou supprimez la publication à la main.';
    case 'network-refused':
      return 'Le réseau refuse de supprimer la publication. Supprimez-la à la main.';
    case 'not-found':
      return 'La publication a été déclarée en ligne, mais elle ne se trouve pas sur le fil du compte. Vérifiez et supprimez-la à la main.';
  }
}
