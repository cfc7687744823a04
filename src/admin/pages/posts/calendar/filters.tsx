import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import styled from 'styled-components';

import { isLanguage, LANGUAGES } from '../../../../domain/shared';
import { NETWORKS, type Network } from '../../../../domain/social';
import { NETWORK_NAMES } from '../../../../wording/social';
import { LANGUAGE_NAMES } from '../../../../wording/terms';
import type { PostFilter } from './calendar';
import { POST_SIGNS, SIGN_WORDS } from './post-sign';

const Fields = styled.div`
  display: grid;
  gap: 1.2rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 22rem));
`;

const ALL = 'all';

/** What the calendar is narrowed down to. */
export function PostFilters({
  filter,
  networks,
  onChange,
}: {
  readonly filter: PostFilter;
  readonly networks: readonly Network[];
  readonly onChange: (filter: PostFilter) => void;
}) {
  return (
    <Fields>
      <Field.Root name="network">
        <Field.Label>Réseau</Field.Label>
        <SingleSelect
          value={filter.network ?? ALL}
          onChange={(value) =>
            onChange({ ...filter, network: NETWORKS.find((each) => each === value) ?? null })
          }
        >
          <SingleSelectOption value={ALL}>Tous les réseaux</SingleSelectOption>
          {networks.map((network) => (
            <SingleSelectOption key={network} value={network}>
              {NETWORK_NAMES[network]}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="language">
        <Field.Label>Langue</Field.Label>
        <SingleSelect
          value={filter.language ?? ALL}
          onChange={(value) => onChange({ ...filter, language: isLanguage(value) ? value : null })}
        >
          <SingleSelectOption value={ALL}>Toutes les langues</SingleSelectOption>
          {LANGUAGES.map((language) => (
            <SingleSelectOption key={language} value={language}>
              {LANGUAGE_NAMES[language]}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="state">
        <Field.Label>État</Field.Label>
        <SingleSelect
          value={filter.sign ?? ALL}
          onChange={(value) =>
            onChange({ ...filter, sign: POST_SIGNS.find((each) => each === value) ?? null })
          }
        >
          <SingleSelectOption value={ALL}>Tous les états</SingleSelectOption>
          {POST_SIGNS.map((sign) => (
            <SingleSelectOption key={sign} value={sign}>
              {SIGN_WORDS[sign]}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </Fields>
  );
}
