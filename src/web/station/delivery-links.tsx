import type { CalendarDay } from '../../domain/shared';
import { DAY_SHEET, DOOR_FORMATS } from '../doors';
import { formatSize } from '../shared';
import type { WeekFile } from './programme';

/** What a person at the station wants by itself: the others lie in the archive, or are read by programs over a link. */
const ON_THE_PAGE = ['feuille.pdf', 'whatsapp.txt'];

/** The whole list of the week at once: for a USB stick, and for the programs of the station. */
export function DeliveryLinks({
  files,
  day,
}: {
  readonly files: readonly WeekFile[];
  readonly day: CalendarDay;
}) {
  const total = files.reduce((sum, { rendition }) => sum + rendition.sizeBytes, 0);
  const lists = [DAY_SHEET, ...DOOR_FORMATS].filter(({ code }) => ON_THE_PAGE.includes(code));
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
      <ul class="inside">
        {lists.map(({ code, name }) => (
          <li>
            <a href={`/station/listes/${code}?jour=${day}`}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
