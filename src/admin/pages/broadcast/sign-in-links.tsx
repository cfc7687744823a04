import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import styled from 'styled-components';

import { useClipboard } from '@strapi/strapi/admin';

import { useDesk } from '../../desk/use-desk';
import { useDeskAction } from '../../desk/use-desk-action';
import type { SignInLinkOnWire, StationOnWire } from '../../desk/wire';
import { DataTable, type Column } from '../../parts/data-table';
import { frenchInstant } from '../../parts/figures';
import { RefusalNotice } from '../../parts/notices';
import { StateBadge, type Tone } from '../../parts/state-badge';

type Issued = SignInLinkOnWire & { readonly address: string };

const STATES: Readonly<Record<SignInLinkOnWire['state'], readonly [Tone, string]>> = {
  open: ['busy', 'Pas encore utilisé'],
  used: ['good', 'Utilisé'],
  revoked: ['quiet', 'Annulé'],
  expired: ['quiet', 'Trop ancien'],
};

const Address = styled.output`
  display: block;
  padding: 1.2rem;
  font-family: monospace;
  font-size: 1.3rem;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral900};
  background: ${({ theme }) => theme.colors.neutral100};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

/** A button that opens the links of one station. */
export function SignInLinks({ station }: { readonly station: StationOnWire }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="tertiary"
        aria-label={`Liens d’entrée de ${station.name}`}
        onClick={() => setIsOpen(true)}
      >
        Liens d’entrée
      </Button>
      {isOpen && <LinksDialog station={station} onClose={() => setIsOpen(false)} />}
    </>
  );
}

/** The links of a month, and a new one: its address is shown once. */
function LinksDialog({
  station,
  onClose,
}: {
  readonly station: StationOnWire;
  readonly onClose: () => void;
}) {
  const path = `/desk/stations/${station.code}/sign-in-links`;
  const links = useDesk<readonly SignInLinkOnWire[]>(path);
  const issuing = useDeskAction();
  const revoking = useDeskAction();
  const [issued, setIssued] = useState<Issued | null>(null);

  const issue = async () => {
    const made = await issuing.run<Issued>(path);
    if (made === null) return;
    setIssued(made);
    await links.reload();
  };
  const revoke = async (link: SignInLinkOnWire) => {
    const done = await revoking.run(`${path}/${link.id}/revoke`);
    if (done !== null && issued?.id === link.id) setIssued(null);
    await links.reload();
  };
  const columns: readonly Column<SignInLinkOnWire>[] = [
    { header: 'Fait le', cell: ({ createdAt }) => frenchInstant(createdAt) },
    { header: 'Valable jusqu’au', cell: ({ expiresAt }) => frenchInstant(expiresAt) },
    {
      header: 'État',
      cell: ({ state }) => <StateBadge tone={STATES[state][0]}>{STATES[state][1]}</StateBadge>,
    },
    {
      header: 'Annuler',
      cell: (link) =>
        link.state === 'open' ? (
          <Button
            variant="danger-light"
            aria-label={`Annuler le lien du ${frenchInstant(link.createdAt)}`}
            loading={revoking.isBusy}
            onClick={() => void revoke(link)}
          >
            Annuler
          </Button>
        ) : (
          '–'
        ),
    },
  ];
  return (
    <Modal.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel="Fermer">
          <Modal.Title>Liens d’entrée de {station.name}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>
              Un lien ouvre la page de la radio sans code. Il sert une seule fois, dans les 24
              heures. Envoyez-le à une personne que vous connaissez : qui l’ouvre le premier entre.
            </Typography>
            <RefusalNotice refusal={issuing.refusal ?? revoking.refusal ?? links.refusal} />
            {issued !== null && <FreshLink address={issued.address} />}
            {links.data !== null && links.data.length > 0 && (
              <DataTable
                caption="Les liens du dernier mois"
                columns={columns}
                rows={links.data}
                keyOf={({ id }) => id}
              />
            )}
            {links.data?.length === 0 && <Typography>Aucun lien ce dernier mois.</Typography>}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            Fermer
          </Button>
          <Button loading={issuing.isBusy} onClick={() => void issue()}>
            Faire un nouveau lien
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Only the digest of a link is kept: nobody can look it up again. */
function FreshLink({ address }: { readonly address: string }) {
  const { copy } = useClipboard();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography fontWeight="bold">Ce lien ne sera plus montré. Copiez-le maintenant.</Typography>
      <Address aria-label="Lien d’entrée">{address}</Address>
      <div>
        <Button
          variant="secondary"
          onClick={() => void copy(address).then((didCopy) => setIsCopied(didCopy === true))}
        >
          {isCopied ? 'Copié' : 'Copier le lien'}
        </Button>
      </div>
    </Flex>
  );
}
