import { Field, Link, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';

import { isOwnedByPartner } from '../../domain/social';
import { OWNER_TO_CHOOSE } from '../../wording/accounts';
import { useDesk } from '../desk/use-desk';

/** What Strapi's edit view gives to a field of ours. */
type FieldProps = {
  readonly name: string;
  readonly label: ReactNode;
  readonly value?: string | null;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly error?: string;
  readonly onChange: (name: string, value: string) => void;
};

const CAMPAIGN = '/content-manager/single-types/api::campaign.campaign';

/** Which of the campaign's partners an account belongs to. A name from before stays on the list until somebody chooses. */
export default function PartnerField({
  name,
  label,
  value,
  required = false,
  disabled = false,
  error,
  onChange,
}: FieldProps) {
  const partners = useDesk<readonly string[]>('/desk/accounts/partners').data;
  const written = value ?? '';
  const isKnown =
    written === '' ||
    partners === null ||
    isOwnedByPartner(
      { owner: written },
      partners.map((partner) => ({ name: partner })),
    );
  const listed = partners ?? [];
  const choice = written === '' || listed.includes(written) ? listed : [written, ...listed];
  const isEmpty = partners !== null && partners.length === 0;
  return (
    <Field.Root
      name={name}
      required={required}
      hint={isKnown ? 'Une organisation partenaire de la campagne.' : OWNER_TO_CHOOSE}
      {...(error === undefined ? {} : { error })}
    >
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={written === '' ? null : written}
        disabled={disabled || isEmpty}
        placeholder={isEmpty ? 'La campagne n’a pas encore de partenaire' : 'Choisir un partenaire'}
        onChange={(chosen) => onChange(name, String(chosen))}
      >
        {choice.map((partner) => (
          <SingleSelectOption key={partner} value={partner}>
            {partner}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
      <Field.Hint />
      {(isEmpty || !isKnown) && !disabled && (
        <Link tag={NavLink} to={CAMPAIGN}>
          Ouvrir la fiche Campagne et ses partenaires
        </Link>
      )}
    </Field.Root>
  );
}
