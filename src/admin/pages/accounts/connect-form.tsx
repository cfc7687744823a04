import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';

import { SECRET_FIELD_NAMES } from '../../../wording/accounts';
import { useDeskAction } from '../../desk/use-desk-action';
import type { AccountOnWire } from '../../desk/wire';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { RefusalNotice } from '../../parts/notices';

/** Not secret in itself: it is shown while it is typed, so that a slip is seen. */
const PLAIN_FIELDS: ReadonlySet<string> = new Set(['pageId', 'chatId']);

/** What connects an account: typed once, sealed, never shown again. */
export function ConnectForm({
  view,
  canConnect,
  reload,
}: {
  readonly view: AccountOnWire;
  readonly canConnect: boolean;
  readonly reload: () => Promise<void>;
}) {
  const action = useDeskAction();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const { code } = view.account;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await action.run<{ readonly report: string | null }>(
      `/desk/accounts/${code}/connection`,
      { values },
    );
    if (answer === null) return;
    setValues({});
    await reload();
  };
  return (
    <form onSubmit={(event) => void send(event)} autoComplete="off">
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography>
          Ce que vous tapez est chiffré et ne sera plus jamais affiché. Pour le changer, tapez tout
          de nouveau.
        </Typography>
        {view.fields.map((field) => (
          <Field.Root
            key={field}
            name={`${code}-${field}`}
            hint={SECRET_FIELD_NAMES[field].hint}
            required
          >
            <Field.Label>{SECRET_FIELD_NAMES[field].name}</Field.Label>
            <Field.Input
              type={PLAIN_FIELDS.has(field) ? 'text' : 'password'}
              autoComplete="off"
              spellCheck={false}
              value={values[field] ?? ''}
              onChange={({ target }) => setValues({ ...values, [field]: target.value })}
            />
            <Field.Hint />
          </Field.Root>
        ))}
        <RefusalNotice
          refusal={action.refusal}
          title="Le compte n’a pas été connecté"
          onClose={action.forget}
        />
        <Flex gap={2} wrap="wrap">
          <Button type="submit" loading={action.isBusy} disabled={!canConnect}>
            Connecter et vérifier
          </Button>
          {view.connectedAt !== null && <Disconnect view={view} reload={reload} />}
        </Flex>
      </Flex>
    </form>
  );
}

function Disconnect({
  view,
  reload,
}: {
  readonly view: AccountOnWire;
  readonly reload: () => Promise<void>;
}) {
  const action = useDeskAction();
  const [isAsking, setIsAsking] = useState(false);
  const { code, name } = view.account;
  const disconnect = async () => {
    const answer = await action.run(`/desk/accounts/${code}/disconnect`);
    if (answer === null) return;
    setIsAsking(false);
    await reload();
  };
  return (
    <>
      <Button variant="danger-light" onClick={() => setIsAsking(true)}>
        Retirer l’accès
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        question={`Retirer l’accès au compte ${name} ?`}
        description="L’accès est effacé ici. Ce qui attend ne partira pas, et ce qui a paru ne pourra plus être rappelé d’ici. Supprimez aussi le jeton chez le réseau."
        confirmLabel="Retirer l’accès"
        isBusy={action.isBusy}
        onConfirm={() => void disconnect()}
      >
        <RefusalNotice refusal={action.refusal} onClose={action.forget} />
      </ConfirmDialog>
    </>
  );
}
