import { erase, readAll, write } from './database';
import { readClocks, waitedSeconds, type Reading } from './server-clock';

/** An answer that somebody gave on this computer. */
export type Tap = {
  /** Counts up: the order of the queue, whatever the clock says. */
  readonly seq: number;
  /** Whose answer it is: it is shown to and sent by this station alone. */
  readonly radio: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** What the page showed when it was given. */
  readonly mark: string;
  /** Where it stands on the page. */
  readonly place: string;
  /** What it is about, and what it says, in words. */
  readonly subject: string;
  readonly words: string;
  readonly tapped: Reading;
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly sentences: readonly string[];
};

export type LineState = 'done' | 'no-line' | 'signed-out';

/** A key of its own for each tap; `randomUUID` does not exist over plain http. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `tap-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Keeps the answer of a form, before anything is tried on the line. */
export async function keepTap(form: HTMLFormElement, radio: string): Promise<void> {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') fields[name] = value;
  }
  const mark = fields['key'] ?? '';
  const place = form.closest('[id]:not(form)');
  const tap: Omit<Tap, 'seq'> = {
    radio,
    action: new URL(form.action).pathname,
    fields: { ...fields, key: newKey() },
    mark,
    place: place?.id ?? '',
    subject: [...(place?.querySelectorAll('.when, h3') ?? [])]
      .map((part) => part.textContent.trim())
      .join(', '),
    words: inWords(form, fields),
    tapped: readClocks(),
    state: 'waiting',
    sentences: [],
  };
  await write('taps', tap);
}

/** What a form says, with the names of its fields in braces: « Diffusé à {time} ». */
function inWords(form: HTMLFormElement, fields: Readonly<Record<string, string>>): string {
  return (form.dataset['queue'] ?? '').replace(/\{(\w+)\}/g, (_all, name: string) => {
    const field = form.elements.namedItem(name);
    const chosen = field instanceof HTMLSelectElement ? field.selectedOptions[0]?.text : undefined;
    return chosen ?? fields[name] ?? '';
  });
}

/** A station's answers on this computer, in their order. */
export async function tapsOf(radio: string): Promise<Tap[]> {
  return (await readAll<Tap>('taps')).filter((tap) => tap.radio === radio);
}

/** How many answers of whomever are not with the server. */
export async function countUnsent(): Promise<number> {
  return (await readAll<Tap>('taps')).filter(({ state }) => state !== 'sent').length;
}

export const eraseTap = (tap: Tap): Promise<unknown> => erase('taps', tap.seq);
export const askAgain = (tap: Tap): Promise<unknown> =>
  write('taps', { ...tap, state: 'waiting', sentences: [] });

/** What was sent is on the server, and its page shows it. */
export async function eraseSent(which = (_tap: Tap): boolean => true): Promise<void> {
  for (const tap of await readAll<Tap>('taps')) {
    if (tap.state === 'sent' && which(tap)) await eraseTap(tap);
  }
}

/**
 * Sends what waits, one after the other in the order in which it was given. Stops where the line breaks; whatever was
 * under way is sent again with the same key, and counts once.
 */
export async function sendTaps(radio: string, sentOne: () => Promise<void>): Promise<LineState> {
  for (const { seq } of await tapsOf(radio)) {
    const all = await tapsOf(radio);
    const tap = all.find((one) => one.seq === seq);
    if (tap?.state !== 'waiting') continue;
    const before = all.filter((one) => one.place === tap.place && one.seq < seq);
    const answer = await post(
      tap,
      before.reverse().find(({ state }) => state === 'sent'),
    );
    if (answer === 'no-line' || answer === 'signed-out') return answer;
    await write('taps', { ...tap, ...answer });
    await sentOne();
  }
  return 'done';
}

/** Whether the server took it, refused it for good, or could not be asked. */
async function post(
  tap: Tap,
  before: Tap | undefined,
): Promise<Pick<Tap, 'state' | 'sentences'> | 'no-line' | 'signed-out'> {
  const body = new URLSearchParams({
    ...tap.fields,
    radio: tap.radio,
    // What the station had seen: the page, or its own answer just before.
    seen: before?.fields['key'] ?? tap.mark,
    waited: String(waitedSeconds(tap.tapped, readClocks())),
  });
  try {
    const answer = await fetch(tap.action, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body,
    });
    if (answer.ok) return { state: 'sent', sentences: [] };
    if (answer.status === 401) return 'signed-out';
    const isForNow = [403, 408, 409, 425, 429].includes(answer.status) || answer.status >= 500;
    if (isForNow) return 'no-line';
    const { sentences = [] } = (await answer.json()) as { readonly sentences?: readonly string[] };
    return { state: 'refused', sentences };
  } catch {
    return 'no-line';
  }
}
