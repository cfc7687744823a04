import { Button, Flex, Modal, Typography } from '@strapi/design-system';

import { DELIVERY_STATE_NAMES, NETWORK_NAMES } from '../../../../wording/social';
import { LANGUAGE_NAMES } from '../../../../wording/terms';
import { useMay } from '../../../desk/permissions';
import type { PostCalendarOnWire, PostOnWire } from '../../../desk/wire';
import { frenchInstant } from '../../../parts/figures';
import { SentenceList } from '../../../parts/notices';
import { StateBadge } from '../../../parts/state-badge';
import { MovePostForm, type MovedAnswer } from './move-post-form';
import { isMovable, postSign, SIGN_TONES, SIGN_WORDS } from './post-sign';

/** What the dialog was opened with: the time proposed, and whether it came from a drop. */
export type Proposed = {
  readonly view: PostOnWire;
  readonly day: string;
  readonly time: string;
  readonly isDropped: boolean;
};

/** One post of the calendar: where it stands, part by part, and another time for it. */
export function PostDialog({
  proposed: { view, day, time, isDropped },
  calendar,
  onClose,
  onMoved,
}: {
  readonly proposed: Proposed;
  readonly calendar: PostCalendarOnWire;
  readonly onClose: () => void;
  readonly onMoved: (moved: MovedAnswer) => void;
}) {
  const mayPlan = useMay('desk.posts.plan');
  const sign = postSign(view);
  const { post, deliveries } = view;
  return (
    <Modal.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel="Fermer">
          <Modal.Title>Publication {post.code}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <div>
              <StateBadge tone={SIGN_TONES[sign]}>{SIGN_WORDS[sign]}</StateBadge>
            </div>
            <Typography>
              {post.cardTitle === '' ? '' : `« ${post.cardTitle} » `}
              {post.dueAt === null
                ? 'Sans date de parution.'
                : `Prévue le ${frenchInstant(post.dueAt, calendar.timeZone)}.`}
            </Typography>
            <SentenceList
              sentences={deliveries.map(
                ({ delivery: { content, state, lastWords } }) =>
                  `${NETWORK_NAMES[content.network]}, en ${LANGUAGE_NAMES[content.language]} : ${DELIVERY_STATE_NAMES[state].toLowerCase()}${lastWords === null || lastWords === '' ? '' : ` (réponse du réseau : « ${lastWords} »)`}`,
              )}
            />
            {view.approvalState !== 'approved' && sign !== 'sent' && sign !== 'recalled' && (
              <SentenceList sentences={view.refusalSentences} />
            )}
            {mayPlan && isMovable(view) && (
              <MovePostForm
                view={view}
                calendar={calendar}
                day={day}
                time={time}
                isDropped={isDropped}
                onMoved={onMoved}
              />
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            Fermer
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
