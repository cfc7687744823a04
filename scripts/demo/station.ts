import { createHash } from 'node:crypto';

/** A radio station at its own page: a browser without script, reduced to forms and links. */
export type StationVisit = {
  readonly code: string;
  /** What the programme offers now. */
  look(): Promise<Programme>;
  /** Fetches a file in two pieces, as a line that breaks would, and answers its digest. */
  fetchInTwo(address: string): Promise<{ readonly sha256: string; readonly sizeBytes: number }>;
  confirm(slot: ProgrammeSlot, answer?: Readonly<Record<string, string>>): Promise<void>;
  addUnplanned(airing: Readonly<Record<string, string>>): Promise<void>;
};

export type ProgrammeSlot = { readonly slotId: string; readonly key: string };
export type Programme = {
  readonly page: string;
  readonly files: readonly string[];
  /** Slots that wait for an answer. */
  readonly open: readonly ProgrammeSlot[];
};

/** Tries to sign in; answers the status of the page. */
export async function trySignIn(
  server: string,
  station: string,
  access: string,
): Promise<Response> {
  return fetch(`${server}/station/session`, {
    method: 'POST',
    headers: { Origin: server },
    body: new URLSearchParams({ station, access }),
    redirect: 'manual',
  });
}

/** Signs a station in with its access code. */
export async function visitStation(
  server: string,
  code: string,
  accessCode: string,
): Promise<StationVisit> {
  const answer = await trySignIn(server, code, accessCode);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 303 || cookie === undefined) {
    throw new Error(`La radio ${code} n’a pas pu se connecter (${answer.status}).`);
  }
  const headers = { Cookie: cookie, Origin: server };

  async function submit(path: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const body = new URLSearchParams(fields);
    const posted = await fetch(`${server}${path}`, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
    });
    if (posted.status !== 303) {
      throw new Error(`${path} : ${posted.status} ${textOf(await posted.text())}`);
    }
  }

  return {
    code,
    look: async () => {
      const response = await fetch(`${server}/station/programme`, { headers });
      const page = await response.text();
      if (response.status !== 200) throw new Error(`Programme de ${code} : ${response.status}`);
      return {
        page,
        files: [...new Set(matches(page, /href="(\/station\/files\/[^"?]+\?dl=1)"/g))],
        open: openSlots(page),
      };
    },
    fetchInTwo: async (address) => {
      const start = await fetch(`${server}${address}`, {
        headers: { ...headers, Range: 'bytes=0-4095' },
      });
      const first = Buffer.from(await start.arrayBuffer());
      const etag = start.headers.get('etag') ?? '';
      const rest = await fetch(`${server}${address}`, {
        headers: { ...headers, Range: `bytes=${first.length}-`, 'If-Range': etag },
      });
      if (start.status !== 206 || rest.status !== 206) {
        throw new Error(`Reprise de ${address} : ${start.status} puis ${rest.status}`);
      }
      const whole = Buffer.concat([first, Buffer.from(await rest.arrayBuffer())]);
      const sha256 = createHash('sha256').update(whole).digest('hex');
      if (etag !== `"${sha256}"`) throw new Error(`${address} est arrivé abîmé.`);
      return { sha256, sizeBytes: whole.length };
    },
    confirm: async ({ slotId, key }, answerFields = { outcome: 'aired' }) =>
      submit('/station/airings', { slot: slotId, key, ...answerFields }),
    addUnplanned: async (airing) => submit('/station/airings/unplanned', airing),
  };
}

/** The first answer form of each slot that has begun and has no answer yet. */
function openSlots(page: string): ProgrammeSlot[] {
  const cards = page.split('<article').slice(1);
  return cards.flatMap((card) => {
    if (card.includes('Corriger cette réponse')) return [];
    const slotId = /name="slot" value="([^"]+)"/.exec(card)?.[1];
    const key = /name="key" value="([^"]+)"/.exec(card)?.[1];
    return slotId === undefined || key === undefined ? [] : [{ slotId, key }];
  });
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** What a page says, without its markup. */
export function textOf(page: string): string {
  return page
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
}
