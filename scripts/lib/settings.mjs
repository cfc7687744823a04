import { Refusal } from './say.mjs';

const hasText = (value) => typeof value === 'string' && value.trim() !== '';

function checkPublicUrl(value) {
  if (!hasText(value))
    return [
      'PUBLIC_URL manque : l’adresse que les gens ouvrent, par exemple PUBLIC_URL=https://yeelen.example.org (ou http://127.0.0.1:1337 pour un essai), dans .env',
      'PUBLIC_URL is missing: the address people open, for example PUBLIC_URL=https://yeelen.example.org (or http://127.0.0.1:1337 for a try), in .env',
    ];
  const url = URL.canParse(value) ? new URL(value) : null;
  const isPlain =
    url !== null &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '';
  if (isPlain) return null;
  return [
    `PUBLIC_URL n’est pas une adresse http(s) sans chemin : « ${value} »`,
    `PUBLIC_URL is not an http(s) address without a path: "${value}"`,
  ];
}

function checkPort(value) {
  if (!hasText(value) || (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535))
    return null;
  return [
    `PORT doit être un nombre de 1 à 65535 : « ${value} »`,
    `PORT must be 1 to 65535: "${value}"`,
  ];
}

function checkHost(value) {
  if (!hasText(value) || /^[0-9A-Za-z.:-]+$/.test(value)) return null;
  return [`HOST n’est pas un nom de machine : « ${value} »`, `HOST is not a host name: "${value}"`];
}

function checkDatabase(environment) {
  const client = environment.DATABASE_CLIENT;
  if (hasText(client) && !['sqlite', 'postgres'].includes(client))
    return [
      `DATABASE_CLIENT vaut sqlite ou postgres, pas « ${client} »`,
      `DATABASE_CLIENT is sqlite or postgres, not "${client}"`,
    ];
  if (client !== 'postgres') return null;
  const url = environment.DATABASE_URL;
  if (hasText(url) && /^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return null;
  return [
    'DATABASE_URL manque ou n’est pas de la forme postgres://utilisateur:secret@machine/base',
    'DATABASE_URL is missing or not of the form postgres://user:secret@host/database',
  ];
}

/** Every complaint about the settings, as pairs of French and English; empty when the server can start. */
export function complaintsAbout(environment) {
  return [
    checkPublicUrl(environment.PUBLIC_URL),
    checkPort(environment.PORT),
    checkHost(environment.HOST),
    checkDatabase(environment),
  ].filter((complaint) => complaint !== null);
}

/** @throws Refusal that names every setting to mend at once */
export function checkSettings(environment) {
  const complaints = complaintsAbout(environment);
  if (complaints.length === 0) return;
  throw new Refusal(
    complaints.map(([french]) => `- ${french}`).join('\n'),
    complaints.map(([, english]) => `- ${english}`).join('\n'),
  );
}
