import { expectedSentence, LINE } from '../../../wording/station-page';
import { make } from './elements';
import { eraseTap, type Tap } from './taps';

/** Opens the slots whose hour has come while the page stood open, or off the line. */
export function openSlots(serverNow: number, isSure: boolean): void {
  const answers = document.querySelector<HTMLTemplateElement>('#reponses');
  if (answers === null) return;
  for (const slot of document.querySelectorAll<HTMLElement>('[data-start]')) {
    if (isSure && Number(slot.dataset['start']) * 60_000 > serverNow) continue;
    delete slot.dataset['start'];
    const id = slot.id.replace('creneau-', '');
    const forms = answers.content.cloneNode(true) as DocumentFragment;
    for (const field of forms.querySelectorAll<HTMLInputElement>('[name=slot]')) field.value = id;
    for (const field of forms.querySelectorAll('[id]')) field.id += id;
    for (const label of forms.querySelectorAll('label')) label.htmlFor += id;
    slot.classList.add('edge');
    const inside = slot.querySelector('.slot > div') ?? slot;
    badgesOf(slot).prepend(make('li', 'badge warn', LINE.toConfirm));
    const first = inside.querySelector(':scope > .actions, :scope > details');
    inside.insertBefore(forms, first);
  }
  countExpected();
}

function badgesOf(place: Element): Element {
  const there = place.querySelector('.badges');
  if (there !== null) return there;
  const made = make('ul', 'badges');
  (place.querySelector('h3, h2') ?? place).after(made);
  return made;
}

/** Says at each slot what was answered here, until the page of the server says so itself. */
export async function showTaps(taps: readonly Tap[]): Promise<void> {
  for (const old of document.querySelectorAll('[data-tap]')) old.remove();
  for (const tap of taps) {
    const place = document.getElementById(tap.place);
    if (place === null) continue;
    const isPageNewer = tap.state === 'sent' && markOf(place) !== tap.mark;
    if (isPageNewer) await eraseTap(tap);
    else show(place, tap);
  }
  countExpected();
}

/** Empty where the page shows no state that could tell it. */
function markOf(place: Element): string {
  return place.querySelector<HTMLInputElement>('[name=key]')?.value ?? '';
}

const LOOKS = {
  waiting: ['warn', LINE.tapWaits],
  sent: ['good', LINE.tapSent],
  refused: ['bad', LINE.tapRefused],
} as const;

function show(place: HTMLElement, tap: Tap): void {
  const [tone, state] = LOOKS[tap.state];
  const badges = badgesOf(place);
  badges.querySelector('[data-tap]')?.remove();
  const badge = make('li', `badge ${tone}`, `${tap.words} · ${state}`);
  badge.dataset['tap'] = '';
  badges.prepend(badge);
  if (!place.classList.contains('card') && !place.matches('.rows > li')) return;
  const isAnswered = tap.state !== 'refused';
  const isMissed = tap.fields['outcome'] === 'missed';
  place.classList.toggle('edge', !isAnswered);
  place.classList.toggle('done', isAnswered && !isMissed);
  place.classList.toggle('lost', isAnswered && isMissed);
  for (const old of badges.querySelectorAll<HTMLElement>('.warn:not([data-tap])')) {
    old.hidden = isAnswered;
  }
  const main = place.querySelector<HTMLElement>('.slot > div > form[data-queue]');
  if (main === null) return;
  main.hidden = isAnswered;
  const other = main.nextElementSibling?.querySelector('summary');
  if (other) other.textContent = isAnswered ? LINE.correct : LINE.other;
}

function countExpected(): void {
  const expected = document.getElementById('attendues');
  if (expected !== null) {
    expected.textContent = expectedSentence(
      document.querySelectorAll('[id^=creneau-].edge').length,
    );
  }
}
