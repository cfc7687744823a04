import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { useDeskAction } from '../../desk/use-desk-action';
import type { AccountOnWire, AccountsOnWire } from '../../desk/wire';
import { RefusalNotice } from '../../parts/notices';

/** Who may post on an account. Nobody ticked: whoever may approve. */
export function PeopleForm({
  view,
  everybody,
  reload,
}: {
  readonly view: AccountOnWire;
  readonly everybody: AccountsOnWire['everybody'];
  readonly reload: () => Promise<void>;
}) {
  const action = useDeskAction();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(view.people.map(({ person }) => person)),
  );
  const choose = (person: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(person);
    else next.delete(person);
    setChosen(next);
  };
  const save = async () => {
    const path = `/desk/accounts/${view.account.code}/people`;
    if ((await action.run(path, { people: [...chosen] })) !== null) await reload();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography>
        Cochez les personnes qui peuvent mettre une publication sur ce compte ou l’y approuver. Sans
        personne de coché, toute l’équipe peut l’y mettre, et toutes celles qui peuvent approuver
        l’approuvent. Les responsables des comptes peuvent toujours les deux.
      </Typography>
      {everybody.map(({ person, name }) => (
        <Checkbox
          key={person}
          checked={chosen.has(person)}
          onCheckedChange={(isChosen) => choose(person, isChosen === true)}
        >
          {name}
        </Checkbox>
      ))}
      <RefusalNotice refusal={action.refusal} onClose={action.forget} />
      <div>
        <Button variant="secondary" loading={action.isBusy} onClick={() => void save()}>
          Enregistrer
        </Button>
      </div>
    </Flex>
  );
}
