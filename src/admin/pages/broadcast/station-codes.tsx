import { Button, Dialog, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import styled, { createGlobalStyle } from 'styled-components';

import { useClipboard } from '@strapi/strapi/admin';

import { LANGUAGE_NAMES } from '../../../wording/terms';
import { useDeskAction } from '../../desk/use-desk-action';
import { useMay } from '../../desk/permissions';
import type { StationOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { DataTable, type Column } from '../../parts/data-table';
import { RefusalNotice } from '../../parts/notices';
import { SignInLinks } from './sign-in-links';
import { Telephones } from './telephones';

type Issued = { readonly stationCode: string; readonly accessCode: string };

const Code = styled.output`
  display: block;
  padding: 1.6rem;
  text-align: center;
  font-family: monospace;
  font-size: min(2.4rem, 6vw);
  letter-spacing: 0.05em;
  white-space: nowrap;
  color: ${({ theme }) => theme.colors.neutral900};
  background: ${({ theme }) => theme.colors.neutral100};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

/** On paper stands the code alone, not the page behind it. */
const PrintAlone = createGlobalStyle`
  @media print {
    #strapi {
      display: none;
    }
  }
`;

/** The stations, whom to ring, and the code that opens their page. */
export function StationCodes({
  stations,
  reload,
}: {
  readonly stations: readonly StationOnWire[];
  readonly reload: () => Promise<void>;
}) {
  const mayIssue = useMay('desk.stations.issue-code');
  const [issued, setIssued] = useState<Issued | null>(null);
  const columns: readonly Column<StationOnWire>[] = [
    { header: 'Radio', cell: ({ name, code }) => `${name} (${code})` },
    {
      header: 'Langues',
      cell: ({ languages }) => languages.map((language) => LANGUAGE_NAMES[language]).join(', '),
    },
    { header: 'Contacts', cell: (station) => <Telephones station={station} /> },
    {
      header: 'Accès à sa page',
      cell: (station) => (
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <span>{station.hasAccessCode ? 'Un code a été donné' : 'Aucun code pour le moment'}</span>
          {mayIssue && (
            <IssueCode
              station={station}
              onIssued={(code) => {
                setIssued(code);
                void reload();
              }}
            />
          )}
          {mayIssue && <SignInLinks station={station} />}
        </Flex>
      ),
    },
  ];
  return (
    <Card title="Les radios">
      <DataTable
        caption="Chaque radio entre dans sa page avec son code"
        columns={columns}
        rows={stations}
        keyOf={({ code }) => code}
      />
      {issued !== null && <CodeDialog issued={issued} onClose={() => setIssued(null)} />}
    </Card>
  );
}

function IssueCode({
  station,
  onIssued,
}: {
  readonly station: StationOnWire;
  readonly onIssued: (issued: Issued) => void;
}) {
  const action = useDeskAction();
  const [isAsking, setIsAsking] = useState(false);
  const issue = async () => {
    const issued = await action.run<Issued>(`/desk/stations/${station.code}/access-code`);
    if (issued === null) return;
    setIsAsking(false);
    onIssued(issued);
  };
  return (
    <>
      <Button
        variant="secondary"
        aria-label={`Nouveau code d’accès pour ${station.name}`}
        onClick={() => (station.hasAccessCode ? setIsAsking(true) : void issue())}
        loading={action.isBusy}
      >
        Nouveau code d’accès
      </Button>
      {!isAsking && <RefusalNotice refusal={action.refusal} onClose={action.forget} />}
      <Dialog.Root open={isAsking} onOpenChange={setIsAsking}>
        <Dialog.Content>
          <Dialog.Header>Remplacer le code de {station.name} ?</Dialog.Header>
          <Dialog.Body>
            <Flex direction="column" gap={3}>
              <Dialog.Description>
                L’ancien code ne marchera plus, et la radio devra entrer le nouveau sur chacun de
                ses appareils.
              </Dialog.Description>
              <RefusalNotice refusal={action.refusal} />
            </Flex>
          </Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button variant="tertiary" fullWidth>
                Garder l’ancien
              </Button>
            </Dialog.Cancel>
            <Button fullWidth loading={action.isBusy} onClick={() => void issue()}>
              Donner un nouveau code
            </Button>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </>
  );
}

/** Shows a code once: only its digest is kept, nobody can look it up again. */
function CodeDialog({
  issued: { stationCode, accessCode },
  onClose,
}: {
  readonly issued: Issued;
  readonly onClose: () => void;
}) {
  const { copy } = useClipboard();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Modal.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <PrintAlone />
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel="Fermer">
          <Modal.Title>Code d’accès de {stationCode}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>
              Ce code ne sera plus montré. Dictez-le à la radio, ou imprimez cette page (Ctrl + P)
              et remettez-la en main propre.
            </Typography>
            <Code aria-label="Code d’accès">{accessCode}</Code>
            <Typography>
              La radio ouvre la page <strong>{`${window.location.origin}/station`}</strong>, écrit{' '}
              <strong>{stationCode}</strong>, puis ce code.
            </Typography>
            <div>
              <Button
                variant="secondary"
                onClick={() =>
                  void copy(accessCode).then((didCopy) => setIsCopied(didCopy === true))
                }
              >
                {isCopied ? 'Copié' : 'Copier le code'}
              </Button>
            </div>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button onClick={onClose}>J’ai noté le code</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
