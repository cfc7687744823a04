import { Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink, Link as RouterLink } from 'react-router-dom';

import { useDesk } from '../../desk/use-desk';
import type { AccountsOnWire } from '../../desk/wire';
import { DeskPage } from '../../parts/desk-page';
import { Arrived, EmptyNotice } from '../../parts/notices';
import { AccountCard } from './account-card';

const NEW_SHEET = '/content-manager/collection-types/api::social-account.social-account/create';

/** The accounts on networks: whether each can post, and why not; who may; what it costs. */
export default function AccountsPage() {
  return (
    <DeskPage
      title="Comptes"
      subtitle="Connecter les comptes des réseaux, voir ce qui les bloque, ce qu’ils coûtent, qui y publie."
      action="desk.accounts.manage"
      primaryAction={
        <LinkButton tag={RouterLink} to={NEW_SHEET} startIcon={<Plus />}>
          Nouveau compte
        </LinkButton>
      }
    >
      <Accounts />
    </DeskPage>
  );
}

function Accounts() {
  const desk = useDesk<AccountsOnWire>('/desk/accounts');
  return (
    <Arrived desk={desk}>
      {({ accounts, canConnect, everybody }) =>
        accounts.length === 0 ? (
          <EmptyNotice
            action={
              <Link tag={NavLink} to={NEW_SHEET}>
                Écrire la fiche du premier compte
              </Link>
            }
          >
            Aucun compte pour le moment. Écrivez d’abord sa fiche : son réseau et l’organisation à
            qui il appartient. Vous le connectez ensuite ici.
          </EmptyNotice>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {!canConnect && (
              <Typography fontWeight="semiBold">
                Cette installation ne peut pas encore garder d’accès : le réglage SOCIAL_SECRETS_KEY
                manque. L’administration le crée en relançant « npm start ».
              </Typography>
            )}
            {accounts.map((view) => (
              <AccountCard
                key={view.account.code}
                view={view}
                canConnect={canConnect}
                everybody={everybody}
                reload={desk.reload}
              />
            ))}
          </Flex>
        )
      }
    </Arrived>
  );
}
