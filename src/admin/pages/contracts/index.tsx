import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { useDesk } from '../../desk/use-desk';
import type { ContractOnWire } from '../../desk/wire';
import { DeskPage } from '../../parts/desk-page';
import { Arrived, EmptyNotice } from '../../parts/notices';
import { ContractCard } from './contract-card';

const SHEETS = '/content-manager/collection-types/api::contract.contract';

/** What each station owes, what it aired and how that is proven, and the attestation that it signs. */
export default function ContractsPage() {
  return (
    <DeskPage
      title="Contrats"
      subtitle="Ce que chaque radio doit, ce qu’elle a diffusé, et l’attestation qu’elle signe."
      action="desk.contracts.read"
      primaryAction={
        <Link tag={NavLink} to={`${SHEETS}/create`}>
          Nouveau contrat
        </Link>
      }
    >
      <Contracts />
    </DeskPage>
  );
}

function Contracts() {
  const desk = useDesk<readonly ContractOnWire[]>('/desk/contracts');
  return (
    <Arrived desk={desk}>
      {(contracts) =>
        contracts.length === 0 ? (
          <EmptyNotice
            action={
              <Link tag={NavLink} to={`${SHEETS}/create`}>
                Écrire le premier contrat
              </Link>
            }
          >
            Aucun contrat pour le moment. Un contrat dit combien de diffusions une radio doit, entre
            quels jours et à quel prix.
          </EmptyNotice>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>
              Une diffusion sans réponse de la radio ne compte pas. Les preuves n’ont pas toutes la
              même force : elles sont comptées séparément.
            </Typography>
            {contracts.map((contract) => (
              <ContractCard
                key={contract.documentId}
                contract={contract}
                sheet={`${SHEETS}/${contract.documentId}`}
                reload={desk.reload}
              />
            ))}
          </Flex>
        )
      }
    </Arrived>
  );
}
