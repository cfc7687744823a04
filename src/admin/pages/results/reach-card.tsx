import { Flex, Typography } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';

import { EVIDENCE_GRADES } from '../../../domain/broadcast';
import { EVIDENCE_GRADE_NAMES, notCountedSentence } from '../../../wording/results';
import { frenchNumber, frenchPercent, reachChart, reachTable } from '../../../web/shared/charts';
import type { ResultsOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { ChartFigures, ChartPicture } from '../../parts/chart';
import { DataTable, type Column } from '../../parts/data-table';
import { counted } from '../../parts/figures';
import { SentenceList } from '../../parts/notices';
import { StateBadge } from '../../parts/state-badge';
import { SideBySide } from './side-by-side';

type Reach = ResultsOnWire['reach'];
type Ingredient = Reach['zones'][number]['ingredients'][number] & { readonly zoneName: string };

/** Estimated audience of the confirmed airings, per zone, with every ingredient of the estimate. */
export function ReachCard({ reach }: { readonly reach: Reach }) {
  const isMobile = useIsMobile();
  const ingredients = reach.zones.flatMap(({ name, ingredients: all }) =>
    all.map((one): Ingredient => ({ ...one, zoneName: name })),
  );
  return (
    <Card title="Audience estimée des radios">
      <Typography>{inWords(reach)}</Typography>
      {reach.restsOnAssumption && (
        <div>
          <StateBadge tone="warning">Repose en partie sur des hypothèses</StateBadge>
        </div>
      )}
      <SideBySide>
        <ChartPicture svg={reachChart(reach.zones)} />
        <ChartFigures table={reachTable(reach.zones)} />
      </SideBySide>
      <Typography variant="delta" tag="h3">
        De quoi l’estimation est faite
      </Typography>
      <Typography variant="pi">
        Basse : la radio la plus écoutée seule. Centrale : les auditoires se recoupent au hasard.
        Haute : aucun auditeur commun. Seules les diffusions confirmées comptent.
      </Typography>
      <details open={!isMobile}>
        <summary style={{ cursor: 'pointer', paddingBlock: '1.2rem' }}>
          <Typography fontWeight="semiBold">Radio par radio</Typography>
        </summary>
        <DataTable
          caption="Chaque radio dans chaque zone"
          columns={COLUMNS}
          rows={ingredients}
          keyOf={({ zoneName, stationCode }) => `${zoneName} ${stationCode}`}
        />
      </details>
      {reach.notCounted.length > 0 && (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography variant="delta" tag="h3">
            Ce qui n’est pas compté
          </Typography>
          <SentenceList sentences={reach.notCounted.map(notCountedSentence)} />
        </Flex>
      )}
    </Card>
  );
}

function inWords({ total, confirmedAirings }: Reach): string {
  if (total === null) {
    return 'Aucune diffusion confirmée dans une zone dont l’audience est renseignée : il n’y a rien à estimer, ce qui ne veut pas dire zéro.';
  }
  const { low, central, high } = total;
  return `Avec ${counted(confirmedAirings, 'diffusion confirmée', 'diffusions confirmées')}, les radios ont touché environ ${frenchNumber(central)} personnes, entre ${frenchNumber(low)} et ${frenchNumber(high)}.`;
}

type Estimate = Ingredient['coverage'];

function shares({ low, likely, high }: Estimate): string {
  return `${frenchPercent(likely)} (${frenchPercent(low)} à ${frenchPercent(high)})`;
}

const COLUMNS: readonly Column<Ingredient>[] = [
  { header: 'Zone', cell: ({ zoneName }) => zoneName },
  { header: 'Radio', cell: ({ stationName, stationCode }) => `${stationName} (${stationCode})` },
  { header: 'Diffusions confirmées', cell: (one) => <Airings of={one} /> },
  { header: 'Couverture', cell: ({ coverage }) => shares(coverage) },
  { header: 'Écoute chaque semaine', cell: ({ weeklyListeners }) => shares(weeklyListeners) },
  { header: 'Entend une diffusion', cell: ({ hearsOneAiring }) => shares(hearsOneAiring) },
  { header: 'Source', cell: (one) => <Source of={one} /> },
];

function Airings({ of }: { readonly of: Ingredient }) {
  const grades = EVIDENCE_GRADES.filter((grade) => of.byEvidence[grade] > 0);
  return (
    <>
      {of.airings}
      {grades.map((grade) => (
        <div key={grade}>
          {of.byEvidence[grade]} : {EVIDENCE_GRADE_NAMES[grade].toLowerCase()}
        </div>
      ))}
    </>
  );
}

function Source({ of }: { readonly of: Ingredient }) {
  return (
    <>
      {of.isAssumption && <StateBadge tone="warning">Hypothèse</StateBadge>} {of.source}
      {of.sourceDate === null ? '' : `, ${of.sourceDate.slice(0, 4)}`}
      {of.sampleSize === null ? '' : `, ${frenchNumber(of.sampleSize)} personnes interrogées`}
    </>
  );
}
