import styled from 'styled-components';

import { clockInZone } from '../../../domain/shared';
import { frenchTime } from '../../../wording/terms';
import type { SlotOnWire } from '../../desk/wire';
import { StateBadge } from '../../parts/state-badge';
import { slotState } from './slot-state';

const Chip = styled.button`
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem 0.8rem;
  align-items: center;
  width: 100%;
  min-height: 4.8rem;
  padding: 0.6rem 0.8rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: 1.4rem;
  text-align: left;
  cursor: pointer;
  &:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** One slot in the week: its time, its spot, its state. Touching it opens what can be done. */
export function SlotChip({
  row,
  timeZone,
  onOpen,
}: {
  readonly row: SlotOnWire;
  readonly timeZone: string;
  readonly onOpen: (row: SlotOnWire) => void;
}) {
  const { words, tone } = slotState(row);
  return (
    <Chip type="button" onClick={() => onOpen(row)}>
      <strong>{frenchTime(clockInZone(new Date(row.slot.windowStart), timeZone))}</strong>
      <span>spot {row.slot.spotCode}</span>
      <StateBadge tone={tone}>{words}</StateBadge>
    </Chip>
  );
}
