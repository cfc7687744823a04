import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { TOKEN_PURPOSE_NAMES } from '../../../wording/bundle';
import { useDeskAction } from '../../desk/use-desk-action';
import type { DeliveryLinkOnWire } from '../../desk/wire';
import { ConfirmDialog } from '../confirm-dialog';
import { RefusalNotice } from '../notices';
import { IssuedLinkDialog, type IssuedLink } from './issued-link-dialog';
import { moment } from './moment';
import { NewLinkForm } from './new-link-form';

/** The links that were handed out: who holds each, when it was last used, and the button that closes it. */
export function ProgramLinks({
  stationCode,
  links,
  timeZone,
  mayIssue,
  reload,
}: {
  readonly stationCode: string;
  readonly links: readonly DeliveryLinkOnWire[];
  readonly timeZone: string;
  readonly mayIssue: boolean;
  readonly reload: () => Promise<void>;
}) {
  const [issued, setIssued] = useState<IssuedLink | null>(null);
  const living = links.filter(({ revokedAt }) => revokedAt === null);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} minWidth={0}>
      <Typography variant="delta" tag="h3">
        Liens pour les programmes
      </Typography>
      {living.length === 0 && (
        <Typography variant="pi">
          Aucun lien. Un lien permet à un logiciel de la radio de prendre les spots seul, sans se
          connecter.
        </Typography>
      )}
      {living.map((link) => (
        <LivingLink
          key={link.id}
          stationCode={stationCode}
          link={link}
          timeZone={timeZone}
          mayIssue={mayIssue}
          reload={reload}
        />
      ))}
      {mayIssue && (
        <NewLinkForm
          stationCode={stationCode}
          onIssued={(link) => {
            setIssued(link);
            void reload();
          }}
        />
      )}
      {issued !== null && <IssuedLinkDialog issued={issued} onClose={() => setIssued(null)} />}
    </Flex>
  );
}

function LivingLink({
  stationCode,
  link,
  timeZone,
  mayIssue,
  reload,
}: {
  readonly stationCode: string;
  readonly link: DeliveryLinkOnWire;
  readonly timeZone: string;
  readonly mayIssue: boolean;
  readonly reload: () => Promise<void>;
}) {
  const action = useDeskAction();
  const [isAsking, setIsAsking] = useState(false);
  const revoke = async () => {
    const revoked = await action.run(`/desk/stations/${stationCode}/links/${link.id}/revoke`);
    if (revoked === null) return;
    setIsAsking(false);
    await reload();
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography fontWeight="bold">{link.label}</Typography>
      <Typography variant="pi">{TOKEN_PURPOSE_NAMES[link.purpose]}</Typography>
      <Typography variant="pi">
        Donné le {moment(link.createdAt, timeZone)} ;{' '}
        {link.lastUsedAt === null
          ? 'jamais utilisé'
          : `utilisé le ${moment(link.lastUsedAt, timeZone)}`}
      </Typography>
      {mayIssue && (
        <Button
          variant="danger-light"
          size="S"
          aria-label={`Fermer le lien ${link.label}`}
          onClick={() => setIsAsking(true)}
        >
          Fermer ce lien
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        question={`Fermer le lien « ${link.label} » ?`}
        description="Le programme qui s’en sert ne recevra plus rien. Un lien fermé ne se rouvre pas : il faut en donner un autre."
        confirmLabel="Fermer le lien"
        isBusy={action.isBusy}
        onConfirm={() => void revoke()}
      >
        <RefusalNotice refusal={action.refusal} />
      </ConfirmDialog>
    </Flex>
  );
}
