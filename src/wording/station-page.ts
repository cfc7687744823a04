/** What the script of the station's page says: the line, the answers that wait for it, the files kept here. */

const many = (count: number, one: string, more: string): string =>
  count === 1 ? one : more.replace('{n}', String(count));

export const LINE = {
  tapWaits: 'en attente de la ligne',
  tapSent: 'noté',
  tapRefused: 'pas noté',
  sendNow: 'Envoyer maintenant',
  sendAgain: 'Envoyer de nouveau',
  forget: 'Effacer cette réponse',
  signIn: 'Se connecter pour envoyer',
  toConfirm: 'À confirmer',
  correct: 'Corriger cette réponse',
  other: 'Autre réponse',
  isBack: 'La ligne est revenue. Rechargez le programme pour voir ce qui a changé.',
  reload: 'Recharger le programme',
  programmeOf: 'Programme du',
  unsureClock:
    'L’heure de cet ordinateur n’est pas sûre. Vous pouvez répondre à tous les créneaux ; le serveur vérifiera l’heure.',
} as const;

/** Waiting answers, on the page of the station that gave them. */
export function waitingSentence(count: number, isSignedOut: boolean): string {
  const kept = many(
    count,
    'Une réponse attend d’être envoyée. Elle est gardée sur cet ordinateur, même éteint.',
    '{n} réponses attendent d’être envoyées. Elles sont gardées sur cet ordinateur, même éteint.',
  );
  return isSignedOut ? `${kept} Votre session est terminée.` : kept;
}

/** Waiting answers, at the door: nobody is signed in, so nothing is said of whose they are. */
export function waitingAtDoorSentence(count: number, hasJustLeft: boolean): string {
  const stays = many(
    count,
    'Une réponse n’est pas encore envoyée. Elle reste sur cet ordinateur et partira quand la radio qui l’a donnée se connectera ici.',
    '{n} réponses ne sont pas encore envoyées. Elles restent sur cet ordinateur et partiront quand la radio qui les a données se connectera ici.',
  );
  return hasJustLeft ? `${stays} Le reste a été effacé.` : stays;
}

export function refusedSentence(count: number): string {
  return many(
    count,
    'Une réponse n’a pas été acceptée. Voyez pourquoi :',
    '{n} réponses n’ont pas été acceptées. Voyez pourquoi :',
  );
}

/** After « données par le serveur » at the foot of the page. */
export function clockSentence(time: string, isComputerWrong: boolean): string {
  return ` : il est ${time}${isComputerWrong ? '. L’horloge de cet ordinateur n’est pas à l’heure ; cela ne change rien ici' : ''}`;
}

/** The page comes from this computer: the line is down. */
export function copySentence(when: string): string {
  return `Pas de ligne : voici le programme reçu le ${when}. Vos réponses partiront au retour de la ligne.`;
}

export function expectedSentence(count: number): string {
  return count === 0
    ? 'Aucune réponse attendue'
    : many(count, '1\u00a0réponse attendue', '{n}\u00a0réponses attendues');
}

export const progressWords = (percent: number): string => `Téléchargement : ${percent}\u00a0%`;
export const brokenWords = (percent: number): string =>
  `Ligne coupée à ${percent}\u00a0%. Continuer`;
export const KEPT_WORDS = 'Enregistrer (déjà reçu)';
export const WITHDRAWN_WORDS = 'Retiré du programme. Recharger la page';

/** The pages of the worker, when neither the line nor a copy is there. */
export const NO_LINE = {
  title: 'Pas de ligne',
  nothingKept:
    'La page n’a pas pu être ouverte, et cet ordinateur n’en garde pas de copie. Essayez de nouveau quand la ligne est revenue.',
  notSent:
    'Rien n’a été envoyé. Revenez en arrière et essayez de nouveau quand la ligne est revenue.',
  signedOut:
    'Vous êtes déconnecté de cet ordinateur, et ce qu’il gardait est effacé. Les réponses qui attendaient y restent : elles partiront quand la même radio se connectera ici. La session elle-même se fermera au retour de la ligne.',
  again: 'Essayer de nouveau',
} as const;
