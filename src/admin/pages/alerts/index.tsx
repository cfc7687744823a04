import { Flex, Typography } from '@strapi/design-system';
import { useEffect } from 'react';

import { useMay } from '../../desk/permissions';
import { useDesk } from '../../desk/use-desk';
import type { AlertsOnWire } from '../../desk/wire';
import { DeskPage } from '../../parts/desk-page';
import { Arrived, EmptyNotice } from '../../parts/notices';
import { AlertCard } from './alert-card';
import { MailPanel } from './mail-panel';
import { UrgentForm } from './urgent-form';

/** Answers of stations come in while somebody looks: a small reading a minute, none while the tab is hidden. */
const LOOK_AGAIN_MS = 60_000;

/** What stations must know now, who has said so, and whom to ring. */
export default function AlertsPage() {
  return (
    <DeskPage
      title="Alertes"
      subtitle="Messages urgents, spots retirés, et les radios à appeler."
      action="desk.alerts.read"
    >
      <Alerts />
    </DeskPage>
  );
}

function Alerts() {
  const mayDecide = useMay('desk.alerts.decide');
  const desk = useDesk<AlertsOnWire>('/desk/alerts');
  const { reload } = desk;
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) void reload();
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [reload]);

  return (
    <Arrived desk={desk}>
      {(shown) => {
        const open = shown.alerts.filter(({ state }) => state !== 'over');
        const over = shown.alerts.filter(({ state }) => state === 'over');
        const cards = (alerts: typeof open) =>
          alerts.map((alert) => (
            <AlertCard key={alert.notice.id} alert={alert} shown={shown} reload={reload} />
          ));
        return (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {open.length === 0 ? (
              <EmptyNotice>
                Aucune alerte en cours. Pour retirer un spot des radios, ouvrez la page Spots ; pour
                faire passer un message urgent, remplissez le formulaire ci-dessous.
              </EmptyNotice>
            ) : (
              cards(open)
            )}
            {mayDecide && <UrgentForm shown={shown} onRaised={reload} />}
            <MailPanel mail={shown.mail} timeZone={shown.timeZone} reload={reload} />
            {over.length > 0 && (
              <>
                <Typography variant="beta" tag="h2">
                  Terminées depuis trente jours
                </Typography>
                {cards(over)}
              </>
            )}
          </Flex>
        );
      }}
    </Arrived>
  );
}
