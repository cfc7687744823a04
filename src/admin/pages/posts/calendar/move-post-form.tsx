import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import styled from 'styled-components';

import { clockInZone, dayInZone } from '../../../../domain/shared';
import { useDeskAction } from '../../../desk/use-desk-action';
import { useMay } from '../../../desk/permissions';
import type { PostCalendarOnWire, PostOnWire } from '../../../desk/wire';
import { RefusalNotice } from '../../../parts/notices';
import { freeTimeWords } from './next-free-time';

const Fields = styled.div`
  display: grid;
  gap: 1.2rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
`;

export type MovedAnswer = { readonly isApproved: boolean; readonly dueAt: string };

/** Another day and time for a post: by keyboard, by finger, from the queue, or filled in by what was dropped. */
export function MovePostForm({
  view,
  calendar,
  day: firstDay,
  time: firstTime,
  isDropped,
  onMoved,
}: {
  readonly view: PostOnWire;
  readonly calendar: PostCalendarOnWire;
  readonly day: string;
  readonly time: string;
  readonly isDropped: boolean;
  readonly onMoved: (moved: MovedAnswer) => void;
}) {
  const mayApprove = useMay('desk.posts.approve');
  const action = useDeskAction();
  const [day, setDay] = useState(firstDay);
  const [time, setTime] = useState(firstTime);
  const { timeZone, freeTimes } = calendar;
  const isApproved = view.approvalState === 'approved';

  const move = async (event: FormEvent) => {
    event.preventDefault();
    const path = `/desk/posts/${view.post.code}/move`;
    const moved = await action.run<MovedAnswer>(path, { day, time });
    if (moved !== null) onMoved(moved);
  };
  return (
    <form onSubmit={(event) => void move(event)}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="delta" tag="h3">
          {isDropped ? 'Déplacer ici ?' : 'Choisir une autre heure'}
        </Typography>
        <Fields>
          <Field.Root name="post-day" required>
            <Field.Label>Jour</Field.Label>
            <Field.Input type="date" value={day} onChange={({ target }) => setDay(target.value)} />
          </Field.Root>
          <Field.Root name="post-time" required>
            <Field.Label>Heure de la campagne</Field.Label>
            <Field.Input
              type="time"
              value={time}
              onChange={({ target }) => setTime(target.value)}
            />
          </Field.Root>
        </Fields>
        {freeTimes.length > 0 && (
          <Flex gap={2} wrap="wrap" role="group" aria-label="Créneaux libres">
            {freeTimes.slice(0, 3).map((at) => (
              <Button
                key={at}
                variant="tertiary"
                onClick={() => {
                  setDay(dayInZone(new Date(at), timeZone));
                  setTime(clockInZone(new Date(at), timeZone));
                }}
              >
                {freeTimeWords(at, timeZone)}
              </Button>
            ))}
          </Flex>
        )}
        {isApproved && (
          <Typography variant="pi">
            {mayApprove
              ? 'La publication reste approuvée : elle partira d’elle-même à la nouvelle heure.'
              : 'La publication devra être approuvée de nouveau.'}
          </Typography>
        )}
        <RefusalNotice
          refusal={action.refusal}
          title="La publication n’a pas bougé"
          onClose={action.forget}
        />
        <div>
          <Button type="submit" loading={action.isBusy}>
            Déplacer la publication
          </Button>
        </div>
      </Flex>
    </form>
  );
}
