import { Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import styled from 'styled-components';

import { isLanguage, type Language } from '../../../domain/shared';
import { LANGUAGE_NAMES } from '../../../wording/terms';
import { SignIcon } from './sign-icon';
import { SIGN_WORDS, SLOT_SIGNS, type SlotSign } from './slot-state';
import type { WeekFilter } from './week';

const Fields = styled.div`
  display: grid;
  gap: 1.2rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 24rem));
`;

const Sign = styled.button`
  display: inline-flex;
  gap: 0.6rem;
  align-items: center;
  min-height: 3.6rem;
  padding: 0.4rem 1.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: 1.8rem;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: 1.3rem;
  cursor: pointer;
  &[aria-pressed='true'] {
    background: ${({ theme }) => theme.colors.primary600};
    border-color: ${({ theme }) => theme.colors.primary600};
    color: ${({ theme }) => theme.colors.neutral0};
  }
  &:disabled {
    color: ${({ theme }) => theme.colors.neutral600};
    cursor: default;
  }
`;

const ALL = 'all';

/** What the week is narrowed down to. The signs are its legend too: a shape, a word and how many there are. */
export function WeekFilters({
  filter,
  counts,
  languages,
  messages,
  onChange,
}: {
  readonly filter: WeekFilter;
  readonly counts: ReadonlyMap<SlotSign, number>;
  readonly languages: readonly Language[];
  readonly messages: readonly string[];
  readonly onChange: (filter: WeekFilter) => void;
}) {
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Fields>
        <Field.Root name="language">
          <Field.Label>Langue</Field.Label>
          <SingleSelect
            value={filter.language ?? ALL}
            onChange={(value) =>
              onChange({ ...filter, language: isLanguage(value) ? value : null })
            }
          >
            <SingleSelectOption value={ALL}>Toutes les langues</SingleSelectOption>
            {languages.map((language) => (
              <SingleSelectOption key={language} value={language}>
                {LANGUAGE_NAMES[language]}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Field.Root name="message">
          <Field.Label>Message</Field.Label>
          <SingleSelect
            value={filter.messageCode ?? ALL}
            onChange={(value) =>
              onChange({ ...filter, messageCode: value === ALL ? null : String(value) })
            }
          >
            <SingleSelectOption value={ALL}>Tous les messages</SingleSelectOption>
            {messages.map((code) => (
              <SingleSelectOption key={code} value={code}>
                {code}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Fields>
      <Flex gap={2} wrap="wrap" role="group" aria-label="Ce que montre la semaine">
        {SLOT_SIGNS.map((sign) => (
          <Sign
            key={sign}
            type="button"
            aria-pressed={filter.sign === sign}
            disabled={(counts.get(sign) ?? 0) === 0 && filter.sign !== sign}
            onClick={() => onChange({ ...filter, sign: filter.sign === sign ? null : sign })}
          >
            <SignIcon sign={sign} />
            {`${SIGN_WORDS[sign]} : ${counts.get(sign) ?? 0}`}
          </Sign>
        ))}
      </Flex>
    </Flex>
  );
}
