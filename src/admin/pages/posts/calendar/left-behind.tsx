import { Button, Flex, Typography } from '@strapi/design-system';

import { DELIVERY_EVENT_NAMES } from '../../../../wording/social';
import type { PostOnWire } from '../../../desk/wire';
import { Card } from '../../../parts/card';
import { frenchInstant } from '../../../parts/figures';
import { HiddenWords } from '../../../parts/hidden-words';
import { StateBadge } from '../../../parts/state-badge';
import { isMovable, postSign, SIGN_TONES, SIGN_WORDS } from './post-sign';

function lastLine({ deliveries }: PostOnWire): string {
  const lines = deliveries
    .flatMap(({ attempts }) => attempts)
    .sort((one, other) => one.at.localeCompare(other.at));
  const last = lines.at(-1);
  if (last === undefined) return '';
  return `${DELIVERY_EVENT_NAMES[last.event]}${last.words === '' ? '' : ` : « ${last.words} »`}`;
}

/** What did not go out at its time, and what has no time yet: it would be forgotten in a calendar. */
export function LeftBehind({
  posts,
  timeZone,
  mayPlan,
  onPropose,
}: {
  readonly posts: readonly PostOnWire[];
  readonly timeZone: string;
  readonly mayPlan: boolean;
  readonly onPropose: (view: PostOnWire) => void;
}) {
  const left = posts.filter((view) => {
    const sign = postSign(view);
    return sign === 'missed' || sign === 'failed' || view.post.dueAt === null;
  });
  if (left.length === 0) return null;
  return (
    <Card title="À reprogrammer">
      <Flex direction="column" alignItems="stretch" gap={4} tag="ul">
        {left.map((view) => {
          const { post } = view;
          const sign = postSign(view);
          return (
            <Flex key={post.documentId} tag="li" gap={3} wrap="wrap" justifyContent="space-between">
              <Flex direction="column" alignItems="flex-start" gap={1}>
                <Typography fontWeight="semiBold">{post.code}</Typography>
                <StateBadge tone={SIGN_TONES[sign]}>
                  {post.dueAt === null ? 'Sans date' : SIGN_WORDS[sign]}
                </StateBadge>
                <Typography variant="pi">
                  {post.dueAt === null
                    ? ''
                    : `Prévue le ${frenchInstant(post.dueAt, timeZone)}. ${lastLine(view)}`}
                </Typography>
              </Flex>
              {mayPlan && isMovable(view) && (
                <Button variant="secondary" onClick={() => onPropose(view)}>
                  {post.dueAt === null ? 'Donner une date' : 'Reprogrammer'}
                  <HiddenWords> la publication {post.code}</HiddenWords>
                </Button>
              )}
            </Flex>
          );
        })}
      </Flex>
    </Card>
  );
}
