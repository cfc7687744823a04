import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { useMay } from '../../desk/permissions';
import { useDeskAction } from '../../desk/use-desk-action';
import type { AlertOnWire } from '../../desk/wire';
import { DataTable, type Column } from '../../parts/data-table';
import { frenchInstant } from '../../parts/figures';
import { HiddenWords } from '../../parts/hidden-words';
import { RefusalNotice } from '../../parts/notices';
import { StateBadge } from '../../parts/state-badge';
import { Telephones } from '../broadcast/telephones';

type Asked = AlertOnWire['stations'][number];

/** Who has answered and who is to be rung, with the number; what is said on the telephone is noted here. */
export function AskedStations({
  alert,
  timeZone,
  reload,
}: {
  readonly alert: AlertOnWire;
  readonly timeZone: string;
  readonly reload: () => Promise<void>;
}) {
  const mayNote = useMay('desk.alerts.acknowledge');
  const action = useDeskAction();
  const [busyCode, setBusyCode] = useState<string | null>(null);
  const { notice, state, stations } = alert;
  if (stations.length === 0) {
    return (
      <Typography>
        Aucune radio ne détient ce spot : ni fichier téléchargé, ni diffusion prévue.
      </Typography>
    );
  }
  const note = async (stationCode: string) => {
    setBusyCode(stationCode);
    const noted = await action.run(`/desk/alerts/${notice.id}/acknowledgements`, { stationCode });
    setBusyCode(null);
    if (noted !== null) await reload();
  };
  const isNotable = mayNote && state === 'in-force';
  const columns: readonly Column<Asked>[] = [
    { header: 'Radio', cell: ({ name, code }) => `${name} (${code})` },
    { header: 'Réponse', cell: (station) => <Answer station={station} timeZone={timeZone} /> },
    ...(notice.kind === 'urgent'
      ? [
          {
            header: 'À l’antenne',
            cell: ({ airedAt }: Asked) =>
              airedAt.length === 0
                ? '–'
                : airedAt.map((at) => frenchInstant(at, timeZone)).join(', '),
          },
        ]
      : []),
    {
      header: 'Téléphone',
      cell: (station) => (station.acknowledgedAt === null ? <Telephones station={station} /> : '–'),
    },
    ...(isNotable
      ? [
          {
            header: 'La radio dit',
            cell: (station: Asked) =>
              station.acknowledgedAt !== null ? (
                '–'
              ) : (
                <Button
                  variant="secondary"
                  loading={busyCode === station.code}
                  onClick={() => void note(station.code)}
                >
                  {notice.kind === 'urgent' ? 'Bien reçu' : 'Effacé'}
                  <HiddenWords>, a dit {station.name} au téléphone</HiddenWords>
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <DataTable
        caption={
          notice.kind === 'urgent'
            ? 'Les radios qui doivent diffuser ce message'
            : 'Les radios qui détiennent ce spot, ou à qui il a été proposé'
        }
        columns={columns}
        rows={stations}
        keyOf={({ code }) => code}
      />
      <RefusalNotice refusal={action.refusal} onClose={action.forget} />
    </Flex>
  );
}

function Answer({ station, timeZone }: { readonly station: Asked; readonly timeZone: string }) {
  const { acknowledgedAt, notedBy, isToCall } = station;
  if (acknowledgedAt === null) {
    return isToCall ? (
      <StateBadge tone="bad">À appeler</StateBadge>
    ) : (
      <StateBadge tone="busy">Attendue</StateBadge>
    );
  }
  const how =
    notedBy === null ? 'sur sa page' : `au téléphone, noté par ${notedBy || 'un collègue'}`;
  return (
    <>
      <StateBadge tone="good">Reçue</StateBadge> le {frenchInstant(acknowledgedAt, timeZone)}, {how}
    </>
  );
}
