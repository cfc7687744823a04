import { Alert, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';

import { frenchDay } from '../../../wording/terms';
import { useMay } from '../../desk/permissions';
import { useDesk } from '../../desk/use-desk';
import { useDeskAction } from '../../desk/use-desk-action';
import type { FlightOnWire, StationOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { DataTable, type Column } from '../../parts/data-table';
import { counted } from '../../parts/figures';
import { Arrived, RefusalNotice } from '../../parts/notices';
import { FlightForm, type FlightWritten } from './flight-form';

type Opened = { readonly edited: FlightOnWire['flight'] | null };

/** Flights: what they ask for, what became of it, planning them, planning them again, ending them. */
export function Flights({
  stations,
  onChanged,
}: {
  readonly stations: readonly StationOnWire[];
  readonly onChanged: () => void;
}) {
  const mayPlan = useMay('desk.broadcast.plan');
  const flights = useDesk<readonly FlightOnWire[]>('/desk/flights');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [written, setWritten] = useState<FlightWritten | null>(null);
  const changed = () => {
    void flights.reload();
    onChanged();
  };
  return (
    <Card
      title="Vagues de diffusion"
      aside={
        mayPlan &&
        opened === null && (
          <Button
            startIcon={<Plus />}
            onClick={() => {
              setWritten(null);
              setOpened({ edited: null });
            }}
          >
            Nouvelle vague
          </Button>
        )
      }
    >
      {written !== null && <WrittenNotice written={written} onClose={() => setWritten(null)} />}
      {opened === null ? (
        <Arrived desk={flights}>
          {(all) => (
            <FlightList
              flights={all}
              mayPlan={mayPlan}
              onEdit={(edited) => {
                setWritten(null);
                setOpened({ edited });
              }}
              onChanged={changed}
            />
          )}
        </Arrived>
      ) : (
        <FlightForm
          edited={opened.edited}
          stations={stations}
          onClose={() => setOpened(null)}
          onWritten={(answer) => {
            setWritten(answer);
            setOpened(null);
            changed();
          }}
        />
      )}
    </Card>
  );
}

function WrittenNotice({
  written: { added, kept, cancelled, gaveWay },
  onClose,
}: {
  readonly written: FlightWritten;
  readonly onClose: () => void;
}) {
  const parts = [counted(added, 'diffusion ajoutée', 'diffusions ajoutées')];
  if (kept > 0) parts.push(counted(kept, 'gardée', 'gardées'));
  if (cancelled > 0) parts.push(counted(cancelled, 'annulée', 'annulées'));
  if (gaveWay > 0) {
    parts.push(`${gaveWay} d’une autre vague ${gaveWay < 2 ? 'annulée' : 'annulées'}`);
  }
  return (
    <div role="status">
      <Alert variant="success" title="C’est planifié" closeLabel="Fermer" onClose={onClose}>
        {`${parts.join(', ')}.`}
      </Alert>
    </div>
  );
}

function FlightList({
  flights,
  mayPlan,
  onEdit,
  onChanged,
}: {
  readonly flights: readonly FlightOnWire[];
  readonly mayPlan: boolean;
  readonly onEdit: (flight: FlightOnWire['flight']) => void;
  readonly onChanged: () => void;
}) {
  if (flights.length === 0) {
    return (
      <Typography>
        Aucune vague pour le moment. Une vague planifie plusieurs spots sur plusieurs radios pendant
        des semaines, et montre d’abord ce qui serait prévu.
      </Typography>
    );
  }
  const columns: readonly Column<FlightOnWire>[] = [
    {
      header: 'Vague',
      cell: ({ flight }) => `${flight.name}${flight.state === 'stopped' ? ' (arrêtée)' : ''}`,
    },
    {
      header: 'Période',
      cell: ({ flight }) => `du ${frenchDay(flight.from)} au ${frenchDay(flight.to)}`,
    },
    {
      header: 'Radios, spots',
      cell: ({ flight }) =>
        `${counted(flight.stationCodes.length, 'radio', 'radios')}, ${counted(flight.spotCodes.length, 'spot', 'spots')}`,
    },
    { header: 'Prévues', isFigure: true, cell: ({ counts }) => counts.planned },
    { header: 'À venir', isFigure: true, cell: ({ counts }) => counts.upcoming },
    { header: 'Diffusées', isFigure: true, cell: ({ counts }) => counts.aired },
    { header: 'Manquées', isFigure: true, cell: ({ counts }) => counts.missed },
    { header: 'Sans réponse', isFigure: true, cell: ({ counts }) => counts.unanswered },
  ];
  const actions: Column<FlightOnWire> = {
    header: 'Actions',
    cell: ({ flight, counts }) => (
      <Flex gap={2} wrap="wrap">
        <Button
          variant="secondary"
          aria-label={`Modifier la vague ${flight.name}`}
          onClick={() => onEdit(flight)}
        >
          Modifier
        </Button>
        {flight.state === 'active' && (
          <StopFlight flight={flight} upcoming={counts.upcoming} onStopped={onChanged} />
        )}
      </Flex>
    ),
  };
  return (
    <DataTable
      caption="Chaque vague, et ce qu’elle est devenue"
      columns={mayPlan ? [...columns, actions] : columns}
      rows={flights}
      keyOf={({ flight }) => flight.id}
    />
  );
}

function StopFlight({
  flight,
  upcoming,
  onStopped,
}: {
  readonly flight: FlightOnWire['flight'];
  readonly upcoming: number;
  readonly onStopped: () => void;
}) {
  const action = useDeskAction();
  const [isAsking, setIsAsking] = useState(false);
  const stop = async () => {
    if ((await action.run(`/desk/flights/${flight.id}/stop`)) === null) return;
    setIsAsking(false);
    onStopped();
  };
  return (
    <>
      <Button
        variant="danger-light"
        aria-label={`Arrêter la vague ${flight.name}`}
        onClick={() => setIsAsking(true)}
      >
        Arrêter
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        question="Arrêter cette vague ?"
        description={`${counted(upcoming, 'diffusion à venir est annulée', 'diffusions à venir sont annulées')}, aussi celles que les radios ont déjà téléchargées : prévenez-les par téléphone. Ce qui est passé reste dans le registre.`}
        confirmLabel="Arrêter la vague"
        isBusy={action.isBusy}
        onConfirm={() => void stop()}
      >
        <RefusalNotice refusal={action.refusal} />
      </ConfirmDialog>
    </>
  );
}
