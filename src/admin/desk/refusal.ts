/** Why something could not be done, in sentences to show as they are. */
export type Refusal = { readonly sentences: readonly string[] };

const OFFLINE = 'Le serveur ne répond pas. Vérifiez la connexion, puis réessayez.';
const UNKNOWN =
  'Quelque chose n’a pas marché. Réessayez ; si cela continue, prévenez l’administration.';

const BY_STATUS: Readonly<Record<number, string>> = {
  401: 'Votre session est terminée. Reconnectez-vous, puis recommencez.',
  403: 'Votre rôle ne permet pas de faire cela. Demandez à l’administration.',
  413: 'Ce fichier est trop gros.',
  429: 'Trop de demandes à la fois. Attendez une minute, puis réessayez.',
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isTexts(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string')
  );
}

/**
 * Reads the body of a refused answer. The desk's own refusals carry French sentences; anything else (a proxy, Strapi's
 * own guards) is told by its status.
 */
export function refusalOfBody(status: number | undefined, body: unknown): Refusal {
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {};
  const details = isRecord(error['details']) ? error['details'] : {};
  if (isTexts(details['sentences'])) return { sentences: details['sentences'] };
  return { sentences: [BY_STATUS[status ?? 0] ?? UNKNOWN] };
}

/** Reads what Strapi's fetch client throws: a refusal with a response, or no answer at all. */
export function refusalOfError(error: unknown): Refusal {
  if (!isRecord(error)) return { sentences: [UNKNOWN] };
  const response = isRecord(error['response']) ? error['response'] : null;
  const status = typeof error['status'] === 'number' ? error['status'] : undefined;
  if (response === null && status === undefined) {
    // `fetch` rejects with a TypeError when there is no connection.
    return { sentences: [error['name'] === 'TypeError' ? OFFLINE : UNKNOWN] };
  }
  return refusalOfBody(status, response?.['data']);
}

/** Nobody waits for this answer any more: the page was left. */
export function isAborted(error: unknown): boolean {
  return isRecord(error) && error['name'] === 'AbortError';
}

export const NO_ANSWER: Refusal = { sentences: [OFFLINE] };
