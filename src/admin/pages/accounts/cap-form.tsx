import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { frenchDollars } from '../../../wording/accounts';
import { useDeskAction } from '../../desk/use-desk-action';
import type { AccountOnWire } from '../../desk/wire';
import { RefusalNotice } from '../../parts/notices';

/** What X cost this month by our own count, and the most it may cost. */
export function CapForm({
  view,
  reload,
}: {
  readonly view: AccountOnWire;
  readonly reload: () => Promise<void>;
}) {
  const action = useDeskAction();
  const { capMicroUsd } = view.state;
  const [cap, setCap] = useState(() =>
    capMicroUsd === null ? '' : String(capMicroUsd / 1_000_000).replace('.', ','),
  );
  const dollars = Number(cap.trim().replace(',', '.'));
  const isReadable = cap.trim() === '' || (Number.isFinite(dollars) && dollars >= 0);
  const save = async () => {
    const capUsd = cap.trim() === '' ? null : dollars;
    const path = `/desk/accounts/${view.account.code}/cap`;
    if ((await action.run(path, { capUsd })) !== null) await reload();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography>
        Dépensé ce mois-ci, d’après nos appels : {frenchDollars(view.spentMicroUsd)}
        {capMicroUsd === null ? ', sans plafond.' : ` sur ${frenchDollars(capMicroUsd)}.`} La
        facture de X fait foi.
      </Typography>
      <Field.Root
        name={`${view.account.code}-cap`}
        hint="Vide : pas de plafond. Au plafond, les publications attendent le mois suivant."
        {...(isReadable ? {} : { error: 'Tapez un nombre, par exemple 12,50.' })}
      >
        <Field.Label>Plafond du mois, en dollars</Field.Label>
        <Field.Input
          inputMode="decimal"
          value={cap}
          onChange={({ target }) => setCap(target.value)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <RefusalNotice refusal={action.refusal} onClose={action.forget} />
      <div>
        <Button
          variant="secondary"
          disabled={!isReadable}
          loading={action.isBusy}
          onClick={() => void save()}
        >
          Enregistrer le plafond
        </Button>
      </div>
    </Flex>
  );
}
