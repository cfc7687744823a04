import { AIRING_OUTCOMES, EVIDENCE_GRADES, MISSED_REASONS } from '../../../domain/broadcast';
import { GATHERING_KINDS, RUMOUR_STATES } from '../../../domain/outreach';
import { DELIVERY_STATES } from '../../../domain/social';
import { AIRING_OUTCOME_NAMES, MISSED_REASON_NAMES } from '../../../wording/broadcast';
import { GATHERING_KIND_NAMES } from '../../../wording/outreach';
import { EVIDENCE_GRADE_NAMES } from '../../../wording/results';
import { RUMOUR_STATE_NAMES } from '../../../wording/rumours';
import { DELIVERY_STATE_NAMES } from '../../../wording/social';
import { frenchNumber } from '../../../web/shared/charts';
import type { ResultsOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { DataTable, type Column } from '../../parts/data-table';
import { SideBySide } from './side-by-side';

type Line = { readonly name: string; readonly count: number };

const COLUMNS: readonly Column<Line>[] = [
  { header: 'Quoi', cell: ({ name }) => name },
  { header: 'Combien', isFigure: true, cell: ({ count }) => frenchNumber(count) },
];

/** The counts behind the figures: airings, gatherings, posts, downloads. */
export function Counts({
  results: { airings, gatherings, posts, rumours, downloads },
}: {
  readonly results: ResultsOnWire;
}) {
  return (
    <Card title="Le détail des activités">
      <SideBySide>
        <Tally
          caption="Ce que les radios ont dit"
          lines={[
            ...lines(AIRING_OUTCOMES, AIRING_OUTCOME_NAMES, airings.byOutcome),
            ...lines(MISSED_REASONS, MISSED_REASON_NAMES, airings.missedByReason)
              .filter(({ count }) => count > 0)
              .map(({ name, count }) => ({ name: `dont non diffusé, ${name}`, count })),
          ]}
        />
        <Tally
          caption="Comment les diffusions sont prouvées"
          lines={lines(EVIDENCE_GRADES, EVIDENCE_GRADE_NAMES, airings.byEvidence)}
        />
        <Tally
          caption="Rencontres"
          lines={lines(GATHERING_KINDS, GATHERING_KIND_NAMES, gatherings)}
        />
        <Tally
          caption="Envois sur les réseaux"
          lines={[
            { name: 'Publications parues', count: posts.postsPublished },
            ...lines(DELIVERY_STATES, DELIVERY_STATE_NAMES, posts.byState).map(
              ({ name, count }) => ({ name: `Envois : ${name}`, count }),
            ),
          ]}
        />
        <Tally
          caption="Rumeurs et questions"
          lines={[
            ...lines(RUMOUR_STATES, RUMOUR_STATE_NAMES, rumours.byState),
            { name: 'Fois où l’une d’elles a été entendue', count: rumours.hearings },
          ]}
        />
        <Tally
          caption="Fichiers téléchargés par les radios"
          lines={[
            { name: 'Fichiers entiers', count: downloads.whole },
            { name: 'Fichiers en partie', count: downloads.partial },
            { name: 'Radios qui ont au moins un fichier', count: downloads.stations },
          ]}
        />
      </SideBySide>
    </Card>
  );
}

function lines<Key extends string>(
  keys: readonly Key[],
  names: Readonly<Record<Key, string>>,
  counts: Readonly<Record<Key, number>>,
): readonly Line[] {
  return keys.map((key) => ({ name: names[key], count: counts[key] }));
}

function Tally({
  caption,
  lines: all,
}: {
  readonly caption: string;
  readonly lines: readonly Line[];
}) {
  return (
    <DataTable isSlim caption={caption} columns={COLUMNS} rows={all} keyOf={({ name }) => name} />
  );
}
