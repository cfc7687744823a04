import styled from 'styled-components';

import { NETWORK_NAMES } from '../../../../wording/social';
import { frenchTime, LANGUAGE_NAMES } from '../../../../wording/terms';
import { CalendarChip } from '../../../parts/calendar-chip';
import { languagesOfView, type Entry } from './calendar';
import { isMovable, SIGN_TONES, SIGN_WORDS } from './post-sign';

const Chip = styled(CalendarChip)`
  .small {
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral700};
  }
`;

/** A post on the calendar: touching it opens what can be done, dragging it proposes another day. */
export function PostChip({
  entry,
  onOpen,
  onDrag,
}: {
  readonly entry: Entry;
  readonly onOpen: (entry: Entry) => void;
  /** Called when dragging begins, and with null when it ends. Left out where nothing can be dragged. */
  readonly onDrag?: (entry: Entry | null) => void;
}) {
  const { view, time, sign } = entry;
  const canMove = onDrag !== undefined && isMovable(view);
  const languages = languagesOfView(view).map((language) => LANGUAGE_NAMES[language]);
  return (
    <Chip
      type="button"
      $tone={SIGN_TONES[sign]}
      $isMovable={canMove}
      draggable={canMove}
      onClick={() => onOpen(entry)}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', view.post.code);
        onDrag?.(entry);
      }}
      onDragEnd={() => onDrag?.(null)}
    >
      <span>
        <strong>{frenchTime(time)}</strong> {view.post.code}
      </span>
      <span className="small">
        {[view.networks.map((network) => NETWORK_NAMES[network]).join(', '), languages.join(', ')]
          .filter((each) => each !== '')
          .join(' · ')}
      </span>
      <span className="small">
        <strong>{SIGN_WORDS[sign]}</strong>
      </span>
    </Chip>
  );
}
