import styled from 'styled-components';

import type { Tone } from './state-badge';

const EDGE = {
  good: 'success600',
  busy: 'primary600',
  warning: 'warning600',
  bad: 'danger600',
  quiet: 'neutral300',
} as const satisfies Readonly<Record<Tone, string>>;

/** A thing on a calendar, its state at the edge: touched it opens, dragged it proposes another place. */
export const CalendarChip = styled.button<{ readonly $tone: Tone; readonly $isMovable: boolean }>`
  display: grid;
  gap: 0.1rem;
  width: 100%;
  min-height: 4.4rem;
  padding: 0.4rem 0.6rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-left: 4px solid ${({ theme, $tone }) => theme.colors[EDGE[$tone]]};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: 1.3rem;
  line-height: 1.4;
  text-align: left;
  cursor: ${({ $isMovable }) => ($isMovable ? 'grab' : 'pointer')};
  overflow-wrap: anywhere;
  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
`;
