/** What cannot be read as JSON or as a form. */
export const UNREADABLE_REQUEST =
  'Cette demande est mal formée et n’a pas pu être lue. Rien n’a été enregistré.';

/** A body over the limit of its kind. */
export const TOO_LARGE_REQUEST =
  'Cet envoi est trop volumineux. Rien n’a été enregistré : réduisez-le et recommencez.';

const NOT_ALLOWED = 'Votre rôle ne permet pas cette action.';
const SIGN_IN = 'Votre session est terminée ou n’a pas commencé. Connectez-vous.';

/** The platform's fixed sentences. */
const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['Not Found', 'Cette adresse ou ce document n’existe pas.'],
  ['Document not found', 'Ce document n’existe pas, ou n’existe plus.'],
  ['Forbidden', NOT_ALLOWED],
  ['Forbidden access', NOT_ALLOWED],
  ['Policy Failed', NOT_ALLOWED],
  ['Unauthorized', SIGN_IN],
  ['Missing or invalid credentials', SIGN_IN],
  ['Invalid credentials', 'Adresse électronique ou mot de passe incorrect.'],
  ['Method Not Allowed', 'Cette adresse ne répond pas à ce type de demande.'],
  ['Payload Too Large', TOO_LARGE_REQUEST],
  ['FileTooBig', TOO_LARGE_REQUEST],
  ['Bad Request', UNREADABLE_REQUEST],
  [
    'Internal Server Error',
    'Une erreur est survenue. Essayez de nouveau dans un instant ; si cela continue, prévenez la personne qui administre.',
  ],
  [
    'Too many requests, please try again later.',
    'Trop d’essais. Attendez quelques minutes, puis recommencez.',
  ],
  [
    "This locale doesn't exist",
    'Cette langue n’existe pas ici. Choisissez le français (fr), le bambara (bm) ou le soninké (snk).',
  ],
  ['This attribute must be unique', 'Cette valeur est déjà prise : donnez-en une autre.'],
]);

/** The platform's sentences about one field. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^(\d+) errors occurred$/, '$1 champs sont à corriger.'],
  [/^(\S+) must be defined\.$/, 'Champ à remplir : $1.'],
  [/^(\S+) is a required field$/, 'Champ à remplir : $1.'],
  [/^(\S+) cannot be empty\.?$/, 'Champ à remplir : $1.'],
  [/^(\S+) must be at most (\d+) characters$/, '$1 : $2 caractères au plus.'],
  [/^(\S+) must be at least (\d+) characters$/, '$1 : $2 caractères au moins.'],
  [/^(\S+) must be greater than or equal to (-?[\d.]+)$/, '$1 : $2 au moins.'],
  [/^(\S+) must be less than or equal to (-?[\d.]+)$/, '$1 : $2 au plus.'],
  [/^(\S+) must be one of the following values: (.*)$/s, '$1 : choisissez parmi $2.'],
  [/^(\S+) must be a `(\w+)` type.*$/s, '$1 : cette valeur n’est pas du bon type.'],
  [/^(\S+) must be an? (?:valid )?(\w+)$/, '$1 : cette valeur n’est pas du bon type.'],
  [/^Invalid key (\S+).*$/s, 'Champ inconnu : $1.'],
];

/** A sentence of the platform in French; one it does not know, such as ours, stays as it is. */
export function frenchOfPlatform(sentence: string): string {
  const fixed = SENTENCES.get(sentence);
  if (fixed !== undefined) return fixed;
  const found = PATTERNS.find(([pattern]) => pattern.test(sentence));
  return found === undefined ? sentence : sentence.replace(found[0], found[1]);
}
