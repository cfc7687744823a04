import {
  clockSentence,
  copySentence,
  LINE,
  refusedSentence,
  waitingSentence,
} from '../../../wording/station-page';
import { openSlots, showTaps } from './cards';
import { read, write } from './database';
import { button, link, make } from './elements';
import { clearComputer } from './leave';
import { readClocks, serverTime, type Anchor } from './server-clock';
import { reviewSounds, watchDownloads } from './sounds';
import { askAgain, eraseSent, eraseTap, keepTap, sendTaps, tapsOf, type LineState } from './taps';

const LOOK_AGAIN_MS = 20_000;

const LAST_CHANCE_MS = 4000;

/** A person's watch and ours may differ by this much. */
const WRONG_CLOCK_MS = 3 * 60_000;

/**
 * The programme of a station: what is answered here goes into the queue first, and then on the line.
 * @param onTimeNoted called once the server's time is kept on this computer
 */
export async function runProgramme(place: HTMLElement, onTimeNoted: () => void): Promise<void> {
  const radio = place.dataset['radio'] ?? '';
  const zone = place.dataset['zone'] ?? 'UTC';
  const savedAt = place.dataset['copie'];
  let line: LineState = savedAt === undefined ? 'done' : 'no-line';
  let isSending = false;
  let isBack = false;

  let anchor: Anchor | null = null;
  const copiedAt = savedAt === undefined ? null : Number(savedAt) * 1000;
  const now = () => serverTime(anchor, readClocks(), copiedAt);
  const inZone = (at: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('fr-FR', { timeZone: zone, ...options }).format(at);

  async function paint(): Promise<void> {
    const taps = await tapsOf(radio);
    await showTaps(taps);
    const waiting = taps.filter(({ state }) => state === 'waiting').length;
    const refused = taps.filter(({ state }) => state === 'refused');
    const parts: HTMLElement[] = [];
    if (savedAt !== undefined && isBack) {
      const back = make('p', '', LINE.isBack);
      parts.push(make('div', 'notice good', back, link(LINE.reload, '/station/programme')));
    } else if (savedAt !== undefined) {
      const when = inZone(Number(savedAt) * 1000, { dateStyle: 'long', timeStyle: 'short' });
      parts.push(make('p', 'notice warn', copySentence(when)));
    }
    if (waiting > 0 && line !== 'done') {
      parts.push(
        make(
          'div',
          'notice warn',
          make('p', '', waitingSentence(waiting, line === 'signed-out')),
          line === 'signed-out'
            ? link(LINE.signIn, '/station?avis=expiree')
            : button(LINE.sendNow, () => void send()),
        ),
      );
    }
    if (refused.length > 0) {
      const told = make('div', 'notice bad', make('p', '', refusedSentence(refused.length)));
      for (const tap of refused) {
        told.append(
          make('p', '', make('strong', '', [tap.subject, tap.words].filter(Boolean).join(' : '))),
          make('p', '', tap.sentences.join(' ')),
          make(
            'p',
            'actions',
            button(LINE.sendAgain, () => void askAgain(tap).then(send)),
            button(LINE.forget, () => void eraseTap(tap).then(paint)),
          ),
        );
      }
      parts.push(told);
    }
    if (!now().isSure) parts.push(make('p', 'notice', LINE.unsureClock));
    place.replaceChildren(...parts);
  }

  function tick(): void {
    const { at, isSure } = now();
    openSlots(at, isSure);
    const clock = document.getElementById('horloge');
    if (clock !== null && isSure) {
      const time = inZone(at, { hour: 'numeric', minute: '2-digit' }).replace(':', '\u00a0h\u00a0');
      const isWrong = Math.abs(at - readClocks().wall) > WRONG_CLOCK_MS;
      clock.textContent = clockSentence(time, isWrong);
    }
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
    const today = document.getElementById('jour')?.firstChild;
    if (isSure && day !== place.dataset['day'] && today) today.textContent = `${LINE.programmeOf} `;
  }

  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    try {
      line = await sendTaps(radio, () => {
        isBack = true;
        return paint();
      });
    } finally {
      isSending = false;
    }
    await paint();
  }

  const settled = settle();
  async function settle(): Promise<void> {
    const before = await read<string>('notes', 'radio');
    if (before !== radio) {
      // Another station sat here and did not sign out.
      if (before !== undefined) await clearComputer();
      await write('notes', radio, 'radio');
    }
    // A new page shows what was added beside the plan.
    if (savedAt === undefined) await eraseSent(({ mark }) => mark === '');
    anchor = await findAnchor(savedAt !== undefined);
    onTimeNoted();
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (form.dataset['queue'] !== undefined) {
      event.preventDefault();
      // When this computer cannot keep it, it is sent as it would be without a script.
      void keepTap(form, radio).then(
        async () => {
          await settled;
          form.closest('details')?.removeAttribute('open');
          await paint();
          await send();
        },
        () => form.submit(),
      );
    } else if (form.action.endsWith('/station/sign-out')) {
      event.preventDefault();
      // What waits gets a last chance, but nobody is kept waiting.
      const patience = new Promise((done) => setTimeout(done, LAST_CHANCE_MS));
      void Promise.race([send(), patience])
        .then(clearComputer)
        .finally(() => form.submit());
    }
  });
  if ('caches' in window) watchDownloads();
  await settled;
  if ('caches' in window) await reviewSounds(savedAt === undefined);
  addEventListener('online', () => void send());
  tick();
  await send();
  setInterval(() => {
    tick();
    void tapsOf(radio).then((taps) => {
      if (taps.some(({ state }) => state === 'waiting')) void send();
    });
  }, LOOK_AGAIN_MS);
}

/** What the server said of the time: with this page, or with the last one that came over the line. */
async function findAnchor(isCopy: boolean): Promise<Anchor | null> {
  const last = (await read<Anchor>('notes', 'anchor')) ?? null;
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const told = page?.serverTiming?.find(({ name }) => name === 'heure')?.duration;
  if (isCopy || page === undefined || told === undefined) return last;
  const clocks = readClocks();
  const anchor: Anchor = {
    origin: clocks.origin,
    perf: page.responseStart,
    wall: clocks.wall - clocks.perf + page.responseStart,
    server: told * 1000,
  };
  // The browser may show a page again as it was: an older word of the server's is no news.
  if (last !== null && anchor.server < last.server) return last;
  await write('notes', anchor, 'anchor');
  return anchor;
}
