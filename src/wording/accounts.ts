import { clockInZone, dayInZone } from '../domain/shared';
import type {
  AccountHold,
  ConnectionReport,
  Network,
  PauseReason,
  SecretField,
} from '../domain/social';
import { NETWORK_NAMES } from './social';
import { frenchDay, frenchTime } from './terms';

/** What is entered to connect an account, and where it is found. */
export const SECRET_FIELD_NAMES: Readonly<
  Record<SecretField, { readonly name: string; readonly hint: string }>
> = {
  appKey: {
    name: 'Clé de l’application (API Key)',
    hint: 'developer.x.com, votre application, « Keys and tokens ».',
  },
  appSecret: {
    name: 'Secret de l’application (API Key Secret)',
    hint: 'Au même endroit, montré une seule fois.',
  },
  accessToken: {
    name: 'Jeton d’accès (Access Token)',
    hint: 'Au même endroit. L’application doit avoir le droit « Read and write » avant de le créer.',
  },
  accessSecret: {
    name: 'Secret du jeton (Access Token Secret)',
    hint: 'Au même endroit, montré une seule fois.',
  },
  pageId: {
    name: 'Numéro de la Page',
    hint: 'Sur la Page Facebook : À propos, Transparence de la Page.',
  },
  pageToken: {
    name: 'Jeton d’accès de la Page',
    hint: 'developers.facebook.com, Explorateur de l’API Graph : cochez la Page et les droits pages_manage_posts, pages_read_engagement et read_insights.',
  },
  botToken: {
    name: 'Jeton du bot',
    hint: 'Dans Telegram, écrivez à @BotFather : il le donne en créant le bot.',
  },
  chatId: {
    name: 'Canal',
    hint: 'Son nom public, avec @ devant, ou son numéro qui commence par -100. Le bot doit être administrateur du canal, avec le droit de publier.',
  },
};

type Refusal =
  | { readonly kind: 'secret-missing' | 'secret-misshapen'; readonly field: SecretField }
  | { readonly kind: 'account-not-found'; readonly accountCode: string }
  | { readonly kind: 'nothing-to-connect'; readonly network: Network }
  | { readonly kind: 'no-key' };

/** The French sentence for a reason why an account was not connected. */
export function connectRefusalSentence(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'secret-missing':
      return `Remplissez « ${SECRET_FIELD_NAMES[refusal.field].name} ».`;
    case 'secret-misshapen':
      return `« ${SECRET_FIELD_NAMES[refusal.field].name} » n’a pas la bonne forme. ${SECRET_FIELD_NAMES[refusal.field].hint}`;
    case 'account-not-found':
      return `Le compte ${refusal.accountCode} n’existe pas.`;
    case 'nothing-to-connect':
      return `Ce compte est sur ${NETWORK_NAMES[refusal.network]} : il n’y a rien à connecter.`;
    case 'no-key':
      return 'Cette installation ne peut pas encore garder d’accès : le réglage SOCIAL_SECRETS_KEY manque. L’administration le crée en relançant « npm start ».';
  }
}

/** Where an account's owner comes from. */
export function ownerSentence(owner: string): string {
  return `« ${owner} » n’est pas une organisation partenaire de la campagne. Choisissez-en une, ou ajoutez-la d’abord dans la fiche Campagne, à « Partenaires ».`;
}

/** Under the field where the owner is chosen, while it holds such a name. */
export const OWNER_TO_CHOOSE =
  'Ce nom n’est celui d’aucun partenaire de la campagne : choisissez-en un dans la liste.';

/** Beside an owner that no partner bears the name of. */
export const OWNER_UNKNOWN =
  'Ce nom n’est celui d’aucun partenaire de la campagne : choisissez l’organisation dans la fiche du compte.';

export const PARTNER_TWICE = (name: string): string =>
  `Deux partenaires s’appellent « ${name} » : gardez-en un seul, les comptes se rattachent par ce nom.`;

/** Why a post may not be put on an account: others are named for it. */
export function closedAccountSentence(accountName: string, people: readonly string[]): string {
  const names = people.filter((name) => name !== '');
  const whom =
    names.length === 0
      ? 'à la personne responsable des comptes'
      : `à ${new Intl.ListFormat('fr', { type: 'disjunction' }).format(names)}, ou à la personne responsable des comptes`;
  return `Vous n’êtes pas parmi les personnes qui publient sur le compte « ${accountName} ». Demandez ${whom}, ou retirez ce compte de la publication.`;
}

const PAUSE_SENTENCES: Readonly<Record<PauseReason, string>> = {
  'rate-limited': 'Le réseau demande d’attendre.',
  'out-of-credit':
    'Le crédit chez le réseau est épuisé. Rechargez-le, puis appuyez sur « Reprendre ».',
  'connection-broken': 'Le réseau refuse l’accès. Reconnectez le compte.',
  'by-a-person': 'En pause. Rien ne part avant « Reprendre ».',
};

/** The French sentence for what keeps an account's posts waiting. */
export function accountHoldSentence(hold: AccountHold, timeZone: string): string {
  const when = (instant: Date) =>
    `${frenchDay(dayInZone(instant, timeZone))} à ${frenchTime(clockInZone(instant, timeZone))}`;
  switch (hold.kind) {
    case 'account-gone':
      return 'Ce compte n’existe plus.';
    case 'paused-in-sheet':
      return 'En pause dans sa fiche : décochez la pause dans la fiche du compte.';
    case 'not-connected':
      return 'Pas encore connecté : rien ne peut partir.';
    case 'paused':
      return hold.until === null
        ? PAUSE_SENTENCES[hold.reason]
        : `${PAUSE_SENTENCES[hold.reason]} Reprise le ${when(hold.until)}.`;
    case 'cap-reached':
      return `Le plafond du mois est atteint. Reprise le ${when(hold.until)}, ou relevez le plafond.`;
  }
}

/** The French sentence for what the last look at a connection told. */
export function connectionSentence(report: ConnectionReport): string {
  switch (report.kind) {
    case 'connected':
      return `Connecté à « ${report.accountName} ».`;
    case 'broken':
      return 'Le réseau refuse l’accès.';
    case 'unreachable':
      return 'Le réseau n’a pas répondu : on ne sait rien de nouveau.';
  }
}

/** What waits at the desk because of an account, in one line. */
export function accountAttention(kind: string, accountName: string): string {
  switch (kind) {
    case 'account-out-of-credit':
      return `Le compte « ${accountName} » n’a plus de crédit : ses publications attendent.`;
    case 'account-cap-reached':
      return `Le compte « ${accountName} » a atteint son plafond du mois : ses publications attendent.`;
    default:
      return `Le compte « ${accountName} » est à reconnecter : ses publications attendent.`;
  }
}

/** Millionths of a dollar as people read them: « 1,25 $ ». */
export function frenchDollars(microUsd: number): string {
  const digits = microUsd % 10_000 === 0 ? 2 : 3;
  return `${(microUsd / 1_000_000).toFixed(digits).replace('.', ',')} $`;
}
