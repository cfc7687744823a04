import { Typography } from '@strapi/design-system';

import { frenchNumber } from '../../../web/shared/charts';
import type { ResultsOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { DataTable, type Column } from '../../parts/data-table';
import { counted } from '../../parts/figures';
import { StateBadge } from '../../parts/state-badge';

type Aware = ResultsOnWire['madeAware'];
type Village = Aware['villages'][number];

const NOT_COUNTED = 'personne n’a compté';

const COLUMNS: readonly Column<Village>[] = [
  {
    header: 'Village',
    cell: ({ place, zoneCodes }) => (
      <>
        {place}{' '}
        {zoneCodes.length > 1 && <StateBadge tone="warning">Deux zones : à vérifier</StateBadge>}
      </>
    ),
  },
  { header: 'Rencontres', isFigure: true, cell: ({ gatherings }) => frenchNumber(gatherings) },
  {
    header: 'Personnes sensibilisées',
    isFigure: true,
    cell: ({ people }) => (people === null ? NOT_COUNTED : frenchNumber(people)),
  },
  {
    header: 'Présences, toutes rencontres',
    isFigure: true,
    cell: ({ grossAttendance, people }) => (people === null ? '–' : frenchNumber(grossAttendance)),
  },
];

/** People made aware: of each village the best attended gathering, villages added. Attendances are shown apart. */
export function MadeAware({ madeAware }: { readonly madeAware: Aware }) {
  const { total, grossAttendance, villages, villagesWithoutHeadcount, trainings } = madeAware;
  return (
    <Card title="Personnes sensibilisées aux rencontres">
      <Typography>
        {total === null
          ? 'Aucune rencontre n’a encore de comptage.'
          : `${frenchNumber(total)} personnes : la plus forte affluence de chaque village, les villages additionnés. Présences en tout : ${frenchNumber(grossAttendance ?? 0)}, où la même personne peut compter plusieurs fois.`}
      </Typography>
      {villages.length > 0 && (
        <DataTable
          caption="Village par village"
          columns={COLUMNS}
          rows={villages}
          keyOf={({ key }) => key}
        />
      )}
      {villagesWithoutHeadcount.length > 0 && (
        <Typography>
          Sans comptage, donc hors du total : {villagesWithoutHeadcount.join(', ')}.
        </Typography>
      )}
      {trainings.gatherings > 0 && (
        <Typography>
          Formations, comptées à part :{' '}
          {trainings.attendance === null ? NOT_COUNTED : frenchNumber(trainings.attendance)}{' '}
          présences en {counted(trainings.gatherings, 'séance', 'séances')}.
        </Typography>
      )}
    </Card>
  );
}
