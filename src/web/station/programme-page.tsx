import type { Campaign } from '../../composition/ports';
import type { Airing, StationDay } from '../../domain/broadcast';
import { addDays } from '../../domain/shared';
import type { Station } from '../../domain/stations';
import {
  capitalise,
  formatClock,
  formatDay,
  formatDuration,
  formatMoment,
  formatSize,
  french,
  languageInWords,
  NARROW,
  type Page,
} from '../shared';
import type { StationAlerts } from '../../use-cases/alerts';
import type { CancelledWindow } from '../../use-cases/delivery';
import { Alerts } from './alerts';
import { DeliveryLinks } from './delivery-links';
import type { Day, Programme, WeekFile } from './programme';
import {
  AnswersToCome,
  FileAndText,
  SlotCard,
  slotAnchor,
  SlotLine,
  type CardContext,
} from './slot-card';
import { StationBar } from './station-bar';
import { DayCode, RecordingProof, WholeDay } from './whole-day';

/** What was just done, by the name that the address gives it. */
const FLASHES: Readonly<Record<string, string>> = {
  aired: 'C’est noté : diffusé dans le créneau. Merci.',
  'aired-at-another-time': 'C’est noté : diffusé à une autre heure. Merci.',
  missed: 'C’est noté : pas diffusé. Merci de l’avoir dit.',
  'bien-recu': 'C’est noté : la campagne sait que vous êtes au courant. Merci.',
  'alerte-finie': 'Cette alerte est terminée : il n’y a plus rien à faire.',
  day: 'C’est noté : toute la journée est confirmée. Corrigez ci-dessous ce qui n’est pas passé.',
  recording: 'C’est noté : l’enregistrement est joint à la diffusion. Merci.',
  unplanned: 'C’est noté : la diffusion non prévue a été ajoutée. Merci.',
};

export type ProgrammeView = {
  readonly campaign: Campaign;
  readonly station: Station;
  readonly programme: Programme;
  readonly alerts: StationAlerts;
  /** Windows that the station was told of and that are no longer to be aired. */
  readonly cancelled: readonly CancelledWindow[];
  /** What was added beside the plan in the days shown, newest first. */
  readonly unplanned: readonly Airing[];
  /** Entries whose recording was erased since. */
  readonly erased: ReadonlySet<string>;
  readonly context: CardContext;
  readonly flash: string | null;
  /** The code of today and its numbered lines; null when nothing is planned. */
  readonly dayCode: StationDay | null;
  readonly news: string | null;
  readonly unplannedForm: UnplannedForm | null;
  /** Something that could not be done, said at the top. */
  readonly trouble: string | null;
  readonly script: string | null;
};

/** An unplanned airing that was not accepted: shown again as it was entered. */
export type UnplannedForm = {
  readonly spot: string;
  readonly day: string;
  readonly time: string;
  readonly sentences: readonly string[];
};

/** A station's page: what awaits an answer, today, the week's files, the coming days. */
export function programmePage(view: ProgrammeView): Page {
  const { station, programme, context } = view;
  return {
    title: `Programme de ${station.name}`,
    subtitle: view.campaign.name,
    home: '/station/programme',
    isIndexed: false,
    bar: <StationBar station={station} />,
    isLean: true,
    script: view.script,
    foot: (
      <p>
        Les heures sont celles de la station ({station.timeZone}), données par le serveur
        <span id="horloge" />.
      </p>
    ),
    main: (
      <>
        <h1>{station.name}</h1>
        <p class="lead">
          {station.place}
          {station.frequencyMhz === null
            ? null
            : ` · ${String(station.frequencyMhz).replace('.', ',')}\u00a0MHz`}
        </p>
        {/* Here the script says what waits for the line. Without a script it stays empty. */}
        <div
          id="poste"
          aria-live="polite"
          data-radio={station.code}
          data-zone={station.timeZone}
          data-day={programme.today.day}
        />
        <Notices view={view} />
        <Alerts alerts={view.alerts} timeZone={station.timeZone} day={programme.today.day} />
        <Facts programme={programme} now={context.now} />
        <Unanswered days={programme.unanswered} context={context} />
        <section aria-labelledby="jour">
          <h2 id="jour">
            Aujourd’hui <span class="soft">{formatDay(programme.today.day, { year: true })}</span>
          </h2>
          <WholeDay day={programme.today} context={context} />
          {programme.today.slots.length === 0 ? (
            <p class="notice">Rien à diffuser aujourd’hui.</p>
          ) : (
            programme.today.slots.map((slot) => <SlotCard view={slot} context={context} />)
          )}
          <DayCode day={programme.today} code={view.dayCode} context={context} />
        </section>
        <Cancelled windows={view.cancelled} timeZone={station.timeZone} />
        <WeekFiles files={programme.files} />
        <DeliveryLinks files={programme.files} day={programme.today.day} />
        <ComingDays days={programme.coming} context={context} />
        <Answered days={programme.answered} context={context} />
        <Unplanned view={view} />
        {view.script === null ? null : <AnswersToCome />}
      </>
    ),
  };
}

