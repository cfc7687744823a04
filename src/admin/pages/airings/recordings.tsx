import { Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';

import { useDeskAction } from '../../desk/use-desk-action';
import { useMay } from '../../desk/permissions';
import { useDesk } from '../../desk/use-desk';
import type { RecordingOnWire } from '../../desk/wire-airings';
import { Card } from '../../parts/card';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { DataTable, type Column } from '../../parts/data-table';
import { frenchDuration, frenchInstant, frenchSize } from '../../parts/figures';
import { Arrived, RefusalNotice } from '../../parts/notices';
import { ListenButton } from '../../parts/listen-button';
import { StateBadge } from '../../parts/state-badge';

/** Recordings of what was aired: to be heard while the voice agrees, listed when it does not any more. */
export function Recordings({
  changes,
  onErased,
}: {
  readonly changes: number;
  readonly onErased: () => void;
}) {
  const desk = useDesk<readonly RecordingOnWire[]>('/desk/recordings');
  const { reload } = desk;
  useEffect(() => {
    if (changes > 0) void reload();
  }, [changes, reload]);
  const columns: readonly Column<RecordingOnWire>[] = [
    { header: 'Radio', cell: ({ stationName }) => stationName },
    { header: 'Spot', cell: ({ spotCode }) => spotCode },
    { header: 'Reçu le', cell: ({ uploadedAt }) => frenchInstant(uploadedAt) },
    {
      header: 'Son',
      cell: ({ durationSeconds, sizeBytes }) =>
        `${frenchDuration(durationSeconds)}, ${frenchSize(sizeBytes)}`,
    },
    { header: 'Écouter', cell: (recording) => <Sound recording={recording} onErased={onErased} /> },
  ];
  return (
    <Card title="Enregistrements de l’antenne">
      <Arrived desk={desk}>
        {(recordings) =>
          recordings.length === 0 ? (
            <Typography>
              Aucun enregistrement joint. Une radio en joint un depuis sa page, ou vous depuis la
              journée ci-dessus : c’est la meilleure preuve.
            </Typography>
          ) : (
            <DataTable
              caption="Les derniers reçus"
              columns={columns}
              rows={recordings}
              keyOf={({ id }) => id}
            />
          )
        }
      </Arrived>
    </Card>
  );
}

function Sound({
  recording,
  onErased,
}: {
  readonly recording: RecordingOnWire;
  readonly onErased: () => void;
}) {
  const mayErase = useMay('desk.recordings.erase');
  if (recording.erasedAt !== null) {
    return (
      <StateBadge tone="quiet">
        {recording.erasedBecause === 'withdrawn' ? 'Effacé : accord retiré' : 'Effacé'}
      </StateBadge>
    );
  }
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {recording.holds.length > 0 ? (
        <>
          <StateBadge tone="bad">
            {recording.holds.some(({ kind }) => kind === 'withdrawn') ? 'À effacer' : 'Suspendu'}
          </StateBadge>
          {recording.sentences.map((sentence) => (
            <Typography key={sentence} variant="pi">
              {sentence}
            </Typography>
          ))}
        </>
      ) : (
        <ListenButton
          path={`/desk/recordings/${recording.id}/sound`}
          label={`Écouter l’enregistrement du spot ${recording.spotCode}, ${recording.stationName}`}
        />
      )}
      {mayErase && <Erase recording={recording} onErased={onErased} />}
    </Flex>
  );
}

function Erase({
  recording,
  onErased,
}: {
  readonly recording: RecordingOnWire;
  readonly onErased: () => void;
}) {
  const action = useDeskAction();
  const [isAsking, setIsAsking] = useState(false);
  const erase = async () => {
    if ((await action.run(`/desk/recordings/${recording.id}/erase`)) === null) return;
    setIsAsking(false);
    onErased();
  };
  return (
    <>
      <Button
        variant="danger-light"
        aria-label={`Effacer l’enregistrement du spot ${recording.spotCode}, ${recording.stationName}`}
        onClick={() => setIsAsking(true)}
      >
        Effacer
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        question="Effacer cet enregistrement ?"
        description="Le son disparaît pour de bon. Le registre garde la diffusion, et dit que l’enregistrement a été effacé."
        confirmLabel="Effacer"
        isBusy={action.isBusy}
        onConfirm={() => void erase()}
      >
        <RefusalNotice refusal={action.refusal} />
      </ConfirmDialog>
    </>
  );
}
