import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { addDays } from '../../../domain/shared';
import { useMay } from '../../desk/permissions';
import type { DeskData } from '../../desk/use-desk';
import type { SlotOnWire, StationOnWire, WeekOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { Arrived } from '../../parts/notices';
import { AddSlotDialog } from './add-slot-dialog';
import { ContractNotice } from './contract-notice';
import { SlotDialog } from './slot-dialog';
import { filterWeek, NO_FILTER } from './week';
import { WeekFilters } from './week-filters';
import { WeekGrid, type Move } from './week-grid';
import { WeekSteps } from './week-steps';

type Opened =
  | { readonly kind: 'slot'; readonly row: SlotOnWire; readonly move: Move | null }
  | {
      readonly kind: 'add';
      readonly station: StationOnWire;
      readonly day: string;
      readonly time: string;
    };

const NOTHING: readonly string[] = [];

/** What was done, and what it means for the contracts. */
type Told = { readonly title: string; readonly contractNotes: readonly string[] };

/** From today on the server answers a day more than a week: side by side there is room for seven. */
function sevenDays(week: WeekOnWire): WeekOnWire {
  const last = addDays(week.from, 6);
  if (week.to <= last) return week;
  return { ...week, to: last, rows: week.rows.filter(({ slot }) => slot.airDate <= last) };
}

/** The week of every station: seen, narrowed down, moved, cancelled, added to. */
export function Planner({
  week,
  stations,
  onStep,
}: {
  readonly week: DeskData<WeekOnWire>;
  readonly stations: readonly StationOnWire[];
  /** Another first day; null for today. */
  readonly onStep: (from: string | null) => void;
}) {
  const mayPlan = useMay('desk.broadcast.plan');
  const [filter, setFilter] = useState(NO_FILTER);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const changed = (what?: Told) => {
    setOpened(null);
    setTold(what ?? null);
    void week.reload();
  };
  return (
    <Card title="La semaine">
      <ContractNotice
        title={told?.title}
        sentences={told?.contractNotes ?? NOTHING}
        onClose={() => setTold(null)}
      />
      <Arrived desk={week}>
        {(arrived) => {
          const shown = sevenDays(arrived);
          const { shown: rows, ...choice } = filterWeek(shown.rows, filter);
          return (
            <Flex direction="column" alignItems="stretch" gap={4}>
              <WeekSteps week={shown} onMove={onStep} />
              {shown.rows.length > 0 && (
                <WeekFilters filter={filter} {...choice} onChange={setFilter} />
              )}
              {rows.length === 0 && (
                <Typography>
                  {shown.rows.length === 0
                    ? 'Aucune diffusion prévue sur ces jours.'
                    : 'Aucune diffusion ne correspond à ces filtres.'}
                </Typography>
              )}
              <WeekGrid
                from={shown.from}
                to={shown.to}
                today={shown.today}
                rows={rows}
                stations={stations}
                mayPlan={mayPlan}
                now={Date.now()}
                onOpen={(row) => setOpened({ kind: 'slot', row, move: null })}
                onMove={(move) => setOpened({ kind: 'slot', row: move.row, move })}
                onAdd={(station, day, time) => setOpened({ kind: 'add', station, day, time })}
              />
            </Flex>
          );
        }}
      </Arrived>
      {opened?.kind === 'slot' && (
        <SlotDialog
          row={opened.row}
          move={opened.move}
          station={stations.find(({ code }) => code === opened.row.slot.stationCode)}
          stations={stations}
          onClose={() => setOpened(null)}
          onChanged={() => changed()}
          onMoved={(contractNotes) =>
            changed({ title: 'Déplacée, mais à voir avec les contrats', contractNotes })
          }
        />
      )}
      {opened?.kind === 'add' && (
        <AddSlotDialog
          station={opened.station}
          day={opened.day}
          time={opened.time}
          onClose={() => setOpened(null)}
          onAdded={(contractNotes) =>
            changed({ title: 'Ajoutée, mais à voir avec les contrats', contractNotes })
          }
        />
      )}
    </Card>
  );
}