/** What is waiting, in one line. */
function Facts({ programme, now }: { readonly programme: Programme; readonly now: Date }) {
  const answers = [...programme.unanswered, programme.today]
    .flatMap(({ slots }) => slots)
    .filter(({ slot, airing }) => airing === null && slot.windowStart <= now).length;
  const wanted = programme.files.filter(({ view }) => !view.isDownloaded);
  const total = wanted.reduce((sum, { rendition }) => sum + rendition.sizeBytes, 0);
  return (
    <ul class="facts">
      <li id="attendues">
        {count(answers, 'réponse attendue', 'réponses attendues', 'Aucune réponse attendue')}
      </li>
      <li>
        {count(
          wanted.length,
          'fichier à télécharger',
          'fichiers à télécharger',
          'Aucun fichier à télécharger',
        )}
        {total === 0 ? null : ` (${formatSize(total)}${wanted.length === 1 ? '' : ' en tout'})`}
      </li>
    </ul>
  );
}

function count(number: number, one: string, many: string, none: string): string {
  return number === 0 ? none : `${number}\u00a0${number === 1 ? one : many}`;
}

function Notices({ view }: { readonly view: ProgrammeView }) {
  const { flash, context, trouble, unplannedForm } = view;
  const flashWords = flash !== null && Object.hasOwn(FLASHES, flash) ? FLASHES[flash] : undefined;
  const mistakeAt =
    context.mistake !== null
      ? slotAnchor(context.mistake.slotId)
      : unplannedForm !== null
        ? 'non-prevu'
        : null;
  return (
    <>
      {flashWords === undefined ? null : (
        <p class="notice good" role="status">
          {french(flashWords)}
        </p>
      )}
      {view.news === null ? null : (
        <p class="notice good" role="status">
          {french(view.news)}
        </p>
      )}
      {trouble === null ? null : (
        <p class="notice bad" role="alert">
          {french(trouble)}
        </p>
      )}
      {mistakeAt === null ? null : (
        <p class="notice bad" role="alert">
          Votre réponse n’a pas été enregistrée. <a href={`#${mistakeAt}`}>Voir pourquoi</a>
        </p>
      )}
    </>
  );
}

function Unanswered(props: { readonly days: readonly Day[]; readonly context: CardContext }) {
  if (props.days.length === 0) return null;
  return (
    <section aria-labelledby="a-confirmer">
      <h2 id="a-confirmer">À confirmer</h2>
      {props.days.map(({ day, slots }) => (
        <>
          <p class="dayname">{capitalise(formatDay(day, { year: false }))}</p>
          <WholeDay day={{ day, slots }} context={props.context} />
          {slots.map((slot) => (
            <SlotCard view={slot} context={props.context} />
          ))}
        </>
      ))}
    </section>
  );
}

