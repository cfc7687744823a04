import type { ComponentChildren } from 'preact';
import type { Rendition } from '../../domain/audio';
import { MISSED_REASONS, seenMark, shortSlotName } from '../../domain/broadcast';
import { holdSentence } from '../../wording/consent';
import { MISSED_REASON_NAMES } from '../../wording/broadcast';
import { toldToStations } from '../../wording/stations';
import {
  formatClock,
  french,
  formatDuration,
  formatSize,
  languageInWords,
  NARROW,
} from '../shared';
import type { SlotView } from './programme';
import { Proof } from './whole-day';

/** What every card of the page needs to know. */
export type CardContext = {
  readonly now: Date;
  readonly timeZone: string;
  /** A script will open the slots whose hour comes while the page stays open. */
  readonly hasScript: boolean;
  readonly mistake: Mistake | null;
};

/** An answer that was not accepted, shown again where it was given. */
export type Mistake = {
  readonly slotId: string;
  readonly sentences: readonly string[];
  readonly outcome: string;
  readonly time: string;
};

/** Where a slot stands on the page. */
export function slotAnchor(slotId: string): string {
  return `creneau-${shortSlotName(slotId)}`;
}

/** Where a file is served, to be played or, with `dl=1`, saved. */
export function filePath(renditionId: string): string {
  return `/station/files/${encodeURIComponent(renditionId)}`;
}

/** One slot: when, what, its file and text, and the answer to give. */
export function SlotCard({
  view,
  context,
}: {
  readonly view: SlotView;
  readonly context: CardContext;
}) {
  const { slot } = view;
  const isOpen = slot.windowStart <= context.now;
  const mistake = context.mistake?.slotId === slot.id ? context.mistake : null;
  return (
    <article
      class={`card ${edgeOf(view, isOpen)}`}
      id={slotAnchor(slot.id)}
      {...opening(view, context)}
    >
      <div class="slot">
        <p class="when">
          <When view={view} timeZone={context.timeZone} />
        </p>
        <div>
          <Title view={view} />
          <Badges view={view} timeZone={context.timeZone} isOpen={isOpen} />
          <HeldBack view={view} />
          {mistake === null ? null : (
            <div class="notice bad" role="alert">
              {mistake.sentences.map((sentence) => (
                <p>{french(sentence)}</p>
              ))}
            </div>
          )}
          {isOpen ? <Answers view={view} context={context} mistake={mistake} /> : null}
          <Proof view={view} />
          {isOpen ? <FoldedFile view={view} /> : <FileAndText view={view} />}
        </div>
      </div>
    </article>
  );
}

function When({ view, timeZone }: { readonly view: SlotView; readonly timeZone: string }) {
  return (
    <>
      {formatClock(view.slot.windowStart, timeZone)}
      {' – '}
      {formatClock(view.slot.windowEnd, timeZone)}
    </>
  );
}

function Title({ view }: { readonly view: SlotView }) {
  const { spot, rendition } = view;
  return (
    <>
      <h3>{spot.title ?? 'Spot retiré'}</h3>
      <p class="soft">
        Spot {spot.code} · {languageInWords(spot.language)}
        {rendition === null ? null : ` · ${formatDuration(rendition.durationSeconds)}`}
      </p>
    </>
  );
}

/** When a slot that is still to come begins, for the script: the page may stay open, or off the line, for days. */
function opening({ slot }: SlotView, { now, hasScript }: CardContext) {
  return hasScript && slot.windowStart > now
    ? { 'data-start': String(slot.windowStart.getTime() / 60_000) }
    : {};
}

/** A slot of a coming day, in brief: its file is in the list of the week. */
export function SlotLine({
  view,
  context,
}: {
  readonly view: SlotView;
  readonly context: CardContext;
}) {
  const { timeZone } = context;
  return (
    <li id={slotAnchor(view.slot.id)} {...opening(view, context)}>
      <div class="slot">
        <p class="when">
          <When view={view} timeZone={timeZone} />
        </p>
        <div>
          <Title view={view} />
          <Badges view={view} timeZone={timeZone} isOpen={false} />
          <HeldBack view={view} />
        </div>
      </div>
    </li>
  );
}

