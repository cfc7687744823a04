import type { CalendarDay } from '../../domain/shared';
import { DAY_SHEET } from '../doors';
import { formatSize } from '../shared';
import type { WeekFile } from './programme';

/**
 * The whole list of the week at once, for a USB stick and for the programs of the station, and the sheet of the day. The other
 * lists lie in the archive: each line here costs every visit.
 */
export function DeliveryLinks({
  files,
  day,
}: {
  readonly files: readonly WeekFile[];
  readonly day: CalendarDay;
}) {
  const total = files.reduce((sum, { rendition }) => sum + rendition.sizeBytes, 0);
  return (
    <section aria-labelledby="archive">
      <h2 id="archive">Pour une clé USB ou un logiciel</h2>
      <p>Les sons de la semaine et les listes de lecture, en une seule archive.</p>
      <p class="actions">
        <a class="button quiet" href="/station/bundle.zip">
          Télécharger l’archive{total === 0 ? null : ` (environ ${formatSize(total)})`}
        </a>
        <a class="button quiet" href={`/station/listes/${DAY_SHEET.code}?jour=${day}`}>
          {DAY_SHEET.name}
        </a>
      </p>
    </section>
  );
}
