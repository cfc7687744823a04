import { Alert, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';

import { SentenceList } from '../../parts/notices';

/** What the plan means for the stations' contracts: it stands in the way of nothing, and is to be known. */
export function ContractNotice({
  sentences,
  title,
  onClose,
}: {
  readonly sentences: readonly string[];
  /** What was done all the same; left out, nothing is written yet. */
  readonly title?: string | undefined;
  readonly onClose?: () => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const isTold = title !== undefined && sentences.length > 0;
  useEffect(() => {
    // On a telephone whoever moved a slot far down would not see it.
    if (isTold) place.current?.scrollIntoView({ block: 'center' });
  }, [isTold, sentences]);
  if (sentences.length === 0) return null;
  return (
    <div role="status" ref={place}>
      <Alert variant="warning" closeLabel="Fermer" {...(onClose === undefined ? {} : { onClose })}>
        <Typography fontWeight="bold" tag="p">
          {title ?? 'À voir avec les contrats'}
        </Typography>
        <SentenceList sentences={sentences} />
      </Alert>
    </div>
  );
}