function edgeOf({ airing }: SlotView, isOpen: boolean): string {
  if (airing === null) return isOpen ? 'edge' : '';
  return airing.outcome === 'missed' ? 'lost' : 'done';
}

function Badges(props: {
  readonly view: SlotView;
  readonly timeZone: string;
  readonly isOpen: boolean;
}) {
  const { view, timeZone, isOpen } = props;
  return (
    <ul class="badges" aria-label="État">
      <AiringBadge view={view} timeZone={timeZone} isOpen={isOpen} />
      {view.heldBack.length > 0 ? <li class="badge bad">Suspendu</li> : null}
      {view.isDownloaded ? <li class="badge good">Téléchargé</li> : null}
      {view.rendition !== null && !view.isDownloaded && !isOpen ? (
        <li class="badge">À télécharger</li>
      ) : null}
      {view.rendition === null && view.heldBack.length === 0 && view.spot.title !== null ? (
        <li class="badge warn">Fichier pas encore prêt</li>
      ) : null}
    </ul>
  );
}

function AiringBadge(props: {
  readonly view: SlotView;
  readonly timeZone: string;
  readonly isOpen: boolean;
}) {
  const { airing } = props.view;
  if (airing === null) return props.isOpen ? <li class="badge warn">À confirmer</li> : null;
  if (airing.outcome === 'missed') {
    const reason = airing.missedReason === null ? '' : MISSED_REASON_NAMES[airing.missedReason];
    return (
      <li class="badge bad">
        Pas diffusé{reason === '' ? '' : `${NARROW}: ${reason.toLowerCase()}`}
      </li>
    );
  }
  const at = airing.airedAt === null ? '' : ` à ${formatClock(airing.airedAt, props.timeZone)}`;
  const how = airing.evidence === 'telephone' ? ', dit au téléphone' : '';
  return (
    <li class="badge good">
      {airing.outcome === 'aired' ? `Diffusé dans le créneau${how}` : `Diffusé${at}${how}`}
    </li>
  );
}

function HeldBack({ view }: { readonly view: SlotView }) {
  if (view.spot.title === null) {
    return (
      <p class="notice bad">
        La campagne a retiré ce spot{NARROW}: ne le diffusez pas. Si vous avez le fichier,
        effacez-le.
      </p>
    );
  }
  if (view.heldBack.length === 0) return null;
  return (
    <div class="notice bad">
      <p>
        <strong>Spot suspendu{NARROW}: ne le diffusez pas.</strong>
      </p>
      {toldToStations(view.heldBack).map((reason) => (
        <p>{french(holdSentence(reason))}</p>
      ))}
      {view.heldBack.some(({ kind }) => kind === 'withdrawn' || kind === 'recalled') ? (
        <p>Si vous avez déjà le fichier, effacez-le.</p>
      ) : null}
    </div>
  );
}

/** The sound to save, with its size, and below a fold the sound to play and the text to read live. */
export function FileAndText({ view }: { readonly view: SlotView }) {
  const { rendition, spot } = view;
  return (
    <>
      {rendition === null ? null : (
        <p class="actions">
          <Save rendition={rendition} />
        </p>
      )}
      {rendition === null && spot.liveText === null ? null : (
        <details>
          <summary>
            {rendition === null ? 'Texte à lire à l’antenne' : 'Écouter ou lire à l’antenne'}
          </summary>
          <div class="inside">
            <SoundAndText view={view} />
          </div>
        </details>
      )}
    </>
  );
}

/** The same, all of it below a fold: the slot is over, its answer comes first. */
function FoldedFile({ view }: { readonly view: SlotView }) {
  const { rendition, spot } = view;
  if (rendition === null && spot.liveText === null) return null;
  return (
    <details>
      <summary>{rendition === null ? 'Texte' : 'Fichier et texte'}</summary>
      <div class="inside">
        {rendition === null ? null : (
          <p class="actions">
            <Save rendition={rendition} />
          </p>
        )}
        <SoundAndText view={view} />
      </div>
    </details>
  );
}

