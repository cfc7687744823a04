import { Upload, type DetailedError, type HttpResponse } from 'tus-js-client';

import type { Voicing } from '../../domain/audio';
import { fingerprintOf } from './fingerprint';
import { NO_ANSWER, refusalOfBody } from './refusal';
import type { Sent } from './send-file';

export type SoundRequest = {
  readonly spotCode: string;
  readonly file: File;
  /** Whose voice it is; left out where nobody has to be told apart. */
  readonly voicing?: Voicing;
  readonly token: string | null;
  /** A fresh token when the old one ran out (it lives half an hour); null when the session is over. */
  readonly renewToken: (old: string | null) => Promise<string | null>;
  /** Bytes that left this machine, those of an earlier day included. */
  readonly onProgress: (sentBytes: number) => void;
  /** The line broke; the sending goes on by itself. */
  readonly onCut: () => void;
};

/** Small pieces: on a line of 20 kbit/s one takes under two minutes, and no proxy on the way objects. */
const CHUNK_BYTES = 256 * 1024;

/** After a cut it tries again at once, then more and more seldom; for about a day, while the page is open. */
const RETRY_DELAYS_MS = [0, 1000, 3000, 5000, 10_000, ...Array<number>(2880).fill(30_000)];

/**
 * Sends a spot's sound in pieces. A cut is mended without a word from the person; the same file chosen again, after a
 * reload or weeks later, goes on where it stopped. "Sent" means that the server has it on its disk, whole.
 */
export async function sendSound(request: SoundRequest): Promise<Sent> {
  const { spotCode, file, renewToken, onProgress, onCut } = request;
  const said = saidOf(request.voicing);
  // Said otherwise, it is another upload: what was opened as the witness's own voice stays that.
  const voice = Object.values(said).map((word) => `-${word}`);
  const fingerprint = `yeelen-${spotCode}${voice.join('')}-${await fingerprintOf(file)}`;
  let token = request.token;
  let isSessionOver = false;

  /**
   * The client takes any refusal of "how much do you have?" for "nothing", and would begin anew: what passes (an old token,
   * a server that starts again) is turned into a cut instead.
   */
  const mendAnswer = async (status: number): Promise<void> => {
    if (status === 401) {
      const renewed = await renewToken(token);
      isSessionOver = renewed === null;
      token = renewed ?? token;
    }
    if (isPassing(status)) throw new Error(`The server answered ${status}.`);
  };

  return new Promise((resolve) => {
    const upload = new Upload(file, {
      endpoint: '/desk/uploads',
      chunkSize: CHUNK_BYTES,
      // The spot, whose voice it is, and nothing else: a file's name may hold a person's.
      metadata: { spotCode, ...said },
      fingerprint: () => Promise.resolve(fingerprint),
      removeFingerprintOnSuccess: true,
      retryDelays: RETRY_DELAYS_MS,
      onBeforeRequest: (asked) => {
        asked.setHeader('Accept', 'application/json');
        if (token !== null) asked.setHeader('Authorization', `Bearer ${token}`);
      },
      onAfterResponse: (_asked, response) => mendAnswer(response.getStatus()),
      onShouldRetry: ({ originalResponse }) => {
        const goesOn = !isSessionOver && !isRefusal(originalResponse);
        if (goesOn) onCut();
        return goesOn;
      },
      onProgress,
      onSuccess: () => resolve({ kind: 'sent' }),
      onError: (error) =>
        resolve({
          kind: 'refused',
          refusal: isSessionOver ? refusalOfBody(401, null) : refusalOfFailure(error),
        }),
    });
    void goOnWhereItStopped(upload);
  });
}

function saidOf(voicing: Voicing | undefined): Record<string, string> {
  if (voicing === undefined) return {};
  return voicing.kind === 're-voiced'
    ? { voicing: voicing.kind, actorReference: voicing.actorReference }
    : { voicing: voicing.kind };
}

async function goOnWhereItStopped(upload: Upload): Promise<void> {
  const [earlier] = await upload.findPreviousUploads();
  if (earlier !== undefined) upload.resumeFromPreviousUpload(earlier);
  upload.start();
}

function isPassing(status: number): boolean {
  return status === 401 || status === 429 || status >= 500;
}

/** 409 and 423: the two sides disagree about where they are, and ask again. */
function isRefusal(response: HttpResponse | null): boolean {
  const status = response?.getStatus() ?? 0;
  return status >= 400 && status < 500 && status !== 409 && status !== 423;
}

function refusalOfFailure(error: Error | DetailedError) {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (response === null) return NO_ANSWER;
  return refusalOfBody(response.getStatus(), parsed(response.getBody()));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
