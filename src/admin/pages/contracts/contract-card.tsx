import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { frenchMoney } from '../../../wording/contracts';
import { frenchDay } from '../../../wording/terms';
import type { ContractOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { StateBadge, type Tone } from '../../parts/state-badge';
import { AccountTables } from './account-tables';
import { Attestations } from './attestations';

const PERIODS: Readonly<Record<ContractOnWire['period'], readonly [Tone, string]>> = {
  'to-come': ['quiet', 'À venir'],
  running: ['busy', 'En cours'],
  over: ['quiet', 'Terminé'],
};

/** One contract: what was agreed, how far it is, what is missing, and its papers. */
export function ContractCard({
  contract,
  sheet,
  reload,
}: {
  readonly contract: ContractOnWire;
  /** Where its form is. */
  readonly sheet: string;
  readonly reload: () => Promise<void>;
}) {
  const [tone, period] = PERIODS[contract.period];
  const { account, priceXof } = contract;
  const dates = `Du ${frenchDay(contract.periodStart)} au ${frenchDay(contract.periodEnd)}`;
  const price = priceXof === null ? 'prix non renseigné' : frenchMoney(priceXof);
  return (
    <Card
      title={contract.stationName ?? 'Radio non choisie'}
      aside={
        <Flex gap={2} wrap="wrap">
          {contract.isExample && <StateBadge tone="warning">Exemple</StateBadge>}
          <StateBadge tone={tone}>{period}</StateBadge>
        </Flex>
      }
    >
      <Typography>
        {dates}, {price}.{' '}
        <Link tag={NavLink} to={sheet} aria-label={`Fiche du contrat ${contract.code}`}>
          {contract.code}
        </Link>
      </Typography>
      {contract.overlaps.length > 0 && (
        <Typography fontWeight="semiBold">
          Les mêmes jours sont aussi dans {contract.overlaps.join(', ')} : les mêmes diffusions y
          comptent deux fois. Corrigez les dates.
        </Typography>
      )}
      {account === null ? (
        <Typography>Choisissez la radio dans la fiche du contrat pour voir les comptes.</Typography>
      ) : (
        <>
          <AccountTables contract={contract} account={account} />
          <Attestations contract={contract} reload={reload} />
        </>
      )}
    </Card>
  );
}