/** A sheet that was printed before may still ask for these. */
function Cancelled(props: {
  readonly windows: readonly CancelledWindow[];
  readonly timeZone: string;
}) {
  if (props.windows.length === 0) return null;
  return (
    <section aria-labelledby="annule">
      <h2 id="annule">
        Annulé <span class="soft">ne diffusez pas à ces heures</span>
      </h2>
      <ul class="rows">
        {props.windows.map(({ airDate, windowStart, windowEnd, spotCode, title }) => (
          <li>
            <del>
              {capitalise(formatDay(airDate, { year: false }))},{' '}
              {formatClock(windowStart, props.timeZone)} – {formatClock(windowEnd, props.timeZone)}
              {NARROW}: spot {spotCode}
              {title === null ? null : ` ${title}`}
            </del>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WeekFiles({ files }: { readonly files: readonly WeekFile[] }) {
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="fichiers">
      <h2 id="fichiers">
        Fichiers de la semaine <span class="soft">à avoir sur votre ordinateur</span>
      </h2>
      {files.map(({ rendition, view }) => (
        <article class={view.isDownloaded ? 'card done' : 'card'}>
          <h3>{view.spot.title}</h3>
          <p class="soft">
            Spot {view.spot.code} · {languageInWords(view.spot.language)} ·{' '}
            {formatDuration(rendition.durationSeconds)}
            <br />
            <span class="small">{rendition.fileName}</span>
          </p>
          <ul class="badges" aria-label="État">
            {view.isDownloaded ? (
              <li class="badge good">Téléchargé</li>
            ) : (
              <li class="badge">À télécharger</li>
            )}
          </ul>
          <FileAndText view={view} />
        </article>
      ))}
    </section>
  );
}

function ComingDays(props: { readonly days: readonly Day[]; readonly context: CardContext }) {
  const last = props.days.at(-1);
  return (
    <section aria-labelledby="semaine">
      <h2 id="semaine">La semaine qui vient</h2>
      {props.days
        .filter(({ slots }) => slots.length > 0)
        .map(({ day, slots }) => (
          <>
            <p class="dayname">{capitalise(formatDay(day, { year: false }))}</p>
            <ul class="rows">
              {slots.map((slot) => (
                <SlotLine view={slot} context={props.context} />
              ))}
            </ul>
          </>
        ))}
      {last === undefined || !props.days.some(({ slots }) => slots.length === 0) ? null : (
        <p class="soft">
          {props.days.every(({ slots }) => slots.length === 0)
            ? 'Rien n’est prévu'
            : 'Rien d’autre n’est prévu'}{' '}
          jusqu’au {formatDay(last.day, { year: false })}.
        </p>
      )}
    </section>
  );
}

function Answered(props: { readonly days: readonly Day[]; readonly context: CardContext }) {
  if (props.days.length === 0) return null;
  return (
    <section aria-labelledby="repondu">
      <h2 id="repondu">Déjà confirmé</h2>
      {props.days.map(({ day, slots }) => (
        <details>
          <summary>
            {capitalise(formatDay(day, { year: false }))}
            <span class="soft">
              {slots.length === 1 ? '1 réponse' : `${slots.length} réponses`}
            </span>
          </summary>
          <div class="inside">
            {slots.map((slot) => (
              <SlotCard view={slot} context={props.context} />
            ))}
          </div>
        </details>
      ))}
    </section>
  );
}

function Unplanned({ view }: { readonly view: ProgrammeView }) {
  const { context, programme, unplannedForm: entered, unplanned } = view;
  const { today } = programme;
  return (
    <section aria-labelledby="non-prevu-titre" id="non-prevu">
      <h2 id="non-prevu-titre">Diffusion non prévue</h2>
      <p>Vous avez diffusé un spot en plus du programme{NARROW}? Ajoutez cette diffusion ici.</p>
      {unplanned.length === 0 ? null : (
        <ul>
          {unplanned.map((airing) => (
            <li>
              Spot {airing.spotCode}
              {airing.airedAt === null
                ? null
                : `, ${formatMoment(airing.airedAt, context.timeZone)}`}
              {(airing.noticeId ?? null) === null ? null : ' (message urgent)'}
              {airing.evidence === 'recording' ? (
                <RecordingProof isErased={view.erased.has(airing.id)} />
              ) : (
                <p>
                  <a href={`/station/airings/recording?diffusion=${encodeURIComponent(airing.id)}`}>
                    Joindre un enregistrement
                  </a>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <details open={entered !== null}>
        <summary>Ajouter une diffusion</summary>
        <form
          class="card"
          method="post"
          action="/station/airings/unplanned"
          data-queue={`Diffusion non prévue du spot {spot}, {day} à {time}`}
        >
          {entered === null ? null : (
            <div class="notice bad" role="alert">
              {entered.sentences.map((sentence) => (
                <p>{french(sentence)}</p>
              ))}
            </div>
          )}
          <div class="field">
            <label for="spot">Numéro du spot</label>
            <p class="hint" id="spot-hint">
              Quatre chiffres, dits aussi dans le nom du fichier.
            </p>
            <input
              class="code"
              type="text"
              id="spot"
              name="spot"
              inputMode="numeric"
              maxLength={4}
              required
              value={entered?.spot ?? ''}
              autocomplete="off"
              aria-describedby="spot-hint"
            />
          </div>
          <div class="pair">
            <div class="field">
              <label for="jour-passe">Jour</label>
              <input
                type="date"
                id="jour-passe"
                name="day"
                required
                max={today.day}
                min={addDays(today.day, -31)}
                value={entered?.day ?? today.day}
              />
            </div>
            <div class="field">
              <label for="heure-passe">Heure</label>
              <input
                type="time"
                id="heure-passe"
                name="time"
                required
                value={entered?.time ?? ''}
                placeholder="14:05"
              />
            </div>
          </div>
          <p>
            <button type="submit">Ajouter cette diffusion</button>
          </p>
        </form>
      </details>
    </section>
  );
}
