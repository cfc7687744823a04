import styled from 'styled-components';

import { clockInZone } from '../../../domain/shared';
import { frenchTime, LANGUAGE_NAMES } from '../../../wording/terms';
import type { SlotOnWire } from '../../desk/wire';
import type { Tone } from '../../parts/state-badge';
import { SignIcon } from './sign-icon';
import { isMovable, slotState } from './slot-state';

const EDGE = {
  good: 'success600',
  busy: 'primary600',
  warning: 'warning600',
  bad: 'danger600',
  quiet: 'neutral300',
} as const satisfies Readonly<Record<Tone, string>>;

const Chip = styled.button<{ readonly $tone: Tone; readonly $isMovable: boolean }>`
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
  .state {
    display: flex;
    gap: 0.4rem;
    align-items: center;
    font-size: 1.2rem;
  }
  .words {
    white-space: nowrap;
  }
  svg {
    flex: none;
  }
`;

/** One slot in the week: its time, its spot, its state. Touching it opens what can be done; dragging it proposes a move. */
export function SlotChip({
  row,
  timeZone,
  now,
  onOpen,
  onDrag,
}: {
  readonly row: SlotOnWire;
  readonly timeZone: string;
  readonly now: number;
  readonly onOpen: (row: SlotOnWire) => void;
  /** Called when dragging begins, and with null when it ends. Left out where nothing can be dragged. */
  readonly onDrag?: (row: SlotOnWire | null) => void;
}) {
  const { sign, words, tone } = slotState(row);
  const canMove = onDrag !== undefined && isMovable(row, now);
  return (
    <Chip
      type="button"
      $tone={tone}
      $isMovable={canMove}
      draggable={canMove}
      onClick={() => onOpen(row)}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', row.slot.id);
        onDrag?.(row);
      }}
      onDragEnd={() => onDrag?.(null)}
    >
      <span>
        <strong>{frenchTime(clockInZone(new Date(row.slot.windowStart), timeZone))}</strong> spot{' '}
        {row.slot.spotCode}
      </span>
      <span>{LANGUAGE_NAMES[row.spot.language]}</span>
      <span className="state">
        <SignIcon sign={sign} />
        <span className="words">{words}</span>
      </span>
      {row.cameFrom?.kind === 'make-good' && <span className="state">rattrapage</span>}
      {row.madeGoodAt !== null && <span className="state">rattrapage prévu</span>}
    </Chip>
  );
}
