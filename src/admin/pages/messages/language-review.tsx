import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import type { LanguageStatus } from '../../../domain/messages';
import { LANGUAGE_STATUS_NAMES } from '../../../wording/messages';
import { LANGUAGE_NAMES } from '../../../wording/terms';
import { HiddenWords } from '../../parts/hidden-words';
import { StateBadge, type Tone } from '../../parts/state-badge';
import type { LanguageOfMessage } from './language-of-message';
import { ReviewButtons } from './review-buttons';

const TONES: Readonly<Record<LanguageStatus, Tone>> = {
  missing: 'quiet',
  draft: 'quiet',
  'in-review': 'busy',
  returned: 'warning',
  approved: 'good',
  published: 'good',
  stale: 'warning',
};

type LanguageReviewProps = LanguageOfMessage & {
  readonly isPublished: boolean;
  /** Where the text is written; null when the person is there already. */
  readonly editLink: string | null;
};

/** A message in one language: its state, and the next step for whoever may take it. */
export function LanguageReview(props: LanguageReviewProps) {
  const { status, language, messageCode, isPublished, editLink } = props;
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <StateBadge tone={TONES[status]}>{LANGUAGE_STATUS_NAMES[status]}</StateBadge>
      {isPublished && status !== 'published' && (
        <Typography variant="pi">Une version est en ligne.</Typography>
      )}
      {editLink !== null && (
        <Link tag={NavLink} to={editLink}>
          {status === 'missing' ? 'Écrire' : 'Ouvrir'}
          <HiddenWords>
            {' '}
            le message {messageCode} en {LANGUAGE_NAMES[language]}
          </HiddenWords>
        </Link>
      )}
      <ReviewButtons {...props} />
    </Flex>
  );
}
