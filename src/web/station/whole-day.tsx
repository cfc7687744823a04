import { splitDay, type StationDay } from '../../domain/broadcast';
import { formatClock, NARROW } from '../shared';
import type { Day, SlotView } from './programme';

type Context = { readonly now: Date; readonly timeZone: string };

function isSuspended({ heldBack, spot }: SlotView): boolean {
  return heldBack.length > 0 || spot.title === null;
}

/** One tap for a day that went as planned; what did not is corrected at its slot afterwards. */
export function WholeDay({ day, context }: { readonly day: Day; readonly context: Context }) {
  const items = day.slots.map((view) => ({ ...view, isSuspended: isSuspended(view) }));
  const { open } = splitDay(items, context.now);
  if (open.length < 2) return null;
  return (
    <form class="actions" method="post" action="/station/airings/day">
      <input type="hidden" name="day" value={day.day} />
      <button type="submit">Tout a été diffusé ({open.length})</button>
      <span class="soft small">Corrigez ensuite ce qui ne l’a pas été.</span>
    </form>
  );
}

/** The day's code and the numbers of its lines: for a text message, or to be named on the telephone. */
export function DayCode(props: {
  readonly day: Day;
  readonly code: StationDay | null;
  readonly context: Context;
}) {
  const { code, context, day } = props;
  if (code === null || day.slots.length === 0) return null;
  const numberOf = new Map(code.lines.map(({ slotId, number }) => [slotId, number]));
  return (
    <details>
      <summary>
        Par SMS ou au téléphone{NARROW}: code du jour {code.code}
      </summary>
      <div class="inside">
        <p>
          Si la campagne vous a donné un numéro pour les SMS, écrivez{' '}
          <strong>OK {code.code}</strong>
          {NARROW}: tout a été diffusé. Ou bien <strong>NON {code.code} 3 COURANT</strong>
          {NARROW}: la ligne 3 n’est pas passée, faute de courant. Raisons{NARROW}: COURANT,
          EMETTEUR, RESEAU, FICHIER, PERSONNE, REFUS.
        </p>
        <ul>
          {day.slots.map(({ slot, spot }) => (
            <li>
              Ligne {numberOf.get(slot.id) ?? '–'}
              {NARROW}: {formatClock(slot.windowStart, context.timeZone)}, spot {spot.code}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

/** Says that a recording proves an airing, or did. */
export function RecordingProof({ isErased }: { readonly isErased: boolean }) {
  return (
    <p class="soft small">
      {isErased
        ? 'Un enregistrement de l’antenne était joint : il a été effacé.'
        : 'Un enregistrement de l’antenne est joint.'}
    </p>
  );
}

/** What proves an airing beyond the station's word, or where such proof is handed in. */
export function Proof({ view }: { readonly view: SlotView }) {
  const { airing, slot } = view;
  if (airing === null || airing.outcome === 'missed' || isSuspended(view)) return null;
  if (airing.evidence === 'recording') {
    return <RecordingProof isErased={view.isRecordingErased} />;
  }
  return (
    <p class="actions">
      <a
        class="button quiet"
        href={`/station/airings/recording?slot=${encodeURIComponent(slot.id)}`}
      >
        Joindre un enregistrement
      </a>
    </p>
  );
}
