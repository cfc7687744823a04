import { Typography } from '@strapi/design-system';

import { SMS_OUTCOME_NAMES, SMS_REPLY_STATE_NAMES } from '../../../wording/airings';
import { useDesk } from '../../desk/use-desk';
import type { SmsOnWire } from '../../desk/wire-airings';
import { Card } from '../../parts/card';
import { DataTable, type Column } from '../../parts/data-table';
import { counted, frenchInstant } from '../../parts/figures';
import { Arrived } from '../../parts/notices';

type Message = SmsOnWire['messages'][number];

const COLUMNS: readonly Column<Message>[] = [
  { header: 'Reçu le', cell: ({ receivedAt }) => frenchInstant(receivedAt) },
  { header: 'Radio', cell: ({ stationCode }) => stationCode ?? '–' },
  { header: 'Effet', cell: ({ outcome }) => SMS_OUTCOME_NAMES[outcome] ?? outcome },
  { header: 'Notre réponse', cell: ({ reply }) => reply ?? '–' },
  { header: 'Envoi', cell: ({ replyState }) => SMS_REPLY_STATE_NAMES[replyState] },
];

/** Text messages of the stations, without their numbers and words. */
export function SmsMessages() {
  const desk = useDesk<SmsOnWire>('/desk/sms');
  return (
    <Card title="SMS des radios">
      <Arrived desk={desk}>
        {({ gateway, strangers, messages }) => (
          <>
            {gateway === 'simulateur' && (
              <Typography textColor="neutral600">
                Aucune passerelle SMS n’est branchée : les réponses restent ici, aucune ne part.
              </Typography>
            )}
            {messages.length === 0 ? (
              <Typography>Aucun SMS reçu pour le moment.</Typography>
            ) : (
              <DataTable
                caption="Les derniers reçus"
                columns={COLUMNS}
                rows={messages}
                keyOf={({ id }) => id}
              />
            )}
            {strangers > 0 && (
              <Typography textColor="neutral600">
                {counted(strangers, 'SMS d’un numéro inconnu', 'SMS de numéros inconnus')} en trente
                jours, sans réponse.
              </Typography>
            )}
          </>
        )}
      </Arrived>
    </Card>
  );
}
