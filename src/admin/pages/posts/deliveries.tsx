import { Button, Flex, Typography } from '@strapi/design-system';

import type { DeliveryState, VerdictOnUnknown } from '../../../domain/social';
import {
  DELIVERY_EVENT_NAMES,
  DELIVERY_STATE_NAMES,
  NETWORK_NAMES,
  VERDICT_NAMES,
} from '../../../wording/social';
import { LANGUAGE_NAMES } from '../../../wording/terms';
import { useDeskAction } from '../../desk/use-desk-action';
import { useMay } from '../../desk/permissions';
import type { PostOnWire } from '../../desk/wire';
import { DataTable, type Column } from '../../parts/data-table';
import { frenchInstant } from '../../parts/figures';
import { RefusalNotice } from '../../parts/notices';
import { StateBadge, type Tone } from '../../parts/state-badge';

type Row = PostOnWire['deliveries'][number];

const TONES: Readonly<Record<DeliveryState, Tone>> = {
  queued: 'quiet',
  sending: 'busy',
  sent: 'good',
  unknown: 'warning',
  failed: 'bad',
  missed: 'bad',
  recalled: 'quiet',
};

const VERDICTS: readonly VerdictOnUnknown[] = ['was-published', 'send-again'];

/** What became of each part of a post: its state, the network's own words, its history, and a person's decision. */
export function Deliveries({
  view,
  reload,
}: {
  readonly view: PostOnWire;
  readonly reload: () => Promise<void>;
}) {
  const columns: readonly Column<Row>[] = [
    {
      header: 'Compte',
      cell: ({ delivery: { content } }) =>
        `${content.accountCode} (${NETWORK_NAMES[content.network]}), en ${LANGUAGE_NAMES[content.language]}`,
    },
    { header: 'État', cell: (row) => <State row={row} /> },
    { header: 'Historique', cell: (row) => <History row={row} /> },
    { header: 'Décision', cell: (row) => <Decision row={row} reload={reload} /> },
  ];
  return (
    <DataTable
      caption={`Envois de la publication ${view.post.code}`}
      columns={columns}
      rows={view.deliveries}
      keyOf={({ delivery }) => delivery.id}
    />
  );
}

function State({ row: { delivery, sentence } }: { readonly row: Row }) {
  const { state, lastWords, remoteUrl, sentAt } = delivery;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <StateBadge tone={TONES[state]}>{DELIVERY_STATE_NAMES[state]}</StateBadge>
      <Typography variant="pi">{sentence}</Typography>
      {sentAt !== null && <Typography variant="pi">Parue le {frenchInstant(sentAt)}.</Typography>}
      {lastWords !== null && lastWords !== '' && (
        <Typography variant="pi">Réponse du réseau : « {lastWords} »</Typography>
      )}
      {remoteUrl !== null && (
        <a href={remoteUrl} target="_blank" rel="noreferrer">
          Voir sur le réseau
        </a>
      )}
    </Flex>
  );
}

function History({ row: { attempts } }: { readonly row: Row }) {
  if (attempts.length === 0) return <>Rien encore</>;
  return (
    <details>
      <summary style={{ cursor: 'pointer', minHeight: '2.4rem' }}>
        {attempts.length === 1 ? 'Une étape' : `${attempts.length} étapes`}
      </summary>
      <ol>
        {attempts.map(({ at, event, words }, place) => (
          <li key={place}>
            <Typography variant="pi">
              {frenchInstant(at)} : {DELIVERY_EVENT_NAMES[event]}
              {words === '' ? '' : ` « ${words} »`}
            </Typography>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Decision({
  row: { delivery },
  reload,
}: {
  readonly row: Row;
  readonly reload: () => Promise<void>;
}) {
  const mayDecide = useMay('desk.posts.approve');
  const action = useDeskAction();
  if (delivery.state !== 'unknown') return <>–</>;
  if (!mayDecide) return <>Attend une décision</>;

  const decide = async (decision: VerdictOnUnknown) => {
    const decided = await action.run(`/desk/deliveries/${delivery.id}/decision`, { decision });
    if (decided !== null) await reload();
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="pi">Regardez sur le réseau, puis tranchez :</Typography>
      {VERDICTS.map((verdict) => (
        <Button
          key={verdict}
          size="S"
          variant={verdict === 'send-again' ? 'danger-light' : 'secondary'}
          loading={action.isBusy}
          onClick={() => void decide(verdict)}
        >
          {VERDICT_NAMES[verdict]}
        </Button>
      ))}
      <RefusalNotice refusal={action.refusal} onClose={action.forget} />
    </Flex>
  );
}
