import { Box, Button, Field, Flex, Toggle, Typography } from '@strapi/design-system';

import { DIGEST_STATES } from '../../../wording/alerts';
import { useMay } from '../../desk/permissions';
import { useDeskAction } from '../../desk/use-desk-action';
import type { AlertMailOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { DataTable, type Column } from '../../parts/data-table';
import { frenchInstant } from '../../parts/figures';
import { RefusalNotice } from '../../parts/notices';

type Digest = AlertMailOnWire['digests'][number];

/** Whether the radios to ring are told by e-mail as well, and what became of the last e-mails. */
export function MailPanel({
  mail,
  timeZone,
  reload,
}: {
  readonly mail: AlertMailOnWire;
  readonly timeZone: string;
  readonly reload: () => Promise<void>;
}) {
  const action = useDeskAction();
  const choose = async (isOn: boolean) => {
    if ((await action.run('/desk/alerts/mail', { isOn })) !== null) await reload();
  };
  return (
    <Card title="Être prévenu par e-mail">
      {mail.isSet ? (
        <>
          <Typography>
            Un e-mail par heure au plus, avec les radios à appeler et leur numéro : fichier absent
            deux heures avant son créneau, journée sans réponse le lendemain matin, message urgent
            ou rappel sans accusé de réception.
          </Typography>
          <Field.Root name="mail">
            <Field.Label>M’envoyer ces e-mails</Field.Label>
            <Box maxWidth="24rem">
              <Toggle
                onLabel="Oui"
                offLabel="Non"
                checked={mail.isSubscribed}
                disabled={action.isBusy}
                onChange={({ target }) => void choose(target.checked)}
              />
            </Box>
          </Field.Root>
        </>
      ) : (
        <Typography>
          Aucun serveur d’e-mail n’est réglé : les radios à appeler ne sont montrées que sur
          l’accueil et sur cette page. L’administration peut régler SMTP_URL et MAIL_FROM.
        </Typography>
      )}
      <RefusalNotice refusal={action.refusal} onClose={action.forget} />
      {mail.digests.length > 0 && (
        <Digests digests={mail.digests} timeZone={timeZone} reload={reload} />
      )}
    </Card>
  );
}

function Digests({
  digests,
  timeZone,
  reload,
}: {
  readonly digests: readonly Digest[];
  readonly timeZone: string;
  readonly reload: () => Promise<void>;
}) {
  const mayDecide = useMay('desk.alerts.decide');
  const action = useDeskAction();
  const release = async (id: string) => {
    if ((await action.run(`/desk/alerts/mails/${id}/release`)) !== null) await reload();
  };
  const columns: readonly Column<Digest>[] = [
    { header: 'Parti le', cell: ({ startedAt }) => frenchInstant(startedAt, timeZone) },
    { header: 'À', cell: ({ personName }) => (personName === '' ? 'compte supprimé' : personName) },
    {
      header: 'Devenu',
      cell: ({ id, state, words }) => (
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <span>
            {DIGEST_STATES[state]}
            {words === '' ? '' : ` (${words})`}
          </span>
          {state === 'unknown' && mayDecide && (
            <Button variant="secondary" onClick={() => void release(id)}>
              Redire dans le prochain
            </Button>
          )}
        </Flex>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption="Les derniers e-mails"
        columns={columns}
        rows={digests}
        keyOf={({ id }) => id}
      />
      <RefusalNotice refusal={action.refusal} onClose={action.forget} />
    </>
  );
}
