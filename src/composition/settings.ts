import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A secret of this installation. There is no default: `npm start` makes them once, into `.env`.
 * @throws Error that names the missing setting and what to do.
 */
export function requireSecret(name: string, environment: Environment = process.env): string {
  const value = environment[name];
  if (value === undefined || value.length < 16) {
    throw new Error(
      `Le réglage ${name} manque ou compte moins de 16 caractères. Lancez « npm start », qui crée le fichier .env au premier démarrage.`,
    );
  }
  return value;
}

type MailSettings = { readonly smtpUrl: string; readonly from: string };

/**
 * The mail server and the sender's address; null where none is set.
 * @throws Error that names what is wrong: half a setting would be silence where people expect a call for help.
 */
export function mailSettings(environment: Environment = process.env): MailSettings | null {
  const smtpUrl = environment['SMTP_URL'] ?? '';
  const from = environment['MAIL_FROM'] ?? '';
  if (smtpUrl === '' && from === '') return null;
  if (!/^smtps?:\/\/[^\s/]/.test(smtpUrl)) {
    throw new Error(
      'Le réglage SMTP_URL manque ou n’est pas une adresse « smtp://… » ou « smtps://… ». Corrigez .env, ou effacez aussi MAIL_FROM pour ne pas envoyer d’e-mails.',
    );
  }
  if (!/^[^\s@]+@[^\s@]+$|^[^@<>\n]+ <[^\s@]+@[^\s@]+>$/.test(from)) {
    throw new Error(
      'Le réglage MAIL_FROM manque ou n’est pas une adresse e-mail. Corrigez .env, ou effacez aussi SMTP_URL pour ne pas envoyer d’e-mails.',
    );
  }
  return { smtpUrl, from };
}

/** Folder of the database. */
export function dataFolder(environment: Environment = process.env): string {
  return path.resolve(environment['DATA_DIR'] ?? './data');
}

/** Folder of recordings, files for the stations and pictures; never under `public/`. */
export function mediaFolder(environment: Environment = process.env): string {
  return path.resolve(environment['MEDIA_DIR'] ?? './media');
}

/** The address people use, without a trailing slash. */
export function publicUrl(environment: Environment = process.env): string {
  const configured = environment['PUBLIC_URL'];
  if (configured) return configured.replace(/\/+$/, '');
  return `http://${environment['HOST'] ?? '127.0.0.1'}:${environment['PORT'] ?? '1337'}`;
}

/** The secret shared with the gateway of text messages; undefined where there is none, and then that door is closed. */
export function smsInboundSecret(environment: Environment = process.env): string | undefined {
  return environment['SMS_INBOUND_SECRET'];
}

/**
 * The folder in which gammu-smsd looks for messages to send; null where there is no such gateway.
 * @throws Error when it is no absolute path: relative ones depend on where the server was started.
 */
export function gammuOutbox(environment: Environment = process.env): string | null {
  const configured = (environment['SMS_GAMMU_OUTBOX'] ?? '').trim();
  if (configured === '') return null;
  if (!path.isAbsolute(configured)) {
    throw new Error(
      'Le réglage SMS_GAMMU_OUTBOX doit être un dossier donné en entier, par exemple /var/spool/gammu/outbox. Corrigez-le dans le fichier .env, ou retirez-le.',
    );
  }
  return configured;
}

type SocialSettings = {
  readonly xApiUrl: string;
  readonly facebookGraphUrl: string;
  readonly telegramApiUrl: string;
  /** Seals what connects accounts; undefined where there is none, and then no account can be connected. */
  readonly secretsKey: string | undefined;
  readonly oldSecretsKeys: readonly string[];
};

function baseAddress(name: string, usual: string, environment: Environment): string {
  const configured = (environment[name] ?? '').trim().replace(/\/+$/, '');
  if (configured === '') return usual;
  if (!/^https?:\/\/[^\s/]+$/.test(configured)) {
    throw new Error(
      `Le réglage ${name} n’est pas une adresse « https://… » sans chemin. Corrigez-le dans le fichier .env, ou retirez-le.`,
    );
  }
  return configured;
}

/**
 * Where the networks are, and the key that seals what connects accounts.
 * @throws Error that names what is wrong.
 */
export function socialSettings(environment: Environment = process.env): SocialSettings {
  const secretsKey = (environment['SOCIAL_SECRETS_KEY'] ?? '').trim();
  if (secretsKey !== '' && secretsKey.length < 32) {
    throw new Error(
      'Le réglage SOCIAL_SECRETS_KEY compte moins de 32 caractères. Corrigez-le dans le fichier .env, ou retirez-le : « npm start » en crée un.',
    );
  }
  return {
    xApiUrl: baseAddress('X_API_URL', 'https://api.x.com', environment),
    facebookGraphUrl: baseAddress('FACEBOOK_GRAPH_URL', 'https://graph.facebook.com', environment),
    telegramApiUrl: baseAddress('TELEGRAM_API_URL', 'https://api.telegram.org', environment),
    secretsKey: secretsKey === '' ? undefined : secretsKey,
    oldSecretsKeys: (environment['SOCIAL_SECRETS_OLD_KEYS'] ?? '')
      .split(',')
      .map((key) => key.trim())
      .filter((key) => key !== ''),
  };
}

/** A minute: what a status of WhatsApp and a patient viewer take. */
const AUDIOGRAM_SECONDS = { least: 10, usual: 60, most: 90 } as const;

/**
 * Longest film of a spot for social networks, from `AUDIOGRAM_SECONDS`.
 * @throws Error that says what the setting may be.
 */
export function audiogramSeconds(environment: Environment = process.env): number {
  const { least, usual, most } = AUDIOGRAM_SECONDS;
  const configured = environment['AUDIOGRAM_SECONDS'];
  if (!configured) return usual;
  const seconds = Number(configured);
  if (!Number.isInteger(seconds) || seconds < least || seconds > most) {
    throw new Error(
      `Le réglage AUDIOGRAM_SECONDS doit être un nombre entier de secondes, de ${least} à ${most}. Corrigez-le dans le fichier .env, ou retirez-le.`,
    );
  }
  return seconds;
}

/** Where the media library keeps its files: logos, evidence of gatherings. */
export function libraryFolder(): string {
  return path.join(mediaFolder(), 'library');
}