function Save({ rendition }: { readonly rendition: Rendition }) {
  return (
    <a class="button quiet" href={`${filePath(rendition.id)}?dl=1`} download={rendition.fileName}>
      Télécharger ({formatSize(rendition.sizeBytes)})
    </a>
  );
}

function SoundAndText({ view }: { readonly view: SlotView }) {
  const { rendition, spot } = view;
  return (
    <>
      {rendition === null ? null : (
        <audio
          controls
          preload="none"
          src={filePath(rendition.id)}
          aria-label={`Spot ${spot.code}`}
        />
      )}
      {spot.liveText === null ? null : (
        <p class="read" lang={spot.language}>
          {spot.liveText.trim()}
        </p>
      )}
    </>
  );
}

function Answers(props: {
  readonly view: SlotView;
  readonly context: CardContext;
  readonly mistake: Mistake | null;
}) {
  const { view, mistake } = props;
  const { slot, airing } = view;
  const forms = <AnswerForms slotId={slot.id} mark={seenMark(airing)} mistake={mistake} />;
  if (airing === null) return forms;
  return (
    <details open={mistake !== null}>
      <summary>Corriger cette réponse</summary>
      <div class="inside">{forms}</div>
    </details>
  );
}

/** The answers of a slot that is still to come, out of sight: the script puts them in their place at its hour. */
export function AnswersToCome() {
  return (
    <template id="reponses">
      <AnswerForms slotId="" mark={seenMark(null)} mistake={null} />
    </template>
  );
}

function AnswerForms(props: {
  readonly slotId: string;
  readonly mark: string;
  readonly mistake: Mistake | null;
}) {
  const { slotId, mark, mistake } = props;
  return (
    <>
      <AnswerForm slotId={slotId} mark={mark} outcome="aired" says="Diffusé dans le créneau">
        <p>
          <button type="submit">Diffusé dans le créneau</button>
        </p>
      </AnswerForm>
      <details open={mistake !== null}>
        <summary>Autre réponse</summary>
        <div class="inside">
          <AnswerForm
            slotId={slotId}
            mark={mark}
            outcome="aired-at-another-time"
            says="Diffusé à {time}"
          >
            <div class="field">
              <label for={`heure-${slotId}`}>
                Diffusé à une autre heure{NARROW}: laquelle{NARROW}?
              </label>
              <input
                type="time"
                id={`heure-${slotId}`}
                name="time"
                required
                value={mistake?.time ?? ''}
                placeholder="14:05"
              />
            </div>
            <p>
              <button class="quiet" type="submit">
                Enregistrer cette heure
              </button>
            </p>
          </AnswerForm>
          <AnswerForm
            slotId={slotId}
            mark={mark}
            outcome="missed"
            says={`Pas diffusé${NARROW}: {reason}`}
          >
            <div class="field">
              <label for={`raison-${slotId}`}>
                Pas diffusé{NARROW}: pourquoi{NARROW}?
              </label>
              <select id={`raison-${slotId}`} name="reason" required>
                <option value="">Choisir une raison</option>
                {MISSED_REASONS.map((reason) => (
                  <option value={reason}>{MISSED_REASON_NAMES[reason]}</option>
                ))}
              </select>
            </div>
            <p>
              <button class="quiet" type="submit">
                Enregistrer cette raison
              </button>
            </p>
          </AnswerForm>
        </div>
      </details>
    </>
  );
}

/**
 * A form that the script keeps until the line is back; without a script it is sent at once. `says` is what is shown of
 * the answer while it waits, with the names of its fields in braces.
 */
function AnswerForm(props: {
  readonly slotId: string;
  readonly mark: string;
  readonly outcome: string;
  readonly says: string;
  readonly children: ComponentChildren;
}) {
  return (
    <form method="post" action="/station/airings" data-queue={props.says}>
      <input type="hidden" name="slot" value={props.slotId} />
      <input type="hidden" name="outcome" value={props.outcome} />
      <input type="hidden" name="key" value={props.mark} />
      {props.children}
    </form>
  );
}
