import { Typography } from '@strapi/design-system';

import { RECALL_REASON_NAMES } from '../../../wording/alerts';
import type { AlertOnWire, AlertsOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { counted, frenchInstant } from '../../parts/figures';
import { StateBadge } from '../../parts/state-badge';
import { AlertActions } from './alert-actions';
import { AskedStations } from './asked-stations';

/** One urgent message or recall: what it says, how far it is, and every station it asks. */
export function AlertCard({
  alert,
  shown,
  reload,
}: {
  readonly alert: AlertOnWire;
  readonly shown: AlertsOnWire;
  readonly reload: () => Promise<void>;
}) {
  const { notice, spotTitle } = alert;
  const kind = notice.kind === 'urgent' ? 'Message urgent' : 'Spot retiré';
  const title = spotTitle === null ? '(fiche supprimée)' : `«\u00a0${spotTitle}\u00a0»`;
  return (
    <Card
      title={`${kind} · ${notice.spotCode} ${title}`}
      level={alert.state === 'over' ? 'h3' : 'h2'}
      aside={<State alert={alert} />}
    >
      <Typography>{notice.reason}</Typography>
      <History alert={alert} timeZone={shown.timeZone} />
      {alert.state === 'waiting' ? (
        <Typography>
          {notice.createdBy === shown.person
            ? 'Vous avez signé. Une seconde personne doit approuver : rien ne part avant.'
            : 'Lisez, écoutez le spot, puis approuvez : le message part aussitôt.'}
        </Typography>
      ) : (
        <AskedStations alert={alert} timeZone={shown.timeZone} reload={reload} />
      )}
      {alert.state !== 'over' && <AlertActions alert={alert} shown={shown} reload={reload} />}
    </Card>
  );
}

function State({ alert: { state, notice, stations } }: { readonly alert: AlertOnWire }) {
  if (state === 'over') {
    return <StateBadge tone="quiet">{notice.kind === 'urgent' ? 'Terminé' : 'Levé'}</StateBadge>;
  }
  if (state === 'waiting') return <StateBadge tone="warning">À approuver</StateBadge>;
  const silent = stations.filter(({ acknowledgedAt }) => acknowledgedAt === null).length;
  if (silent === 0) return <StateBadge tone="good">Toutes les radios ont répondu</StateBadge>;
  const isToCall = stations.some((station) => station.isToCall);
  return (
    <StateBadge tone={isToCall ? 'bad' : 'busy'}>
      {isToCall
        ? `${counted(silent, 'radio à appeler', 'radios à appeler')}`
        : `${counted(silent, 'réponse attendue', 'réponses attendues')}`}
    </StateBadge>
  );
}

/** Who did what, and when: on the campaign's clock. */
function History({ alert, timeZone }: { readonly alert: AlertOnWire; readonly timeZone: string }) {
  const { notice, createdByName, approvedByName, endedByName } = alert;
  const at = (iso: string) => frenchInstant(iso, timeZone);
  const by = (name: string | null) => (name === null || name === '' ? '' : ` par ${name}`);
  const reason = notice.recallReason ?? null;
  const lines =
    notice.kind === 'urgent'
      ? [
          `Lancé le ${at(notice.createdAt)}${by(createdByName)}.`,
          ...(notice.inForceAt === null
            ? []
            : [`Approuvé le ${at(notice.inForceAt)}${by(approvedByName)}.`]),
          ...(!notice.endsAt || notice.endedAt !== null
            ? []
            : [`Prend fin le ${at(notice.endsAt)}.`]),
        ]
      : [
          `Retiré le ${at(notice.createdAt)}${by(createdByName)}.`,
          ...(reason === null ? [] : [`Raison : ${RECALL_REASON_NAMES[reason]}.`]),
          ...(notice.note === undefined || notice.note === ''
            ? []
            : [`Précision : ${notice.note}`]),
        ];
  const end =
    notice.endedAt === null
      ? []
      : [
          `${notice.kind === 'urgent' ? 'Terminé' : 'Levé'} le ${at(notice.endedAt)}${by(endedByName)}.`,
        ];
  return <Typography textColor="neutral600">{[...lines, ...end].join(' ')}</Typography>;
}
