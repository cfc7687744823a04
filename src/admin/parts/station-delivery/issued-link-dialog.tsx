import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useClipboard } from '@strapi/strapi/admin';
import { useState } from 'react';
import styled from 'styled-components';

import type { DeliveryLinkOnWire } from '../../desk/wire';

export type IssuedLink = {
  readonly link: DeliveryLinkOnWire;
  readonly url: string;
  /** Names of older links that no longer work. */
  readonly retired: readonly string[];
};

const Address = styled.output`
  display: block;
  padding: 1.6rem;
  font-family: monospace;
  font-size: 1.4rem;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral900};
  background: ${({ theme }) => theme.colors.neutral100};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

/** Shows a link once: only its digest is kept, nobody can look it up again. */
export function IssuedLinkDialog({
  issued: { link, url, retired },
  onClose,
}: {
  readonly issued: IssuedLink;
  readonly onClose: () => void;
}) {
  const { copy } = useClipboard();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Modal.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel="Fermer">
          <Modal.Title>Lien « {link.label} »</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>
              Ce lien ne sera plus montré. Copiez-le maintenant dans le programme de la radio. Qui a
              le lien peut prendre les spots, sans pouvoir rien confirmer.
            </Typography>
            <Address aria-label="Adresse du lien">{url}</Address>
            {link.purpose === 'feed' ? (
              <Typography>
                Ajoutez à la fin le nom de la liste : <strong>podcast.xml</strong> pour LibreTime et
                AzuraCast, <strong>manifest.json</strong> pour un autre programme.
              </Typography>
            ) : (
              <Typography>
                L’adresse donne l’archive complète. Ajoutez <strong>?depuis=12</strong> pour ne
                recevoir que ce qui a changé depuis la liste 12.
              </Typography>
            )}
            {retired.length > 0 && <Typography>Ne marche plus : {retired.join(', ')}.</Typography>}
            <div>
              <Button
                variant="secondary"
                onClick={() => void copy(url).then((didCopy) => setIsCopied(didCopy === true))}
              >
                {isCopied ? 'Copié' : 'Copier le lien'}
              </Button>
            </div>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button onClick={onClose}>J’ai copié le lien</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
