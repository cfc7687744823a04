import type { StationAlerts, StationRecall, StationUrgent } from '../../use-cases/alerts';
import { dayInZone, type CalendarDay } from '../../domain/shared';
import {
  formatClock,
  formatDay,
  formatDuration,
  formatSize,
  french,
  languageInWords,
  NARROW,
} from '../shared';
import { filePath } from './slot-card';

/** Where an alert stands on the page. */
function alertAnchor(noticeId: string): string {
  return `alerte-${noticeId}`;
}

/** What the station must know before anything else: what to air now, what never to air again. */
export function Alerts({
  alerts,
  timeZone,
  day,
}: {
  readonly alerts: StationAlerts;
  readonly timeZone: string;
  /** Today at the station. */
  readonly day: CalendarDay;
}) {
  const { urgents, recalls, lifted } = alerts;
  if (urgents.length + recalls.length + lifted.length === 0) return null;
  return (
    <section aria-labelledby="alertes">
      <h2 id="alertes">À faire tout de suite</h2>
      {urgents.map((urgent) => (
        <Urgent urgent={urgent} timeZone={timeZone} day={day} />
      ))}
      {recalls.map((recall) => (
        <Recall recall={recall} />
      ))}
      {lifted.map((notice) => (
        <p class="notice" id={alertAnchor(notice.id)}>
          Spot {notice.spotCode}
          {NARROW}: le rappel est levé. S’il revient à votre programme, téléchargez-le de nouveau.
        </p>
      ))}
    </section>
  );
}

function Urgent(props: {
  readonly urgent: StationUrgent;
  readonly timeZone: string;
  readonly day: CalendarDay;
}) {
  const { notice, title, language, liveText, rendition, isAcknowledged, airedAt } = props.urgent;
  return (
    <article class={isAcknowledged ? 'card done' : 'card lost'} id={alertAnchor(notice.id)}>
      <ul class="badges" aria-label="État">
        <li class="badge bad">Message urgent</li>
        {isAcknowledged ? <li class="badge good">Bien reçu</li> : null}
        {airedAt.map((at) => (
          <li class="badge good">Diffusé à {formatClock(at, props.timeZone)}</li>
        ))}
      </ul>
      <h3>{title}</h3>
      <p>
        <strong>{french(notice.reason)}</strong>
      </p>
      <p class="soft">
        Spot {notice.spotCode} · {languageInWords(language)}
        {rendition === null ? null : ` · ${formatDuration(rendition.durationSeconds)}`}
        <Until endsAt={notice.endsAt ?? null} timeZone={props.timeZone} />
      </p>
      <p>Diffusez-le dès que possible. Ensuite, dites à quelle heure.</p>
      {rendition === null ? null : (
        <>
          <audio
            controls
            preload="none"
            src={filePath(rendition.id)}
            aria-label={`Spot ${notice.spotCode}, message urgent`}
          />
          <p class="actions">
            <a
              class="button quiet"
              href={`${filePath(rendition.id)}?dl=1`}
              download={rendition.fileName}
            >
              Télécharger ({formatSize(rendition.sizeBytes)})
            </a>
          </p>
        </>
      )}
      {liveText === null ? null : (
        <>
          <p class="small soft">
            Pas de fichier ou pas de réseau{NARROW}: lisez ce texte à l’antenne.
          </p>
          <p class="read" lang={language}>
            {liveText}
          </p>
        </>
      )}
      {isAcknowledged ? null : (
        <Acknowledge noticeId={notice.id} words="Bien reçu, on le diffuse" />
      )}
      <Aired urgent={props.urgent} day={props.day} />
    </article>
  );
}

/** Each airing of it counts, as the answer to this message; the same minute sent twice is one. */
function Aired(props: { readonly urgent: StationUrgent; readonly day: CalendarDay }) {
  const { notice } = props.urgent;
  const id = `urgent-${notice.id}`;
  return (
    <form
      method="post"
      action="/station/airings/unplanned"
      data-queue={`Message urgent ${notice.spotCode} diffusé à {time}`}
    >
      <input type="hidden" name="spot" value={notice.spotCode} />
      <input type="hidden" name="day" value={props.day} />
      <div class="field">
        <label for={id}>Diffusé aujourd’hui à</label>
        <input type="time" id={id} name="time" required placeholder="14:05" />
      </div>
      <p>
        <button class="quiet" type="submit">
          Enregistrer cette heure
        </button>
      </p>
    </form>
  );
}

function Until({ endsAt, timeZone }: { readonly endsAt: Date | null; readonly timeZone: string }) {
  if (endsAt === null) return null;
  const day = formatDay(dayInZone(endsAt, timeZone), { year: false });
  return (
    <>
      {' · '}jusqu’au {day} à {formatClock(endsAt, timeZone)}
    </>
  );
}

function Recall({ recall }: { readonly recall: StationRecall }) {
  const { notice, isAcknowledged, fileNamesBegin } = recall;
  if (isAcknowledged) {
    return (
      <p class="notice" id={alertAnchor(notice.id)}>
        Spot {notice.spotCode}
        {NARROW}: retiré. Vous avez confirmé l’avoir effacé. Ne le diffusez plus.
      </p>
    );
  }
  return (
    <article class="card lost" id={alertAnchor(notice.id)}>
      <ul class="badges" aria-label="État">
        <li class="badge bad">Spot retiré</li>
      </ul>
      <h3>Ne diffusez plus le spot {notice.spotCode}</h3>
      <p>{french(notice.reason)}</p>
      <p>
        Effacez les fichiers dont le nom commence par <strong>{fileNamesBegin}</strong> sur
        l’ordinateur, les clés USB et les téléphones, et retirez-les de vos listes de lecture.
      </p>
      <Acknowledge noticeId={notice.id} words="C’est effacé" />
    </article>
  );
}

/** Sent twice, it counts once: no key is needed. */
function Acknowledge(props: { readonly noticeId: string; readonly words: string }) {
  return (
    <form method="post" action="/station/alerts">
      <input type="hidden" name="notice" value={props.noticeId} />
      <p>
        <button type="submit">{props.words}</button>
      </p>
    </form>
  );
}
