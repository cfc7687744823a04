import type { Result } from '../shared';
import { acceptUnless } from '../shared';
import type { Network } from './post';

/** Names of what has to be entered once to connect an account, network by network. None is ever shown again. */
export const SECRET_FIELDS = {
  simulator: [],
  x: ['appKey', 'appSecret', 'accessToken', 'accessSecret'],
  facebook: ['pageId', 'pageToken'],
  telegram: ['botToken', 'chatId'],
} as const satisfies Readonly<Record<Network, readonly string[]>>;

export type SecretField = (typeof SECRET_FIELDS)[Network][number];

/** What was entered for one account, by the names of `SECRET_FIELDS`. */
export type AccountSecrets = Readonly<Record<string, string>>;

/** Longer than any of these secrets is: a whole file pasted by mistake is refused. */
const LONGEST_SECRET = 1024;

/** What each looks like where the network says so; the others only have to be there. */
const SHAPES: Readonly<Partial<Record<SecretField, RegExp>>> = {
  pageId: /^\d{5,}$/,
  botToken: /^\d+:[\w-]{20,}$/,
  chatId: /^(?:@\w{4,}|-\d{5,})$/,
};

/** Why secrets were not taken. It names fields, never values. */
export type SecretsRefusal =
  | { readonly kind: 'secret-missing'; readonly field: SecretField }
  | { readonly kind: 'secret-misshapen'; readonly field: SecretField };

function checkSecret(field: SecretField, value: string): readonly SecretsRefusal[] {
  if (value === '') return [{ kind: 'secret-missing', field }];
  const shape = SHAPES[field] ?? /^\S+$/;
  const isWell = value.length <= LONGEST_SECRET && shape.test(value);
  return isWell ? [] : [{ kind: 'secret-misshapen', field }];
}

/** Takes what a network needs of the entered values, without blanks around them; every reason when something is wrong. */
export function checkSecrets(
  network: Network,
  entered: Readonly<Record<string, string>>,
): Result<AccountSecrets, SecretsRefusal> {
  const fields: readonly SecretField[] = SECRET_FIELDS[network];
  const values = fields.map((field) => [field, (entered[field] ?? '').trim()] as const);
  const refusals = values.flatMap(([field, value]) => checkSecret(field, value));
  return acceptUnless(Object.fromEntries(values), refusals);
}

/** Longest words of a network that are kept: more is noise in a history. */
const LONGEST_WORDS = 400;

/**
 * A network's words as they may be kept and shown: on one line, short, and without any secret or access token that an
 * error carried along.
 */
export function safeWords(words: string, secrets: AccountSecrets | null): string {
  let safe = words.replaceAll(/(access_token=|\/bot)[^\s&"'/]+/gi, '$1…');
  for (const secret of Object.values(secrets ?? {})) {
    if (secret.length >= 8) safe = safe.replaceAll(secret, '…');
  }
  return safe.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_WORDS);
}
