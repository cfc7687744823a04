import { NO_ANSWER, refusalOfBody, type Refusal } from './refusal';

export type Sent =
  { readonly kind: 'sent' } | { readonly kind: 'refused'; readonly refusal: Refusal };

export type SendRequest = {
  readonly url: string;
  readonly file: File;
  readonly token: string | null;
  /** A fresh token when the old one ran out (it lives half an hour); null when the session is over. */
  readonly renewToken: (old: string | null) => Promise<string | null>;
  /** Share of the file that left this machine, 0 to 1. */
  readonly onProgress: (share: number) => void;
};

/**
 * Sends a file as the form field `file`. `fetch` cannot tell how much has left, and on a weak link a bar that moves is
 * what keeps a person from starting again: hence XMLHttpRequest.
 */
export async function sendFile(request: SendRequest): Promise<Sent> {
  const first = await sendOnce(request, request.token);
  if (first.status !== 401) return outcome(first);
  const renewed = await request.renewToken(request.token);
  return outcome(renewed === null ? first : await sendOnce(request, renewed));
}

type Answer = { readonly status: number; readonly body: unknown };

function outcome({ status, body }: Answer): Sent {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  return { kind: 'refused', refusal: status === 0 ? NO_ANSWER : refusalOfBody(status, body) };
}

function sendOnce({ url, file, onProgress }: SendRequest, token: string | null): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const settle = () => resolve({ status: request.status, body: parsed(request.responseText) });
    request.open('POST', url);
    request.setRequestHeader('Accept', 'application/json');
    if (token !== null) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = settle;
    request.onerror = settle;
    request.onabort = settle;
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
