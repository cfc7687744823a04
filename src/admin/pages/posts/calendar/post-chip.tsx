import styled from 'styled-components';

import { NETWORK_NAMES } from '../../../../wording/social';
import { frenchTime, LANGUAGE_NAMES } from '../../../../wording/terms';
import type { Tone } from '../../../parts/state-badge';
import { languagesOfView, type Entry } from './calendar';
import { isMovable, SIGN_TONES, SIGN_WORDS } from './post-sign';

const EDGE = {
  good: 'success600',
  busy: 'primary600',
  warning: 'warning600',
  bad: 'danger600',
  quiet: 'neutral300',
} as const satisfies Readonly<Record<Tone, string>>;

const Chip = styled.button<{ readonly $tone: Tone; readonly $isMovable: boolean }>`
  display: grid;
  gap: 0.2rem;
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
  line-height: 1.35;
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
