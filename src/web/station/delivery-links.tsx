import type { CalendarDay } from '../../domain/shared';
import { DAY_SHEET, DOOR_FORMATS } from '../doors';
import { formatSize } from '../shared';
import type { WeekFile } from './programme';

/** Read by programs over the network with a link of their own, never by a person on a page. */
const FOR_PROGRAMS = ['podcast.xml', 'manifest.json'];

/** The whole list of the week at once: for a USB stick, and for the programs of the station. */
export function DeliveryLinks({
  files,
  day,
}: {
  readonly files: readonly WeekFile[];
  readonly day: CalendarDay;
}) {
  const total = files.reduce((sum, { rendition }) => sum + rendition.sizeBytes, 0);
  const lists = [DAY_SHEET, ...DOOR_FORMATS].filter(({ code }) => !FOR_PROGRAMS.includes(code));
  return (
    <section aria-labelledby="archive">
      <h2 id="archive">Pour une clé USB ou un logiciel</h2>
      <p>
        Les sons de la semaine, les listes de lecture et quoi en faire, en une seule archive. Un
        téléchargement coupé reprend où il s’est arrêté.
      </p>
      <p class="actions">
        <a class="button quiet" href="/station/bundle.zip">
          Télécharger l’archive{total === 0 ? null : ` (environ ${formatSize(total)})`}
        </a>
      </p>
      {lists.length === 0 ? null : (
        <details>
          <summary>Listes d’aujourd’hui</summary>
          <ul class="inside">
            {lists.map(({ code, name }) => (
              <li>
                <a href={`/station/listes/${code}?jour=${day}`}>{name}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
