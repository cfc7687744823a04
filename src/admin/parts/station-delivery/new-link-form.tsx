import { Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useState } from 'react';

import { LONGEST_LABEL, TOKEN_PURPOSES, isTokenPurpose } from '../../../domain/delivery';
import { TOKEN_PURPOSE_NAMES } from '../../../wording/bundle';
import { useDeskAction } from '../../desk/use-desk-action';
import { RefusalNotice } from '../notices';
import type { IssuedLink } from './issued-link-dialog';

/** Asks what a link is for and who gets it. No `<form>`: it stands within the form of the station. */
export function NewLinkForm({
  stationCode,
  onIssued,
}: {
  readonly stationCode: string;
  readonly onIssued: (issued: IssuedLink) => void;
}) {
  const action = useDeskAction();
  const [purpose, setPurpose] = useState<(typeof TOKEN_PURPOSES)[number]>('feed');
  const [label, setLabel] = useState('');
  const issue = async () => {
    const issued = await action.run<IssuedLink>(`/desk/stations/${stationCode}/links`, {
      purpose,
      label,
    });
    if (issued === null) return;
    setLabel('');
    onIssued(issued);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root name="purpose">
        <Field.Label>Nouveau lien</Field.Label>
        <SingleSelect
          value={purpose}
          onChange={(value) => {
            if (isTokenPurpose(value)) setPurpose(value);
          }}
        >
          {TOKEN_PURPOSES.map((each) => (
            <SingleSelectOption key={each} value={each}>
              {TOKEN_PURPOSE_NAMES[each]}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root
        name="label"
        hint="À qui il est remis, par exemple « LibreTime du studio ». Deux liens du même genre peuvent servir à la fois ; un troisième ferme le plus ancien."
      >
        <Field.Label>Nom du lien</Field.Label>
        <Field.Input
          value={label}
          maxLength={LONGEST_LABEL}
          onKeyDown={(event: { readonly key: string; preventDefault(): void }) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
          onChange={(event: { readonly target: { readonly value: string } }) =>
            setLabel(event.target.value)
          }
        />
        <Field.Hint />
      </Field.Root>
      <RefusalNotice refusal={action.refusal} onClose={action.forget} />
      <div>
        <Button
          type="button"
          variant="secondary"
          loading={action.isBusy}
          disabled={label.trim() === ''}
          onClick={() => void issue()}
        >
          Donner un lien
        </Button>
      </div>
    </Flex>
  );
}
