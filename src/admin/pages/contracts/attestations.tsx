import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import { useMay } from '../../desk/permissions';
import { useDeskAction } from '../../desk/use-desk-action';
import { useSaveFile } from '../../desk/use-save-file';
import type { ContractOnWire } from '../../desk/wire';
import { DataTable, type Column } from '../../parts/data-table';
import { frenchInstant } from '../../parts/figures';
import { RefusalNotice } from '../../parts/notices';

type Paper = ContractOnWire['attestations'][number];

/** The papers that were drawn up of a contract, and the button for one of today's ledger. */
export function Attestations({
  contract,
  reload,
}: {
  readonly contract: ContractOnWire;
  readonly reload: () => Promise<void>;
}) {
  const mayAttest = useMay('desk.contracts.attest');
  const action = useDeskAction();
  const file = useSaveFile();
  const save = (number: string) => file.save(`/desk/attestations/${number}`, `${number}.pdf`);

  const drawUp = async () => {
    const path = `/desk/contracts/${contract.documentId}/attestations`;
    const drawn = await action.run<Paper>(path);
    if (drawn === null) return;
    await save(drawn.number);
    await reload();
  };

  const columns: readonly Column<Paper>[] = [
    { header: 'Numéro', cell: ({ number }) => number },
    { header: 'Établie le', cell: ({ issuedAt }) => frenchInstant(issuedAt) },
    {
      header: 'Empreinte du contenu',
      cell: ({ contentHash }) => (
        <code style={{ fontSize: '1.2rem', overflowWrap: 'anywhere' }}>{contentHash}</code>
      ),
    },
    {
      header: 'Papier',
      cell: ({ number }) => (
        <Button
          variant="tertiary"
          startIcon={<Download />}
          disabled={file.isBusy}
          aria-label={`PDF de l’attestation ${number}`}
          onClick={() => void save(number)}
        >
          PDF
        </Button>
      ),
    },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {contract.attestations.length > 0 && (
        <DataTable
          caption="Attestations établies"
          columns={columns}
          rows={contract.attestations}
          keyOf={({ number }) => number}
        />
      )}
      {mayAttest && (
        <Flex gap={3} wrap="wrap" alignItems="center">
          <Button
            variant="secondary"
            loading={action.isBusy || file.isBusy}
            aria-label={`Établir l’attestation (PDF) du contrat ${contract.code}`}
            onClick={() => void drawUp()}
          >
            Établir l’attestation (PDF)
          </Button>
          <Typography variant="pi" textColor="neutral600">
            D’après le registre de maintenant, à imprimer, signer et tamponner.
          </Typography>
        </Flex>
      )}
      <RefusalNotice refusal={action.refusal} onClose={action.forget} />
      <RefusalNotice refusal={file.refusal} title="Papier indisponible" onClose={file.forget} />
    </Flex>
  );
}
