import styled from 'styled-components';

import { clockInZone } from '../../../domain/shared';
import { frenchTime, LANGUAGE_NAMES } from '../../../wording/terms';
import type { SlotOnWire } from '../../desk/wire';
import { CalendarChip } from '../../parts/calendar-chip';
import { SignIcon } from './sign-icon';
import { isMovable, slotState } from './slot-state';

const Chip = styled(CalendarChip)`
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
