import { Flex, Grid, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { EVIDENCE_GRADES, MISSED_REASONS } from '../../../domain/broadcast';
import { frenchNumber } from '../../../web/shared/charts';
import { MISSED_REASON_NAMES } from '../../../wording/broadcast';
import { WHATEVER_THE_EVIDENCE } from '../../../wording/contracts';
import { EVIDENCE_GRADE_NAMES } from '../../../wording/results';
import type { ContractOnWire } from '../../desk/wire';
import { DataTable, type Column } from '../../parts/data-table';
import { counted } from '../../parts/figures';

type Account = NonNullable<ContractOnWire['account']>;
type Line = { readonly name: string; readonly count: number };

const COLUMNS: readonly Column<Line>[] = [
  { header: 'Quoi', cell: ({ name }) => name },
  { header: 'Combien', isFigure: true, cell: ({ count }) => frenchNumber(count) },
];

/** Owed against aired: by grade of evidence on one side, what is missing on the other. */
export function AccountTables({
  contract,
  account,
}: {
  readonly contract: ContractOnWire;
  readonly account: Account;
}) {
  const total = `${WHATEVER_THE_EVIDENCE}, sur ${frenchNumber(contract.airingsOwed)} dues`;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography variant="delta" tag="p">
        {inWords(contract, account)}
      </Typography>
      <Grid.Root gap={6}>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <DataTable
            isSlim
            caption="Diffusions confirmées, selon leur preuve"
            columns={COLUMNS}
            rows={EVIDENCE_GRADES.map((grade) => ({
              name: EVIDENCE_GRADE_NAMES[grade],
              count: account.aired[grade],
            }))}
            keyOf={({ name }) => name}
            footer={[total, frenchNumber(account.airedWhateverTheEvidence)]}
          />
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <DataTable
            isSlim
            caption="Ce qui manque"
            columns={COLUMNS}
            rows={missingLines(account)}
            keyOf={({ name }) => name}
          />
        </Grid.Item>
      </Grid.Root>
      {account.toPlan > 0 && contract.period !== 'over' && (
        <Typography>
          {counted(account.toPlan, 'diffusion est à rattraper', 'diffusions sont à rattraper')} :
          rien n’est prévu pour {account.toPlan < 2 ? 'elle' : 'elles'}.{' '}
          <Link tag={NavLink} to="/yeelen/diffusions">
            Planifier
          </Link>
        </Typography>
      )}
    </Flex>
  );
}

function missingLines(account: Account): readonly Line[] {
  return [
    { name: 'Sans réponse de la radio', count: account.unanswered },
    { name: 'Pas diffusées', count: account.missed },
    ...MISSED_REASONS.filter((reason) => account.missedByReason[reason] > 0).map((reason) => ({
      name: `dont : ${MISSED_REASON_NAMES[reason].toLowerCase()}`,
      count: account.missedByReason[reason],
    })),
    { name: 'Prévues, encore à venir', count: account.upcoming },
    { name: 'À rattraper (ni diffusées, ni prévues)', count: account.toPlan },
  ];
}

function inWords({ airingsOwed }: ContractOnWire, account: Account): string {
  const confirmed = counted(
    account.airedWhateverTheEvidence,
    'diffusion confirmée',
    'diffusions confirmées',
  );
  const aired = `${confirmed}, toutes preuves confondues,`;
  if (account.beyond > 0) {
    return `${aired} sur ${airingsOwed} dues : ${account.beyond} de plus que prévu.`;
  }
  return account.stillOwed === 0
    ? `${aired} sur ${airingsOwed} dues : le compte y est.`
    : `${aired} sur ${airingsOwed} dues : il en reste ${account.stillOwed}.`;
}
